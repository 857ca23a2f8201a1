import type { RowTopic } from "./provision.ts";
import type { StructureWords } from "./structure-words.ts";

/** The words of all languages at hand, made into patterns once. */
export interface Patterns {
  readonly note: RegExp;
  readonly noteAbove: RegExp;
  /** Group 1: the annex's number, if it has one. */
  readonly annexHeads: readonly RegExp[];
  readonly annexOwner: RegExp;
  readonly ownerOf: ReadonlyMap<string, "act" | "regulation" | "table">;
  readonly approved: RegExp;
  /** The end of a paragraph that is the beginning of an approval stamp. */
  readonly stampTail: RegExp;
  readonly stampWord: RegExp;
  readonly regulationTitle: RegExp;
  readonly service: RegExp;
  /** A title with the first chapter's heading run on after it. Groups: title, chapter. */
  readonly titleAndChapter: RegExp;
  /** Group 1: number. */
  readonly chapters: readonly RegExp[];
  readonly signed: RegExp;
  readonly agreed: RegExp;
  readonly formWord: RegExp;
  /** Group 1: number. */
  readonly tableTitles: readonly RegExp[];
  readonly contacts: RegExp;
  readonly rows: readonly { readonly topic: RowTopic; readonly label: RegExp; readonly own: RegExp }[];
  readonly processRows: readonly RegExp[];
}

const NUMBER = "\\d{1,4}(?:-\\d{1,4}){0,3}";
const made = new WeakMap<readonly StructureWords[], Patterns>();

/** The patterns of these words; made once for the same list. */
export function patternsOf(languages: readonly StructureWords[]): Patterns {
  const known = made.get(languages);
  if (known !== undefined) return known;
  const patterns = make(languages);
  made.set(languages, patterns);
  return patterns;
}

function make(languages: readonly StructureWords[]): Patterns {
  const all = (pick: (words: StructureWords) => readonly string[]): string => anyOf(languages.flatMap(pick));
  const each = (pick: (words: StructureWords) => readonly string[]): RegExp[] =>
    languages.flatMap(pick).map((source) => new RegExp(withNumber(source), "u"));
  const bodies = all((words) => words.bodies);
  const instruments = all((words) => words.instruments);
  const owners = languages.flatMap((words) => [
    ...words.annexOfAct.map((word) => [word, "act"] as const),
    ...words.annexOfRegulation.map((word) => [word, "regulation"] as const),
    ...words.annexOfTable.map((word) => [word, "table"] as const),
  ]);
  const titles = languages.flatMap((words) => words.regulationTitles);
  const day = `"?\\d{1,2}"? \\p{Ll}+`;
  return {
    note: new RegExp(`^(?:${all((words) => words.notes)})(?![\\p{L}-])`, "u"),
    noteAbove: new RegExp(`^(?:${all((words) => words.notesAbove)})\\.?$`, "u"),
    annexHeads: languages
      .flatMap((words) => words.annexHeads)
      .map((source) => new RegExp(`(?<!\\p{L})${withNumber(source)}`, "u")),
    annexOwner: new RegExp(`(?<!\\p{L})(?:${anyOf(owners.map(([word]) => word))})(?!\\p{L})`, "gu"),
    ownerOf: new Map(owners),
    approved: new RegExp(`(?<!\\p{L})(?:${all((words) => words.approved)})\\.?$`, "u"),
    stampTail: new RegExp(
      `(?<![\\p{L}\\p{Nd}])(?:\\d{4} жылғы ${day} № [^ ]+ )?\\p{Lu}\\p{L}{1,20}(?: \\p{L}{1,20}){0,5} (?:${bodies})(?: \\d{4} жылғы)?(?: ${day})?(?: № [^ ]+)?(?: (?:${instruments}))?$`,
      "u",
    ),
    stampWord: new RegExp(
      `№|\\d{4}|(?<!\\p{L})(?:${bodies}|${instruments})(?!\\p{L})|Республикас|Республики`,
      "u",
    ),
    regulationTitle: new RegExp(anyOf(titles), "u"),
    service: new RegExp(
      all((words) => words.services),
      "iu",
    ),
    titleAndChapter: /^(.{10,400}\p{Ll}) (1\. \p{Lu}[^.]{5,80})$/u,
    chapters: each((words) => words.chapters),
    signed: new RegExp(
      `(?<!\\p{L})(?:${all((words) => words.offices)}) (?:\\p{Lu}\\. ?){1,2}\\p{Lu}[\\p{Ll}-]+$|^\\p{Lu}\\. ?(?:\\p{Lu}\\. ?)?\\p{Lu}\\p{Ll}+$`,
      "u",
    ),
    agreed: new RegExp(`^["«]?(?:${all((words) => words.agreed)})["»]?:?(?=$| \\p{Lu})`, "u"),
    formWord: new RegExp(`(?<!\\p{L})(?:${all((words) => words.formWords)})$`, "u"),
    tableTitles: each((words) => words.tableTitles),
    contacts: new RegExp(
      all((words) => words.contacts),
      "u",
    ),
    rows: languages.flatMap((words) =>
      (Object.keys(words.rows) as RowTopic[]).flatMap((topic) =>
        words.rows[topic].map((label) => ({
          topic,
          label: labelPattern(label),
          own: labelPattern(label, "^[^\\p{L}]{0,4}"),
        })),
      ),
    ),
    processRows: languages.flatMap((words) => words.processRows).map((label) => labelPattern(label)),
  };
}

/** `{n}` is a number, and a group of the pattern. */
const withNumber = (source: string): string => source.replace("{n}", `(${NUMBER})`);

const anyOf = (words: readonly string[]): string => words.map((word) => `(?:${word})`).join("|");

/** A label anywhere in a text whose lines may have parted its words. */
const labelPattern = (label: string, before = "(?<![\\p{L}\\p{Nd}])"): RegExp =>
  new RegExp(
    `${before}(?:${label.replaceAll("…", "(?:[^ \\n]+ ){0,14}?").replaceAll(" ", "[ \\n]").replaceAll("[^[ \\n]\\n]", "[^ \\n]")})(?!\\p{L})`,
    "u",
  );
