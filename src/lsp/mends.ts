import type { TextEdit } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import { mergeSpans, type Span } from "../model/span.ts";
import type { Edit } from "../repair/edit.ts";
import { editorWords } from "../report/editor/wording.ts";
import { spanInFile } from "./in-file.ts";
import type { LookedAct } from "./looked-act.ts";

/** A change of the act that takes a finding away and nothing else. */
export interface Mend {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Words to be put in the place of others, by their place in the text that was read. */
interface Change {
  readonly at: Span;
  readonly by: string;
}

type Mending = (finding: Finding, looked: LookedAct) => readonly Change[];

/** Changes that the reading itself has made: it was certain of them. */
const asRead =
  (kind: Edit["kind"]): Mending =>
  ({ because }, { reading }) => {
    const word = because?.[0]?.quote;
    const spans = because?.[0]?.spans ?? [];
    const inside = ({ at }: Edit): boolean =>
      spans.some(({ start, end }) => start <= at.start && at.end <= end) && word !== "";
    return reading.edits.filter((edit) => edit.kind === kind && inside(edit));
  };

/** The words told as `said` for those told as `right`. */
const told =
  (said: string, right: string): Mending =>
  ({ because, details }, { reading: { content } }) => {
    const [before, after] = [details?.[said], details?.[right]];
    const all = mergeSpans(because?.[0]?.spans ?? []);
    if (typeof before !== "string" || typeof after !== "string" || before === "" || after === "") return [];
    for (const { start, end } of all) {
      const at = content.slice(start, end).indexOf(before);
      if (at >= 0) return [{ at: { start: start + at, end: start + at + before.length }, by: after }];
    }
    return [];
  };

/** Words that stand twice: those that stand first, with the white space behind them, are taken away. */
const firstOfTwo: Mending = ({ because, details }, { reading: { content } }) => {
  const words = details?.["words"];
  const [span] = mergeSpans(because?.[0]?.spans ?? []);
  if (typeof words !== "string" || words === "" || span === undefined) return [];
  const stretch = content.slice(span.start, span.end);
  const again = stretch.length - words.length;
  const isTwice =
    stretch.startsWith(words) &&
    stretch.slice(again).toLowerCase() === words.toLowerCase() &&
    stretch.slice(words.length, again).trim() === "";
  return isTwice ? [{ at: { start: span.start, end: span.start + again }, by: "" }] : [];
};

/** The number before the words, which has the mark of another list: `12.` for `12)`. */
const otherMark: Mending = ({ because, details }, { reading: { content } }) => {
  const [one, other] = [details?.["one"], details?.["other"]];
  const [span] = because?.[0]?.spans ?? [];
  if (typeof one !== "string" || typeof other !== "string" || span === undefined) return [];
  const by = other.replace(/\d+(?:-\d+)*/u, () => /\d+(?:-\d+)*/u.exec(one)?.[0] ?? "");
  const before = content.slice(Math.max(0, span.start - LONGEST_MARK), span.start);
  const at = before.lastIndexOf(one);
  if (at < 0 || by === one || before.slice(at + one.length).trim() !== "") return [];
  const start = span.start - before.length + at;
  return [{ at: { start, end: start + one.length }, by }];
};

const LONGEST_MARK = 24;

/** Faults of which it is certain what should stand there. */
const MENDINGS: ReadonlyMap<string, Mending> = new Map([
  ["lint/latin-letters", asRead("replace-look-alikes")],
  ["lint/misspelt-term", asRead("correct-misspelt-terms")],
  ["lint/month-form", told("said", "right")],
  ["lint/doubled-word", firstOfTwo],
  ["lint/item-mark-differs", otherMark],
]);

/** What takes a finding away, where that is certain: of letters of another script also all that the text has. */
export function mendsOf(
  finding: Finding,
  looked: LookedAct,
  document: TextDocument,
  language: Language,
): readonly Mend[] {
  const changes = MENDINGS.get(finding.code)?.(finding, looked) ?? [];
  const own = mendOf(changes, finding, looked, document, language);
  const all = looked.reading.edits.filter(({ kind }) => kind === "replace-look-alikes");
  if (finding.code !== "lint/latin-letters" || own === undefined || all.length <= changes.length)
    return own === undefined ? [] : [own];
  const everywhere = textEdits(all, looked, document);
  return everywhere === undefined
    ? [own]
    : [
        own,
        {
          title: editorWords("replaceLetters", language, { times: String(all.length) }),
          edits: everywhere,
        },
      ];
}

function mendOf(
  changes: readonly Change[],
  { because }: Finding,
  looked: LookedAct,
  document: TextDocument,
  language: Language,
): Mend | undefined {
  const [first] = changes;
  const edits = textEdits(changes, looked, document);
  if (first === undefined || edits === undefined) return undefined;
  const { content } = looked.reading;
  const last = changes.at(-1) ?? first;
  const [around = first.at] = because?.[0]?.spans ?? [];
  // Of a letter the whole word is told: a lone letter tells nobody which of two alike it is.
  const isInside = around.start <= first.at.start && last.at.end <= around.end;
  const whole = isInside && first.by !== "" ? around : { start: first.at.start, end: last.at.end };
  const before = content.slice(whole.start, whole.end);
  const after = changed(content, whole, changes);
  const title =
    first.by === ""
      ? editorWords("remove", language, { before: before.trim() })
      : editorWords("replace", language, { before, after });
  return { title, edits };
}

/** A stretch of the text with the changes in it made. */
function changed(content: string, { start, end }: Span, changes: readonly Change[]): string {
  let text = "";
  let at = start;
  for (const { at: span, by } of [...changes].sort((a, b) => a.at.start - b.at.start)) {
    text += content.slice(at, span.start) + by;
    at = span.end;
  }
  return text + content.slice(at, end);
}

/** Changes as the editor makes them; undefined where the file has other letters at one of the places: it would be spoilt. */
function textEdits(
  changes: readonly Change[],
  { inFile, reading: { content } }: LookedAct,
  document: TextDocument,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { at, by } of changes) {
    const span = spanInFile(at, inFile);
    const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
    if (document.getText(range) !== content.slice(at.start, at.end)) return undefined;
    edits.push({ range, newText: by });
  }
  return edits;
}
