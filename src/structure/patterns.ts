import { levelled, takingEither } from "../model/level.ts";
import type { RowTopic } from "../language/structure-words.ts";
import type { StructureWords } from "../language/structure-words.ts";
import type { TextLanguage } from "../language/text-language.ts";
import type { TopicSigns } from "./row-topics.ts";

/** The words of all languages, made into patterns once: an act has heads and notes in another language than its own. */
export interface Patterns {
  readonly note: RegExp;
  readonly noteAbove: RegExp;
  /** What stands for a clause or item that an amendment has taken out. */
  readonly excluded: RegExp;
  /** Group 1: the annex's number, if it has one. */
  readonly annexHeads: readonly RegExp[];
  readonly annexOwner: RegExp;
  /** The same, for all places in a text: it remembers where it was, so nothing is tested with it. */
  readonly annexOwners: RegExp;
  readonly ownerOf: ReadonlyMap<string, "act" | "regulation" | "table">;
  readonly approved: RegExp;
  /** The end of a paragraph that is the beginning of an approval stamp. */
  readonly stampTail: RegExp;
  readonly stampWord: RegExp;
  readonly regulationTitle: RegExp;
  readonly service: RegExp;
  /** Words for a public service. */
  readonly aService: RegExp;
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
  readonly rows: readonly { readonly topic: RowTopic; readonly label: RegExp }[];
  /** What tells the rows of a table whose cells the file shows. */
  readonly rowSigns: readonly TopicSigns[];
  readonly processRows: readonly RegExp[];
}

const NUMBER = "\\d{1,4}(?:-\\d{1,4}){0,3}";
const made = new WeakMap<readonly TextLanguage[], Patterns>();

/** The patterns of these languages; made once for the same list. */
export function patternsOf(languages: readonly TextLanguage[]): Patterns {
  const known = made.get(languages);
  if (known !== undefined) return known;
  const patterns = make((pick) => languages.flatMap(({ structure }) => pick(structure)));
  made.set(languages, patterns);
  return patterns;
}

/** What the languages have of something, one language after another. */
type All = <Value>(pick: (words: StructureWords) => Value | readonly Value[]) => readonly Value[];

function make(all: All): Patterns {
  const some = (pick: (words: StructureWords) => string | readonly string[]): string => anyOf(all(pick));
  const owners = all((words) => [
    ...words.annexOfAct.map((word) => [word, "act"] as const),
    ...words.annexOfRegulation.map((word) => [word, "regulation"] as const),
    ...words.annexOfTable.map((word) => [word, "table"] as const),
  ]);
  return {
    note: new RegExp(`^(?:${some((words) => words.notes)})(?![\\p{L}-])`, "u"),
    excluded: new RegExp(`^[*_«"]{0,3}(?:${some((words) => words.excluded)})`, "iu"),
    noteAbove: new RegExp(`^(?:${some((words) => words.notesAbove)})\\.?$`, "u"),
    annexHeads: all((words) => words.annexHeads).map((source) => numberedPattern(`(?<!\\p{L})${source}`)),
    annexOwner: new RegExp(`(?<!\\p{L})(?:${anyOf(owners.map(([word]) => word))})(?!\\p{L})`, "u"),
    annexOwners: new RegExp(`(?<!\\p{L})(?:${anyOf(owners.map(([word]) => word))})(?!\\p{L})`, "gu"),
    ownerOf: new Map(owners.map(([word, kind]) => [levelled(word), kind])),
    ...stampPatterns(some),
    regulationTitle: new RegExp(
      some((words) => words.regulationTitles),
      "iu",
    ),
    service: new RegExp(
      some((words) => words.services),
      "iu",
    ),
    aService: new RegExp(
      some((words) => words.aService),
      "iu",
    ),
    titleAndChapter: /^(.{10,400}\p{Ll}) (1\. \p{Lu}[^.]{5,80})$/u,
    chapters: all((words) => words.chapters).map(numberedPattern),
    signed: new RegExp(
      `(?<!\\p{L})(?:${some((words) => words.offices)}) (?:\\p{Lu}\\. ?){1,2}\\p{Lu}[\\p{Ll}-]+$|^\\p{Lu}\\. ?(?:\\p{Lu}\\. ?)?\\p{Lu}\\p{Ll}+$`,
      "u",
    ),
    agreed: new RegExp(`^["«]?(?:${some((words) => words.agreed)})["»]?:?(?=$| \\p{Lu})`, "u"),
    formWord: new RegExp(`(?<!\\p{L})(?:${some((words) => words.formWords)})$`, "u"),
    tableTitles: all((words) => words.tableTitles).map(numberedPattern),
    contacts: new RegExp(
      some((words) => words.contacts),
      "u",
    ),
    rows: all(rowPatterns),
    rowSigns: all(rowSigns),
    processRows: all((words) => words.processRows).map((label) => labelPattern(label)),
  };
}

/** What tells the lines of an approval stamp. */
function stampPatterns(
  some: (pick: (words: StructureWords) => string | readonly string[]) => string,
): Pick<Patterns, "approved" | "stampTail" | "stampWord"> {
  const bodies = some((words) => words.bodies);
  const instruments = some((words) => words.instruments);
  const year = `\\d{4} (?:${some((words) => words.ofYear)})`;
  const day = `"?\\d{1,2}"? \\p{Ll}+`;
  return {
    approved: new RegExp(`(?<!\\p{L})(?:${some((words) => words.approved)})`, "u"),
    stampTail: new RegExp(
      `(?<![\\p{L}\\p{Nd}])(?:${year} ${day} № [^ ]+ )?\\p{Lu}\\p{L}{1,20}(?: \\p{L}{1,20}){0,5} (?:${bodies})(?: ${year})?(?: ${day})?(?: № [^ ]+)?(?: (?:${instruments}))?$`,
      "u",
    ),
    stampWord: new RegExp(
      `№|\\d{4}|(?<!\\p{L})(?:${bodies}|${instruments})(?!\\p{L})|${some((words) => words.country)}`,
      "u",
    ),
  };
}

const rowPatterns = (words: StructureWords): Patterns["rows"] =>
  (Object.keys(words.rows) as RowTopic[]).flatMap((topic) =>
    words.rows[topic].map((label) => ({
      topic,
      label: labelPattern(label),
    })),
  );

const rowSigns = (words: StructureWords): TopicSigns[] =>
  (Object.keys(words.rowSigns) as RowTopic[]).map((topic) => {
    const cell = words.rowCells[topic];
    return {
      topic,
      label: Object.entries(words.rowSigns[topic]),
      cell: cell === undefined ? undefined : new RegExp(takingEither(cell), "u"),
    };
  });

/** A pattern in which `{n}` is a number, and a group. */
const numberedPattern = (source: string): RegExp =>
  new RegExp(takingEither(source).replace("{n}", `(${NUMBER})`), "u");

const anyOf = (words: readonly string[]): string =>
  words.map((word) => `(?:${takingEither(word)})`).join("|");

/** A label anywhere in a text whose lines may have parted its words. */
const labelPattern = (label: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{Nd}])(?:${takingEither(label).replaceAll("…", "(?:[^ \\n]+ ){0,14}?").replaceAll(" ", "[ \\n]").replaceAll("[^[ \\n]\\n]", "[^ \\n]")})(?!\\p{L})`,
    "u",
  );
