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
        ...missingFrom(listOf(body, isAlike), table).map(({ rule, other }) => ({
          at: citeRule(draft, rule),
          beside: citeRule(draft, other),
        })),
      ];
    });
  },

  examples: {
    must: [
      {
        in: "ru",
        rules: [
          document("a/clause-5/item-1", "копия диплома об образовании"),
          document("a/clause-5/item-2", "копия трудовой книжки"),
          document("a/clause-5/item-3", "справка о состоянии здоровья"),
          document("a/annex-1/table/row-8/item-1", "копия диплома об образовании"),
          document("a/annex-1/table/row-8/item-2", "копия трудовой книжки"),
          document("a/annex-1/table/row-8/item-3", "справка о состоянии здоровья"),
          document("a/annex-1/table/row-8/item-4", "квитанция об уплате сбора"),
        ],
      },
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

/** So many papers of one clause, one of them in the table too, are a list of the same. */
const FEWEST = 3;

/** The list of papers that a clause has of its own; nothing where it has none, or points to the table. */
function listOf(
  body: readonly DocumentRule[],
  isAlike: (text: string, least: number) => boolean,
): readonly DocumentRule[] {
  const items = body.filter(({ path }) => path?.includes("/item-") === true);
  return items.length >= FEWEST && items.some((rule) => isAlike(quote(rule), SAME)) ? items : [];
}

/** The papers of the table that such a list has not, beside its first. */
function missingFrom(
  list: readonly DocumentRule[],
  table: readonly DocumentRule[],
): readonly { readonly rule: DocumentRule; readonly other: DocumentRule }[] {
  const [other] = list;
  const isThere = alikeAmong(list.map(quote));
  return other === undefined
    ? []
    : table.filter((rule) => !isThere(quote(rule), SAME)).map((rule) => ({ rule, other }));
}

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
