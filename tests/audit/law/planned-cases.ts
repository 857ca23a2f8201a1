import type { Channel } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { dateOf, type Day, dayOf, monthsLater } from "../second-auditor/clock.ts";
import { judgingDeadlines } from "../second-auditor/deadlines.ts";
import type { LogLine } from "../second-auditor/log.ts";
import type { Lot } from "../second-auditor/lot.ts";
import type { Office } from "../second-auditor/office.ts";
import { answerRule, CODE, NEW_WORDS, ownAnswer, SURE_OF_SERVICES, sureSince } from "./planned-answers.ts";

/** A case that is made to come out so: `rule outcome` of each rule that it is about, none of which may tell anything else. */
export interface PlannedCase {
  readonly lines: readonly LogLine[];
  readonly truth: readonly string[];
  readonly about: readonly string[];
}

/** Of which book cases are planned, and on which days something may be asked for. */
export interface Planning {
  readonly book: Rulebook;
  readonly office: Office;
  readonly lot: Lot;
  readonly days: readonly Day[];
  readonly channel: Channel;
}

/** The working day that comes so many working days after a day. */
function workingDay({ office }: Planning, after: Day, count: number): Day {
  let day = after;
  for (let left = count; left > 0;) {
    day += 1;
    if (office.works(day)) left -= 1;
  }
  return day;
}

/** A day, or the next working day. */
const orNext = (planning: Planning, day: Day): Day =>
  planning.office.works(day) ? day : workingDay(planning, day, 1);

/** What happens in a case: activity, day, and the time of the day; mid-morning unless something else is said. */
type Step = readonly [activity: string, day: Day, time?: string, reason?: string];

const linesOf = ({ channel }: Planning, steps: readonly Step[]): readonly LogLine[] =>
  steps.map(([activity, day, time = "10:30", reason = ""]) => ({
    case: "",
    activity,
    time: `${dateOf(day)}T${time}:00`,
    channel,
    reason,
    document: "",
  }));

const planned = (
  planning: Planning,
  steps: readonly Step[],
  told: Readonly<Record<string, string | undefined>>,
) => ({
  lines: linesOf(planning, steps),
  truth: Object.entries(told).flatMap(([rule, outcome]) =>
    outcome === undefined ? [] : [`${rule} ${outcome}`],
  ),
  about: Object.keys(told),
});

/** In time on the last day of some working days, or later: surely so also where it may have begun after hours nobody knows. */
function kept(planning: Planning, from: Day, days: number): readonly [Day, "met" | "late"] {
  const late = planning.lot.chance(0.5);
  return [
    workingDay(planning, from, days + (late ? (planning.office.hoursKnown ? 1 : 2) : 0)),
    late ? "late" : "met",
  ];
}

/** A working day on which something is asked for. */
const someDay = (planning: Planning): Day => orNext(planning, planning.lot.one(planning.days));

/** Code, art. 64(3): registered on its day; what came on a day off, or since the end of 2025 after hours, on the next working day. */
function registered(planning: Planning): PlannedCase {
  const { lot, office } = planning;
  const day = lot.one(planning.days);
  const time = lot.one(["10:30", "23:10"]);
  const own = planning.book.rules.some(({ kind }) => kind === "rollover" || kind === "cutoff");
  const isEvening = time === "23:10" && day >= dayOf("2026-01-01");
  const on = !office.works(day) || isEvening ? workingDay(planning, day, 1) : day;
  const late = lot.chance(0.5);
  const done: Day = late ? workingDay(planning, on, 1) : on;
  const isClear =
    !own && (day < NEW_WORDS || day >= dayOf("2026-01-01")) && (day < NEW_WORDS || office.hoursKnown);
  const outcome = day < CODE ? undefined : late ? "late" : "met";
  const steps: readonly Step[] = [
    ["submitted", day, time],
    ["registered", done, done === day ? "23:40" : "10:30"],
  ];
  return planned(planning, steps, isClear ? { "kz-law/appk/64-2": outcome } : {});
}

/** A complaint to one who answers in a term of its own, which runs from its registration where the log has that. */
function complaint(planning: Planning): PlannedCase | undefined {
  const { lot } = planning;
  const submitted = someDay(planning);
  const filed = workingDay(planning, submitted, 2);
  const addressee = lot.one(["provider", "authorised-body", "other"] as const);
  const found = answerRule(planning, addressee, filed);
  if (found === undefined) return undefined;
  const [rule, days] = found;
  const registers = addressee !== "other" && lot.chance(0.5);
  const runsFrom = registers ? workingDay(planning, filed, 1) : filed;
  const [answered, outcome] = kept(planning, runsFrom, days);
  const steps: readonly Step[] = [
    ["submitted", submitted],
    [`complaint-filed:${addressee}`, filed],
    ...(registers ? [["complaint-registered", runsFrom] as const] : []),
    ["complaint-answered", answered],
  ];
  const others = ["5", "15"].flatMap((each) =>
    each === String(days) ? [] : ownAnswer(planning, Number(each)),
  );
  const told = { [rule]: sureSince(SURE_OF_SERVICES, runsFrom, outcome, rule) };
  return planned(planning, steps, { ...told, ...Object.fromEntries(others.map((id) => [id, undefined])) });
}

/** Law on public services, art. 25(4): 10 working days from the extension, of which notice is given within 3. */
function extendedComplaint(planning: Planning): PlannedCase {
  const submitted = someDay(planning);
  const filed = workingDay(planning, submitted, 1);
  const extended = workingDay(planning, filed, 15);
  const [told, notice] = kept(planning, extended, 3);
  const [answered, outcome] = kept(planning, extended, 10);
  const steps: readonly Step[] = [
    ["submitted", submitted],
    ["complaint-filed:authorised-body", filed],
    ["complaint-extended", extended],
    ["complaint-extension-notified", told],
    ["complaint-answered", answered],
  ];
  const sure = (of: string): string => sureSince(SURE_OF_SERVICES, extended, of, "kz-law/zgu");
  return planned(planning, steps, {
    "kz-law/zgu/25-4-authorised": sure(outcome),
    "kz-law/zgu/25-4-notice": sure(notice),
  });
}

/** Code, art. 76(3): two months from the decision to extend, of which notice is given within 3 working days. */
function extended(planning: Planning): PlannedCase | undefined {
  const submitted = someDay(planning);
  const decided = workingDay(planning, submitted, 1);
  if (decided >= NEW_WORDS) return undefined;
  const due = orNext(planning, monthsLater(decided, 2));
  const late = planning.lot.chance(0.5);
  const [told, notice] = kept(planning, decided, 3);
  const steps: readonly Step[] = [
    ["submitted", submitted],
    ["extended", decided],
    ["notified", told],
    ["result-issued", late ? workingDay(planning, due, 1) : due],
  ];
  const holds = decided >= CODE;
  return planned(planning, steps, {
    "kz-law/appk/76-3-old": holds ? (late ? "late" : "met") : undefined,
    "kz-law/appk/76-3-notice": holds ? notice : undefined,
  });
}

/** Code, art. 65: forwarded to the competent body within 3 working days. */
function forwarded(planning: Planning): PlannedCase {
  const submitted = someDay(planning);
  const [on, outcome] = kept(planning, submitted, 3);
  const steps: readonly Step[] = [
    ["submitted", submitted],
    ["forwarded", on],
    ["result-issued", workingDay(planning, on, 1)],
  ];
  return planned(planning, steps, { "kz-law/appk/65": submitted < CODE ? undefined : outcome });
}

/** Code, art. 91(4); before July 2021 Law № 221, art. 7(6): a complaint is forwarded within 3 working days. */
function forwardedComplaint(planning: Planning): PlannedCase {
  const submitted = someDay(planning);
  const filed = workingDay(planning, submitted, 1);
  const [on, outcome] = kept(planning, filed, 3);
  const own = judgingDeadlines(planning.book).find(({ toEvent }) => toEvent === "complaint-forwarded");
  const ofLaw = filed < CODE ? "kz-law/law-221/7-6" : "kz-law/appk/91-4";
  const steps: readonly Step[] = [
    ["submitted", submitted],
    ["complaint-filed:provider", filed],
    ["complaint-forwarded", on],
  ];
  return planned(planning, steps, { [own?.id ?? ofLaw]: outcome });
}

/** Code, arts. 64(6)–(8), 73: what is returned is asked for anew; a refusal on a ground of law after a hearing. */
function returnedAndRefused(planning: Planning): PlannedCase {
  const submitted = someDay(planning);
  const returned = workingDay(planning, submitted, 2);
  const again = workingDay(planning, returned, 4);
  const refused = workingDay(planning, again, 5);
  const steps: readonly Step[] = [
    ["submitted", submitted],
    ["returned", returned],
    ["submitted", again],
    ["hearing-notified", workingDay(planning, again, 2)],
    ["refused", refused, "10:30", "kz-law/zgu/19-1-2-1"],
  ];
  return planned(planning, steps, {});
}

/** Civil Code, art. 176(2): handed to the post before 24:00; and a pause for which no clause is cited. */
const sentAfterAPause = (planning: Planning): PlannedCase => {
  const submitted = someDay(planning);
  const steps: readonly Step[] = [
    ["submitted", submitted],
    ["suspended", submitted, "11:00"],
    ["resumed", workingDay(planning, submitted, 1), "11:00"],
    ["sent", workingDay(planning, submitted, 1 + planning.lot.below(3)), "23:30"],
  ];
  return planned(planning, steps, {});
};

const KINDS: readonly ((planning: Planning) => PlannedCase | undefined)[] = [
  registered,
  complaint,
  complaint,
  extendedComplaint,
  extended,
  forwarded,
  forwardedComplaint,
  returnedAndRefused,
  sentAfterAPause,
];

/** So many cases of a book, one kind after another. */
export const plannedCases = (planning: Planning, count: number): readonly PlannedCase[] =>
  Array.from({ length: count }, (_, number) => KINDS[number % KINDS.length]?.(planning)).filter(
    (each) => each !== undefined,
  );
