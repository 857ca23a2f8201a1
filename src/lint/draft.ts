import type { Citation } from "../model/citation.ts";
import { groupedBy } from "../model/grouped-by.ts";
import type { Parity } from "../model/parity.ts";
import { sourceSpans, type Passage } from "../model/passage.ts";
import type { Rule } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import type { RowTopic } from "../language/structure-words.ts";
import type { Provision, ProvisionType } from "../structure/provision.ts";

/** A stretch of words of an act with its place: own words of a provision, its title, the head over an annex, a row's label. */
export interface Part {
  readonly role: "words" | "title" | "head" | "label";
  readonly type: ProvisionType;
  readonly path: string;
  readonly cite: string;
  /** Number as printed, `10`, `2`. */
  readonly number?: string;
  /** The number with what stands around it, `10.`, `2)`. */
  readonly marker?: string;
  readonly service?: number;
  readonly topic?: RowTopic;
  /** Within a form to fill in, or a note: no rules there. */
  readonly aside: boolean;
  readonly words: Passage;
}

/** What a lint looks at: the words of an act in reading order, its tree, and the rules read from it. */
export interface Draft {
  readonly document: string;
  readonly tree: Provision | undefined;
  readonly parts: readonly Part[];
  readonly rules: readonly Rule[];
  /** Words with letters of another script, as they stand in the file. */
  readonly lookAlikes: readonly WordInFile[];
  /** Terms that were read in spite of a slip; absent where the text was not repaired. */
  readonly misspelt?: readonly Misspelt[];
  /** What the act in its other language says otherwise, the draft being the first text; absent where there is none at hand. */
  readonly twin?: Pick<Parity, "differences" | "isOneVersion">;
}

/** A word as it stands in the file. */
export interface WordInFile {
  readonly span: Span;
  readonly word: string;
}

/** A term with a slip in one letter. */
export interface Misspelt extends WordInFile {
  /** As it was read. */
  readonly right: string;
}

/** A draft from a tree and its rules. */
export function draftOf(
  document: string,
  tree: Provision | undefined,
  rules: readonly Rule[],
  lookAlikes: readonly WordInFile[] = [],
): Draft {
  return { document, tree, rules, lookAlikes, parts: tree === undefined ? [] : partsOf(tree, {}) };
}

/** What a provision has from those it stands in. */
interface Within {
  readonly aside?: boolean;
  readonly service?: number;
  readonly topic?: RowTopic;
}

function partsOf(node: Provision, within: Within): readonly Part[] {
  const aside =
    within.aside === true || node.type === "note" || node.type === "form" || node.type === "signature";
  const service = node.service ?? within.service;
  const topic = node.topic ?? within.topic;
  const has = { ...(service === undefined ? {} : { service }), ...(topic === undefined ? {} : { topic }) };
  const part = (role: Part["role"], words: Passage | undefined): readonly Part[] =>
    words === undefined || words.text.trim() === ""
      ? []
      : [
          {
            role,
            type: node.type,
            path: node.path,
            cite: node.cite,
            ...(node.label === undefined ? {} : { number: node.label }),
            ...(node.marker === undefined ? {} : { marker: node.marker.text }),
            ...has,
            aside,
            words,
          },
        ];
  return [
    ...part("head", node.head),
    ...part("title", node.title),
    ...part("label", node.rowLabel),
    ...part("words", node.passage),
    ...(node.children ?? []).flatMap((child) => partsOf(child, { aside, ...has })),
  ];
}

/** The words `[start, end)` of a part as a citation. */
export function citePart(draft: Draft, part: Part, start = 0, end = part.words.text.length): Citation {
  const spans = sourceSpans(part.words, start, end);
  return {
    document: draft.document,
    path: part.path,
    cite: part.cite,
    quote: part.words.text.slice(start, end),
    spans: spans.length > 0 ? spans : sourceSpans(part.words),
  };
}

/** A rule as a citation. Rules written by hand may have no words. */
export const citeRule = (draft: Draft, rule: Rule): Citation => ({
  document: rule.source?.file ?? draft.document,
  path: rule.path ?? rule.id,
  cite: rule.cite,
  quote: rule.source?.quote ?? "",
  spans: rule.source?.spans ?? [],
});

/** Number of the service a rule belongs to: candidates carry it, a rulebook is one service. */
export const serviceOf = (rule: Rule): number => ("service" in rule ? (rule.service as number) : 1);

/** The rules of each service that governs something; the act itself (0) is none. */
export const byService = (rules: readonly Rule[]): ReadonlyMap<number, readonly Rule[]> =>
  groupedBy(
    rules.filter((rule) => serviceOf(rule) !== 0),
    serviceOf,
  );

/** Whether a rule stands in a row of a requirements table. */
export const inTable = ({ path }: Rule): boolean => path !== undefined && /(?:^|\/)row-/u.test(path);
