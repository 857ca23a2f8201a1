import type { Grammar } from "../language/grammar.ts";
import { LIKELY, SURE, wholeOf, type Extractor, type Fields, type Reading } from "./extractor.ts";
import { caseOf } from "./case.ts";
import { numberAt, type NumberWords } from "./number.ts";
import { openingOf } from "./phrase.ts";
import { gapAfter, has, marksFor, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";
import { exemptIn } from "./exempt.ts";
import { behindBrackets } from "./term.ts";

/** What the applicant pays: nothing, or an amount. */
export const fee: Extractor<"fee"> = {
  id: "fee",
  read: (statement, grammar) => {
    const exempt = exemptIn(statement, grammar);
    if (exempt !== undefined)
      return [
        {
          fields: { kind: "fee", free: true, condition: exempt },
          words: wholeOf(statement),
          confidence: LIKELY,
        },
      ];
    const asRow = statement.topic === "fee";
    if (!asRow && !isRendered(statement) && !isPaid(statement)) return [];
    return feesIn(statement, grammar).map((fields): Reading<"fee"> => {
      return { fields, words: wholeOf(statement), confidence: asRow || fields.free === true ? SURE : LIKELY };
    });
  },
  examples: [
    { in: "kk", topic: "fee", text: "Тегін", gives: [{ free: true }] },
    { in: "kk", text: "Мемлекеттік қызмет жеке тұлғаларға ақысыз көрсетіледі", gives: [{ free: true }] },
    {
      in: "kk",
      topic: "fee",
      text: "Ақылы, 2500 теңге",
      gives: [{ free: false, amount: 2500, currency: "KZT" }],
    },
    {
      in: "kk",
      topic: "fee",
      text: "рұқсатты қайта ресімдеу – рұқсат беру үшін алынатын алымның 20 %-ы",
      gives: [{ free: false, amount: 20, currency: "percent", condition: "рұқсатты қайта ресімдеу" }],
    },
    {
      in: "kk",
      topic: "fee",
      text: "рұқсат беру – 3 (үш) айлық есептік көрсеткіш",
      gives: [{ amount: 3, currency: "MCI" }],
    },
    { in: "kk", topic: "fee", text: "Алым Салық кодексіне сәйкес алынады", gives: [] },
    { in: "kk", text: "Дәрігерді тегін ауыстыруға болады", gives: [] },
    { in: "ru", topic: "fee", text: "Государственная услуга оказывается бесплатно", gives: [{ free: true }] },
    {
      in: "ru",
      topic: "fee",
      text: "выдача лицензии – 6 месячных расчетных показателей",
      gives: [{ free: false, amount: 6, currency: "MCI", condition: "выдача лицензии" }],
    },
    { in: "ru", topic: "fee", text: "Сбор взимается согласно Налоговому кодексу", gives: [] },
    {
      in: "ru",
      lead: "От уплаты сбора освобождаются:",
      text: "ветераны труда",
      gives: [{ free: true, condition: "ветераны труда" }],
    },
    {
      in: "ru",
      topic: "fee",
      text: "Дети-сироты освобождаются от уплаты государственной пошлины",
      gives: [{ free: true, condition: "Дети-сироты" }],
    },
    { in: "ru", lead: "От испытаний освобождаются:", text: "ветераны", gives: [] },
    {
      in: "kk",
      lead: "Мемлекеттік баж төлеуден мыналар босатылады:",
      text: "жетім балалар",
      gives: [{ free: true, condition: "жетім балалар" }],
    },
    {
      in: "kk",
      topic: "fee",
      text: "Жетім балалар алым төлеуден босатылады",
      gives: [{ free: true, condition: "Жетім балалар" }],
    },
  ],
};

const isRendered = (statement: Statement): boolean =>
  has(statement, "is-rendered") && has(statement, "service-given");

/** `алушы … алым ретінде 5 АЕК төлейді`, in a clause. */
const isPaid = (statement: Statement): boolean =>
  statement.topic === undefined &&
  statement.cell === undefined &&
  has(statement, "levy") &&
  has(statement, "pays") &&
  has(statement, "applicant");

function feesIn(statement: Statement, grammar: Grammar): Fields<"fee">[] {
  const free = has(statement, "free") ? [freeFee(statement, grammar)] : [];
  const amounts = amountsIn(statement, grammar);
  if (amounts.length === 0) return has(statement, "paid") ? [...free, { kind: "fee", free: false }] : free;
  const paid = amounts.map(({ told, from }, index): Fields<"fee"> => {
    const condition =
      conditionOf(statement, amounts[index - 1]?.to ?? 0, from) ?? headedBy(statement, grammar);
    return { kind: "fee", free: false, ...told, ...(condition === undefined ? {} : { condition }) };
  });
  return [...free, ...paid];
}

function freeFee(statement: Statement, grammar: Grammar): Fields<"fee"> {
  const condition = freeFor(statement, grammar);
  return { kind: "fee", free: true, ...(condition === undefined ? {} : { condition }) };
}

/** `студенттерге тегін`, `зейнеткерлер үшін … ақысыз`: some of those who apply; that all do, and persons of a kind, is no case. */
function freeFor(statement: Statement, grammar: Grammar): string | undefined {
  if (has(statement, "applicant", "legal-person", "natural-and-legal")) return undefined;
  if (has(statement, "natural-person") && !has(statement, "some-persons")) return undefined;
  const [free] = marksFor(statement, "free");
  const [service] = marksFor(statement, "service-given");
  if (free === undefined || service === undefined) return undefined;
  const [whom] = marksFor(statement, "for-whom");
  if (whom !== undefined && whom.from > 0 && whom.to <= service.from)
    return wordsBetween(statement, 0, whom.to);
  const isTo = grammar.is(statement.words[free.from - 1]?.text ?? "", "to");
  return isTo && free.from > service.to ? wordsBetween(statement, service.to, free.from) : undefined;
}

interface Amount {
  readonly told: { readonly amount: number; readonly currency: string; readonly of?: string };
  /** The first word of the number, and the word behind it. */
  readonly from: number;
  readonly to: number;
}

const CURRENCIES = [
  ["in-tenge", "KZT"],
  ["in-mci", "MCI"],
  ["in-percent", "percent"],
] as const;

/** Every number that is told in a currency, in monthly calculation indices or in percent: `2500 теңге`, `6 АЕК`, `10 %`. */
function amountsIn(statement: Statement, grammar: Grammar): Amount[] {
  const amounts: Amount[] = [];
  for (let from = 0; from < statement.words.length; from += 1) {
    const number = numberAt(statement.words, from, grammar);
    if (number === undefined) continue;
    const grouped = withThousands(statement, number, grammar);
    const currency = currencyAt(statement, grouped.to);
    if (currency !== undefined) {
      const of = currency === "percent" ? wholeOfPercent(statement, from, grammar) : undefined;
      amounts.push({
        told: { amount: grouped.value, currency, ...(of === undefined ? {} : { of }) },
        from,
        to: grouped.to,
      });
    }
    from = grouped.to - 1;
  }
  return amounts;
}

const THOUSAND = 1000;

/** `2 500`: groups of three digits behind a space are of the same number. */
function withThousands(
  statement: Statement,
  number: NumberWords,
  grammar: Grammar,
): { value: number; to: number } {
  let { value, to } = number;
  for (let next = statement.words[to]; next !== undefined; next = statement.words[to]) {
    if (!next.digits || !/^\d{3}$/.test(next.text) || !/^\s$/.test(gapAfter(statement, to - 1))) break;
    value = value * THOUSAND + Number(next.text);
    to += 1;
  }
  const isAgain = to > number.to && gapAfter(statement, to - 1).includes("(");
  return { value, to: isAgain ? (grammar.numberAt(statement.words, to)?.to ?? to) : to };
}

function currencyAt(statement: Statement, at: number): string | undefined {
  if (
    gapAfter(statement, at - 1)
      .trimStart()
      .startsWith("%")
  )
    return "percent";
  const behind = behindBrackets(statement, at);
  return CURRENCIES.find(([cue]) => marksFor(statement, cue).some((mark) => mark.from === behind))?.[1];
}

/** `мөлшерлеменің 10 %-ы`: the words of the owner right before the number. */
function wholeOfPercent(statement: Statement, from: number, grammar: Grammar): string | undefined {
  const owner = statement.words[from - 1]?.text ?? "";
  return grammar.is(owner, "owner")
    ? wordsBetween(statement, openingOf(statement, from - 1, grammar), from)
    : undefined;
}

/** What stands before the dash behind the last amount: who pays so much, or for what. */
function conditionOf(statement: Statement, from: number, amount: number): string | undefined {
  for (let at = amount; at > from; at -= 1)
    if (/\s?[-–—]\s|\s[-–—]/u.test(gapAfter(statement, at - 1))) {
      const isName = marksFor(statement, "levy").some((mark) => mark.to === at);
      const isSentence = has(statement, "service-given", "free") && at - from > MOST_OF_CONDITION;
      return isName || isSentence ? undefined : wordsBetween(statement, from, at);
    }
  return undefined;
}

/** The case that a list of amounts is headed by. */
const headedBy = (statement: Statement, grammar: Grammar): string | undefined =>
  statement.topic === "fee" ? caseOf(statement, grammar) : undefined;

/** Words at most of a condition before a dash. */
const MOST_OF_CONDITION = 25;
