import type { DocumentRule } from "../model/rule.ts";
import type { LintWords } from "../language/lint-words.ts";
import { alikeAmong, beginnings } from "./alike.ts";
import { anyOf } from "./any-of.ts";
import { byService, citeRule, inTable } from "./draft.ts";
import { kindsIn } from "./kinds.ts";
import type { Found, Lint } from "./lint.ts";

/** From here on a document in the body and one in the table are taken for the same. */
const SAME = 0.5;

/** A document or request that the body demands and the table's list of documents has not. */
export const documentNotInTable: Lint = {
  code: "document-not-in-table",
  severity: "note",

  find: (draft, { lint: words }) => {
    const isThere = thereIn(words);
    return [...byService(draft.rules).values()].flatMap((rules): readonly Found[] => {
      const documents = rules.filter(
        (rule): rule is DocumentRule =>
          rule.kind === "document" && (inTable(rule) || !isShown(quote(rule), words)),
      );
      const table = documents.filter(inTable);
      const [first] = table;
      if (first === undefined) return [];
      const isAlike = alikeAmong(table.map(quote));
      const body = documents.filter((rule) => !inTable(rule));
      return [
        ...body
          .filter((rule) => !isAlike(quote(rule), SAME) && !isThere(quote(rule), table))
          .map((rule) => ({ at: citeRule(draft, rule), beside: citeRule(draft, first) })),
      ];
    });
  },

  examples: {
    must: [
      {
        rules: [
          document("a/clause-5", "ЭЦҚ қол қойылған сұрау салуды порталда қалыптастырады"),
          document("a/annex-1/table/row-8/item-1", "жеке куәлік (сәйкестендіру үшін)"),
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        rules: [
          document("a/clause-4", "необходимо иметь при себе документ с фотографией"),
          document("a/clause-5", "нотариально заверенная доверенность"),
          document("a/annex-1/table/row-8/item-1", "копия диплома об образовании"),
        ],
      },
      {
        in: "ru",
        rules: [
          document("a/clause-4", "направляет заявление через веб-портал «электронного правительства»"),
          document("a/clause-5", "документ, предусмотренный в перечне основных требований"),
          document("a/annex-1/table/row-8/item-1", "Заявление на проведение аттестации по форме"),
        ],
      },
      {
        rules: [
          document("a/clause-3", "портал арқылы электрондық сұрау салуды береді"),
          document("a/annex-1/table/row-9", "Электрондық сұрау салу"),
        ],
      },
      { rules: [document("a/clause-3", "портал арқылы электрондық сұрау салуды береді")] },
    ],
  },
};

/** Whether words are of a paper that shows who somebody is or for whom they act. */
const isShown = (text: string, words: LintWords): boolean =>
  beginnings(text).size < FEWEST_WORDS ||
  // What is asked for a renewal or a termination alone is in no list of what the service itself takes.
  kindsIn(text, words).length > 0 ||
  words.ofPerson.some((word) => text.toLowerCase().includes(word));

/** A shorter name names no paper. */
const FEWEST_WORDS = 2;

/** Whether these words name an application, and the table has one; or only point to the list. */
function thereIn(words: LintWords): (body: string, table: readonly DocumentRule[]) => boolean {
  const application = new RegExp(anyOf(words.application), "iu");
  const list = new RegExp(`(?<!\\p{L})${anyOf(words.list)}`, "iu");
  return (body, table) =>
    list.test(body) || (application.test(body) && table.some((rule) => application.test(quote(rule))));
}

const quote = (rule: DocumentRule): string => rule.source?.quote ?? "";

function document(path: string, words: string): Partial<DocumentRule> {
  return {
    kind: "document",
    path,
    source: { file: "f", sha256: "", spans: [], lines: [1, 1], quote: words },
  };
}
