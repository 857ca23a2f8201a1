import type { Location } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../model/span.ts";
import { sourceSpans } from "../model/passage.ts";
import type { DraftPart } from "../lint/lint-parts.ts";
import { referencesIn as pointersIn } from "../lint/references.ts";
import { annexesOf, printedNumber, provisions, regulationsOf, type Regulation } from "../lint/regulations.ts";
import type { LookedAct } from "./looked-act.ts";
import { ownPassages, provisionOf, provisionsAt } from "./provisions.ts";
import { rangeOf } from "./ranges.ts";

/** Words that refer to a provision of the same act. */
interface Reference {
  readonly span: Span;
  readonly leadsTo: string;
}

/** What words refer to in the same act: as the reading of rules has told it, and as lints look for it in all words. */
function referencesOf({ reading, drafts }: LookedAct): readonly Reference[] {
  const read = reading.findings.flatMap(({ code, where, details }) => {
    const leadsTo = details?.["leadsTo"];
    return code === "extract/reference" && where.in === "text" && typeof leadsTo === "string"
      ? [{ span: where.span, leadsTo }]
      : [];
  });
  const looked = drafts.flatMap((part) =>
    regulationsOf(part.draft).flatMap((regulation) => referencesIn(regulation, part)),
  );
  const isNew = ({ span }: Reference): boolean =>
    !read.some((one) => one.span.start < span.end && span.start < one.span.end);
  return [...read, ...looked.filter(isNew)];
}

/** The pointers of a regulation to its own clauses and annexes, `пункту 3 настоящих Правил`. */
const referencesIn = (
  { root, parts }: Regulation,
  { grammar: { lint: words }, under }: DraftPart,
): readonly Reference[] =>
  parts.flatMap((part) =>
    pointersIn(part, words).flatMap(({ to, number, start, end }) => {
      const [target, ...others] =
        to === "annex"
          ? annexesOf(root).filter((annex) => (printedNumber(annex, words) ?? annex.label) === number)
          : provisions(root, ({ type }) => type === "clause" || type === "annex").filter(
              ({ type, label }) => type === "clause" && label === number,
            );
      const [span] = sourceSpans(part.words, start, end);
      // Of several with one number it cannot be told which is meant.
      if (target === undefined || others.length > 0 || span === undefined) return [];
      return [{ span, leadsTo: under === undefined ? target.path : `${under}/${target.path}` }];
    }),
  );

/** Where the words at an offset of the text lead to, if they refer to something. */
export function definitionOf(
  looked: LookedAct,
  offset: number,
  document: TextDocument,
): Location | undefined {
  const reference = referencesOf(looked).find(({ span }) => span.start <= offset && offset <= span.end);
  return reference && locationOf(reference.leadsTo, looked, document);
}

/** Every place that refers to the provision at an offset of the text, or to the narrowest around it that something refers to. */
export function referencesTo(
  looked: LookedAct,
  offset: number,
  document: TextDocument,
  withItself: boolean,
): Location[] {
  const all = referencesOf(looked);
  const target = provisionsAt(looked.reading.tree, offset).find(({ path }) =>
    all.some(({ leadsTo }) => leadsTo === path),
  );
  if (target === undefined) return [];
  const own = withItself ? [locationOf(target.path, looked, document)] : [];
  const places = all
    .filter(({ leadsTo }) => leadsTo === target.path)
    .map(({ span }) => ({ uri: document.uri, range: rangeOf([span], looked.inFile, document) }));
  return [...own.filter((one) => one !== undefined), ...places];
}

function locationOf(
  path: string,
  { reading, inFile }: LookedAct,
  document: TextDocument,
): Location | undefined {
  const node = provisionOf(reading.tree, path);
  if (node === undefined) return undefined;
  const [first] = ownPassages(node).flatMap((words) => sourceSpans(words));
  return { uri: document.uri, range: rangeOf(first === undefined ? [] : [first], inFile, document) };
}
