import { CHANNELS, type Addressee, type Channel, type DeadlineRule } from "../../model/rule.ts";
import { DAYS, MONTHS } from "../../model/duration.ts";
import { addresseeNumber, COMPLAINT, NO_ADDRESSEE } from "./addressees.ts";
import { deadlinesOf, eventsOf, type BookAtWork } from "./book.ts";
import { judgedDeadlines, type ExtensionBasis, type JudgedDeadline, type NoProlonging } from "./prolonged.ts";
import { judgingTimes, type JudgingTime } from "./judging-times.ts";
import { NEVER } from "./measures.ts";
import { silenceOf, type Silence } from "./silence.ts";
import { pairOf, type NotAudited, type Pair } from "./pairs.ts";
import type { TermConditions } from "./term-conditions.ts";
import {
  AS_ADDRESSED,
  AS_NOT_ASKED,
  registrationVariants,
  termRows,
  untilMidnight,
  type RowTables,
  type TermRow,
} from "./term-rows.ts";

/** A row of the table `term`, but for its number and for that of the term that it is a variant of. */
export interface NumberedRow extends TermRow, JudgingTime, Silence {
  readonly book_no: number;
  readonly pair_no: number;
  readonly rule_no: number;
  readonly addressee_no: number;
  readonly owed_if: number;
  /** Starts between which one due time does not tell all. */
  readonly hard_from: number;
  readonly hard_until: number;
  /** How long it is the log itself says (1). */
  readonly own_days: number;
  /** Whose term it is. */
  readonly condition_no: number;
}

/** What the terms of books are numbered by. */
export interface Numbering extends RowTables {
  readonly eventNumber: ReadonlyMap<string, number>;
  readonly firstRuleOf: (book: number) => number;
  /** The deadlines that the log itself carries, and their numbers beside a book. */
  readonly own: readonly DeadlineRule[];
  readonly numberOfOwn: (book: number, rule: DeadlineRule) => number;
  /** To whom complaints are addressed that do not say so. */
  readonly addressee: Addressee | undefined;
  /** Whose terms are whose. */
  readonly conditions: TermConditions;
  /** What allows a term to be extended. */
  readonly basis: ExtensionBasis;
}

/** The terms of books, between which events they run, and those that judge no case. */
export interface TermsOfBooks {
  readonly pairs: readonly Pair[];
  readonly notAudited: readonly NotAudited[];
  readonly rows: readonly NumberedRow[];
}

const EVERY_CHANNEL: readonly (Channel | undefined)[] = [undefined, ...CHANNELS];

export function termsOfBooks(books: readonly BookAtWork[], numbering: Numbering): TermsOfBooks {
  const pairs = new Map<string, Pair>();
  const notAudited: NotAudited[] = [];
  const rows: NumberedRow[] = [];
  for (const [book_no, atWork] of books.entries())
    for (const judged of [...judgedDeadlines(atWork, numbering.basis), ...numbering.own.map(ownDeadline)]) {
      const none = notJudged(judged, numbering);
      if (none !== undefined || "because" in judged) {
        // One that prolongs several terms is told once.
        const isTold = notAudited.some(({ rule }) => rule === judged.of);
        if (none !== undefined && atWork.inZone === undefined && !isTold)
          notAudited.push({ rule: judged.of, ...none });
        continue;
      }
      const { rule, of } = judged;
      const pair = pairOf(rule, numbering.eventNumber, judged);
      if (typeof pair === "string") continue;
      const key = JSON.stringify(pair);
      if (!pairs.has(key)) pairs.set(key, pair);
      const numbers = {
        book_no,
        pair_no: [...pairs.keys()].indexOf(key),
        rule_no:
          rule.ofLog === undefined
            ? numbering.firstRuleOf(book_no) + atWork.book.rules.indexOf(of)
            : numbering.numberOfOwn(book_no, rule),
        own_days: rule.ofLog?.carries === "days" ? 1 : 0,
        owed_if: owedIf(rule),
        ...silenceOf(atWork, rule),
      };
      for (const row of rowsOf(atWork, rule, pair, numbering)) rows.push({ ...numbers, ...row });
    }
  return { rows, pairs: [...pairs.values()], notAudited };
}

/** A deadline that the log itself carries ends with whatever usually ends it. */
const ownDeadline = (rule: DeadlineRule): Judged => ({ rule, of: rule });
type Judged = Pick<JudgedDeadline, "rule" | "of"> & Partial<Pick<JudgedDeadline, "putOffBy" | "needs">>;

/** Why a deadline judges no case; undefined where it may. */
function notJudged(
  judged: NoProlonging | Judged,
  { eventNumber, conditions }: Numbering,
): Omit<NotAudited, "rule"> | undefined {
  if ("because" in judged) return { because: judged.because };
  const pair = pairOf(judged.rule, eventNumber, judged);
  if (typeof pair === "string") return { because: pair };
  const lacking = conditions.lacking(judged.rule);
  return lacking.length === 0 ? undefined : { because: "facts-not-mapped", lacking };
}

/** In the column `owed_if`. */
const owedIf = ({ ofLaw }: DeadlineRule): number =>
  ofLaw?.owed === "where-done" ? 1 : ofLaw?.owed === "unless-excepted" ? 2 : 0;

type OwnRow = Omit<NumberedRow, "book_no" | "pair_no" | "rule_no" | "owed_if" | "own_days" | keyof Silence>;

/** The rows of a rule: for each time in which it judges, each addressee and each channel. */
function rowsOf(atWork: BookAtWork, rule: DeadlineRule, pair: Pair, numbering: Numbering): readonly OwnRow[] {
  const addressed = addressedAs(atWork, rule, pair, numbering.addressee);
  return judgingTimes(rule, atWork.zone).flatMap((time) =>
    addressed.flatMap(({ number, or }) =>
      EVERY_CHANNEL.flatMap((channel) => {
        const condition_no = numbering.conditions.numberOf(rule, channel);
        if (condition_no === undefined) return [];
        const own = termRows(atWork, rule, channel, numbering);
        const others = or.flatMap((other) => termRows(atWork, other, channel, numbering));
        const first = number === NO_ADDRESSEE ? AS_ADDRESSED : AS_NOT_ASKED;
        const ways = others.map((row, index) => ({ ...row, variant: first + index }));
        return withVariants(own, ways, numbering).map((row) => ({
          ...row,
          ...time,
          addressee_no: number,
          condition_no,
        }));
      }),
    ),
  );
}

/** The rows of a term with every other way in which it may be counted, and the starts for which there is one. */
function withVariants(
  own: readonly TermRow[],
  ways: readonly TermRow[],
  tables: RowTables,
): (TermRow & Pick<NumberedRow, "hard_from" | "hard_until">)[] {
  const [told, ...more] = own;
  if (told === undefined) return [];
  const registered = own.concat(ways).flatMap((row) => registrationVariants(row, tables));
  const always = more.length + ways.length > 0;
  const ever = { hard_from: -NEVER, hard_until: NEVER };
  const hard = {
    hard_from: Math.min(NEVER, ...registered.map(({ from }) => from)),
    hard_until: Math.max(-NEVER, ...registered.map(({ until }) => until)),
  };
  const others = [
    ...[...more, ...ways].map((row) => ({ ...row, ...ever })),
    ...registered.map(({ row, from, until }, index) => ({
      ...row,
      variant: row.variant + index,
      hard_from: from,
      hard_until: until,
    })),
  ];
  // The hour of the last day alone makes no term hard: both ends are counted at once.
  const toMidnight = [{ ...told, ...ever }, ...others].flatMap((row) => untilMidnight(row));
  return [{ ...told, ...(always ? ever : hard) }, ...others, ...toMidnight];
}

/** An addressee of complaints that a rule judges, by number, and the rules that it may be instead for all that is known. */
interface AddressedAs {
  readonly number: number;
  readonly or: readonly DeadlineRule[];
}

/**
 * Which complaints a rule judges. Where nobody knows to whom one is addressed, the longest term of those that it can be is
 * told, and the others say from when on it may be late (Law on public services, art. 25(2)).
 */
function addressedAs(
  { book }: BookAtWork,
  rule: DeadlineRule,
  { addressees }: Pair,
  usual: Addressee | undefined,
): readonly AddressedAs[] {
  const named = [...new Set(addressees.map(({ addressee }) => addressee))];
  const alone = (number: number): AddressedAs => ({ number, or: [] });
  if (!isAnsweredBy(rule)) return [NO_ADDRESSEE, ...named].map(alone);
  const all = deadlinesOf(book).filter((each) => isAnsweredBy(each));
  const own = among(
    rule,
    all.filter((each) => each.addressee === rule.addressee && judgesWith(each, rule)),
  );
  const number = addresseeNumber(rule.addressee);
  const told = own.flatMap((or) => (named.includes(number) ? [{ number, or }] : []));
  if (usual !== undefined)
    return [
      ...own.flatMap((or) => (rule.addressee === usual ? [{ number: NO_ADDRESSEE, or }] : [])),
      ...told,
    ];
  const possible = among(
    rule,
    all.filter((each) => each.addressee !== "other"),
  );
  return [...possible.map((or) => ({ number: NO_ADDRESSEE, or })), ...told];
}

/** The rules that may judge in place of the longest of several; none where that is another one. */
function among(rule: DeadlineRule, rules: readonly DeadlineRule[]): (readonly DeadlineRule[])[] {
  const [longest, ...or] = rules.toSorted((a, b) => daysAbout(b) - daysAbout(a));
  return longest === rule ? [or] : [];
}

/** Two terms of the law judge together that hold in the same days: one where others have to be asked, one where not. */
const judgesWith = (one: DeadlineRule, other: DeadlineRule): boolean =>
  one === other ||
  (one.ofLaw?.days !== undefined && JSON.stringify(one.ofLaw.days) === JSON.stringify(other.ofLaw?.days));

/** A term to answer a complaint that is one addressee's alone. */
const isAnsweredBy = (rule: DeadlineRule): boolean =>
  rule.addressee !== undefined && rule.ofLaw?.owed === undefined && eventsOf(rule)?.from === COMPLAINT;

/** Calendar days that a term takes, near enough to tell which of two is longer. */
const daysAbout = ({ amount, unit }: DeadlineRule): number =>
  amount * (unit === "working-day" ? 7 / 5 : (((MONTHS[unit] ?? 0) * 30 || DAYS[unit]) ?? 1));
