import type { RowTopic } from "../language/structure-words.ts";
import type { LintWords } from "../language/lint-words.ts";
import { groupedBy } from "../model/grouped-by.ts";
import { citePart, type Draft, type Part } from "./draft.ts";
import { regulationsOf } from "./regulations.ts";
import { kindsIn } from "./kinds.ts";
import type { Found, Lint } from "./lint.ts";

/** What a row of a table of requirements, which tells some kinds of request apart, leaves out of those that papers or steps are told for. */
const kindMissing =
  (topic: RowTopic): Lint["find"] =>
  (draft, { lint: words }) =>
    regulationsOf(draft).flatMap(({ parts }) =>
      [...groupedBy(parts.filter(isOfRow), ({ path }) => tableOf(path)).values()].flatMap((rows) =>
        missing(draft, rows, parts.filter(isOfBody), topic, words),
      ),
    );

/** Papers are told for three kinds of request, terms for two: nobody can say when a duplicate is due. */
export const kindWithoutTerm: Lint = {
  code: "kind-without-term",
  severity: "warning",
  find: kindMissing("term"),
  examples: {
    must: [
      {
        text: [
          [
            "annex-1/table/row-3:term",
            "лицензия беру – 15 жұмыс күні, лицензияны қайта ресімдеу – 3 жұмыс күні",
          ],
          ["annex-1/table/row-8:documents/paragraph-1", "лицензияны қайта ресімдеу үшін:"],
          ["annex-1/table/row-8:documents/paragraph-2", "лицензияның телнұсқасын алу үшін:"],
        ],
      },
      {
        in: "ru",
        text: [
          ["annex-1/table/row-3:term", "выдача – 15 рабочих дней, переоформление – 3 рабочих дня"],
          ["annex-1/table/row-8:documents/paragraph-1", "для переоформления: заявление"],
          ["annex-1/table/row-8:documents/paragraph-2", "для получения дубликата: заявление"],
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        text: [
          ["annex-1/table/row-3:term", "15 рабочих дней"],
          ["annex-1/table/row-8:documents/paragraph-1", "для переоформления: заявление"],
          ["annex-1/table/row-8:documents/paragraph-2", "для получения дубликата: заявление"],
        ],
      },
      {
        in: "ru",
        text: [
          ["annex-1/table/row-3:term", "выдача – 15 дней, переоформление – 3 дня, дубликат – 2 дня"],
          ["annex-1/table/row-8:documents/paragraph-1", "для получения дубликата: заявление"],
        ],
      },
      {
        text: [
          ["annex-1/table/row-3:term", "лицензия беру – 15 жұмыс күні, қайта ресімдеу – 3 жұмыс күні"],
          ["annex-1/table/row-8:documents/paragraph-1", "келісімшарттың телнұсқасы қоса беріледі"],
        ],
      },
    ],
  },
};

/** Papers are told for three kinds of request, results for two. */
export const kindWithoutResult: Lint = {
  code: "kind-without-result",
  severity: "warning",
  find: kindMissing("result"),
  examples: {
    must: [
      {
        text: [
          ["annex-1/table/row-5:result", "лицензия беру және қайта ресімдеу не дәлелді бас тарту"],
          ["annex-1/table/row-8:documents/paragraph-1", "лицензияны қайта ресімдеу үшін:"],
          ["annex-1/table/row-8:documents/paragraph-2", "лицензияның қолданысын тоқтату үшін:"],
        ],
      },
      {
        in: "ru",
        text: [
          ["annex-1/table/row-5:result", "лицензия, переоформление лицензии либо мотивированный отказ"],
          ["annex-1/table/row-8:documents/paragraph-2", "для прекращения действия лицензии: заявление"],
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        text: [
          ["annex-1/table/row-5:result", "лицензия либо мотивированный отказ"],
          ["annex-1/table/row-8:documents/paragraph-2", "для прекращения действия лицензии: заявление"],
        ],
      },
      {
        text: [
          ["annex-1/table/row-5:result", "лицензия беру, қайта ресімдеу, қолданысын тоқтату"],
          ["annex-1/table/row-8:documents/paragraph-2", "лицензияның қолданысын тоқтату үшін:"],
        ],
      },
    ],
  },
};

const isOfRow = ({ topic, role }: Part): boolean => topic !== undefined && role === "words";

/** A line of a clause: some tell what is done upon each kind of request. */
const isOfBody = ({ topic, role, aside, path }: Part): boolean =>
  topic === undefined && role === "words" && !aside && /\/clause-/u.test(path);

const tableOf = (path: string): string => path.split("/row-", 1)[0] ?? path;

function missing(
  draft: Draft,
  rows: readonly Part[],
  body: readonly Part[],
  topic: RowTopic,
  words: LintWords,
): readonly Found[] {
  const own = rows.filter((part) => part.topic === topic);
  const [first] = own;
  if (first === undefined) return [];
  const told = new Set(kindsIn(own.map((part) => part.words.text).join("\n"), words));
  // A row that tells no kinds apart speaks of all.
  if (told.size === 0) return [];
  const asked = [...rows.filter((part) => part.topic === "documents"), ...body];
  return Object.keys(words.kinds).flatMap((kind): readonly Found[] => {
    const heading = told.has(kind) ? undefined : asked.find((part) => isHeadingOf(part, kind, words));
    return heading === undefined ? [] : [{ at: citePart(draft, first), beside: citePart(draft, heading) }];
  });
}

/** Whether a line says for which kind what follows is: up to a colon, `for` a kind. */
function isHeadingOf({ words: { text } }: Part, kind: string, words: LintWords): boolean {
  const colon = text.indexOf(":");
  return colon > 0 && colon < LONGEST_HEADING && kindsIn(text.slice(0, colon), words).includes(kind);
}

/** Letters at most of a heading. */
const LONGEST_HEADING = 160;
