import type { RefusalRule } from "../model/rule.ts";
import { alikeAmong } from "./alike.ts";
import { byService, citeRule, inTable, type Draft } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";

/** From here on a ground in the body and one in the table are taken for the same. */
const SAME = 0.5;

/**
 * A ground on which the service is refused that the body has and the table has not, or the reverse where the body has
 * grounds of its own and does not point to the table for the others.
 */
export const refusalNotInTable: Lint = {
  code: "refusal-not-in-table",
  severity: "note",

  find: (draft, { lint: words }) => {
    const pointing = servicesPointingToTable(draft, words);
    return [...byService(draft.rules)].flatMap(([service, rules]): readonly Found[] => {
      const grounds = rules.filter(
        (rule): rule is RefusalRule => rule.kind === "refusal" && rule.stage === "service",
      );
      const [table, body] = [grounds.filter(inTable), grounds.filter((rule) => !inTable(rule))];
      const [first] = table;
      const [own] = body;
      if (first === undefined || own === undefined) return [];
      const missing = (from: readonly RefusalRule[], to: readonly RefusalRule[]): readonly RefusalRule[] => {
        const isAlike = alikeAmong(to.map(quote));
        const known = new Set(to.flatMap((one) => sortsOf(quote(one), words)));
        return from.filter(
          (one) => !isAlike(quote(one), SAME) && !sortsOf(quote(one), words).some((sort) => known.has(sort)),
        );
      };
      return [
        ...missing(body.filter(refusesIn(words)), table).map((rule) => ({
          at: citeRule(draft, rule),
          beside: citeRule(draft, first),
        })),
        // Without the text nobody can tell whether the body points to the table.
        ...(draft.parts.length === 0 || pointing.has(service) || !isList(body, table)
          ? []
          : missing(table, body).map((rule) => ({
              at: citeRule(draft, rule),
              beside: citeRule(draft, own),
            }))),
      ];
    });
  },

  examples: {
    must: [
      {
        in: "ru",
        rules: [
          ground("a/clause-7/item-1", "недостоверность представленных документов"),
          ground("a/clause-7/item-2", "имеется медицинское противопоказание к лечению"),
          ground("a/annex-1/table/row-9/item-1", "недостоверность представленных документов"),
        ],
      },
      {
        rules: [
          ground("a/clause-13", "Қарсы көрсетілімдер болған кезде учаскелік дәрігер бас тартуды ресімдейді"),
          ground("a/annex-1/table/row-9/item-1", "ұсынған құжаттардың анық еместігінің анықталуы"),
        ],
        text: [["a/clause-16", "1-қосымшада көрсетілген негіздер бойынша қызмет көрсетуден бас тартады."]],
      },
    ],
    mustNot: [
      {
        rules: [
          ground("a/clause-13", "құжаттардың анық еместігі анықталған кезде қызмет көрсетуден бас тартады"),
          ground("a/annex-1/table/row-9/item-1", "ұсынған құжаттардың анық еместігінің анықталуы"),
        ],
        text: [["a/clause-16", "1-қосымшада көрсетілген негіздер бойынша қызмет көрсетуден бас тартады."]],
      },
      { rules: [ground("a/annex-1/table/row-9/item-1", "келісімінің болмауы")] },
      {
        in: "ru",
        rules: [
          ground(
            "a/clause-7",
            "отказывается, если услугополучатель не соответствует требованиям статьи 32 Закона",
          ),
          ground("a/annex-1/table/row-9/item-1", "несоответствие услугополучателя установленным требованиям"),
          ground("a/annex-1/table/row-9/item-2", "имеется решение суда о запрещении деятельности"),
        ],
        text: [["a/clause-7", "В допуске отказывается."]],
      },
    ],
  },
};

/** Of the sorts of grounds that laws word in many ways, those that words speak of: unreliable papers, unfit ones. */
function sortsOf(text: string, { grounds }: LintWords): readonly string[] {
  const small = text.toLowerCase();
  return Object.entries(grounds).flatMap(([sort, words]) =>
    words.some((word) => small.includes(word)) ? [sort] : [],
  );
}

/** Whether a ground's words refuse; the items of a list stand under words that do. */
const refusesIn =
  ({ refuse }: LintWords) =>
  ({ path, source }: RefusalRule): boolean =>
    path?.includes("/item-") === true || refuse.some((word) => source?.quote.toLowerCase().includes(word));

/** So many grounds in the body, and one of them in the table too, make a list of the same thing. */
const FEWEST = 2;

function isList(body: readonly RefusalRule[], table: readonly RefusalRule[]): boolean {
  const isAlike = alikeAmong(table.map(quote));
  return body.length >= FEWEST && body.some((one) => isAlike(quote(one), SAME));
}

const quote = (rule: RefusalRule): string => rule.source?.quote ?? "";

function ground(path: string, words: string): Partial<RefusalRule> {
  return {
    kind: "refusal",
    stage: "service",
    path,
    source: { file: "f", sha256: "", spans: [], lines: [1, 1], quote: words },
  };
}

/** The services in which a provision of the body refuses "on the grounds shown in annex 1". */
function servicesPointingToTable(draft: Draft, words: LintWords): ReadonlySet<number> {
  const [annex, refuse] = [new RegExp(anyOf(words.annex), "iu"), new RegExp(anyOf(words.refuse), "iu")];
  const points = (text: string): boolean => {
    const at = text.search(annex);
    return at >= 0 && refuse.test(text.slice(at));
  };
  const pointing = draft.parts.filter((part) => part.topic === undefined && points(part.words.text));
  return new Set(pointing.map(({ service }) => service ?? 1));
}
