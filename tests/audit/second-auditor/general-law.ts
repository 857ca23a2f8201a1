import type { Channel, DeadlineRule, RefusalRule } from "../../../src/model/rule.ts";
import { dayAt, type Day, dayOf, type Instant, midnight } from "./clock.ts";
import { closing, type Office, opening } from "./office.ts";
import { isClocked } from "./terms.ts";

/** From when until when a provision holds; between `from` and `surely` nobody can tell whether it does yet. */
export interface Held {
  readonly from: Day;
  readonly surely: Day;
  readonly until: Day;
}

/** From the one day, of which nothing is certain but that it holds since the other; until a third. */
const held = (from: string, surely = from, until?: string): Held => ({
  from: dayOf(from),
  surely: dayOf(surely),
  until: until === undefined ? Infinity : dayOf(until),
});

/** The Administrative Procedural Code, in force from 1 July 2021; before it the Law on appeals of 12.01.2007 № 221. */
const CODE = held("2021-07-01");
const OLD_WORDS = held("2021-07-01", "2021-07-01", "2025-12-28");
/** Law of 17.12.2025 № 241-VIII: about the end of December 2025. */
const NEW_WORDS = held("2025-12-28", "2026-01-01");
const APPEALS = held("2007-01-12", "2008-01-01", "2021-07-01");
/** The Law on public services of 15.04.2013; what stands in its oldest text at hand, that of 1 July 2019. */
const SERVICES = held("2013-04-15", "2019-07-01");
/** Law of 06.04.2016 № 484-V: from May 2016. */
const GROUNDS = held("2016-05-01", "2016-06-01");

/** What puts off the registration of what comes in: nothing, a day off, or the end of the working day too. */
type PutsOff = "nothing" | "day-off" | "evening";

/** Code, art. 64(3), before and after the Law of 17.12.2025; both where nobody knows which words held on a day. */
function putsOff(day: Day): readonly PutsOff[] {
  if (day < CODE.from) return ["nothing"];
  if (day < NEW_WORDS.from) return ["day-off"];
  return day < NEW_WORDS.surely ? ["evening", "day-off"] : ["evening"];
}

const takes = (office: Office, day: Day): boolean =>
  office.works(day) && (!office.hoursKnown || office.open(day).length > 0);

function nextTaking(office: Office, day: Day): Instant {
  let next = day + 1;
  while (!takes(office, next)) next += 1;
  return opening(office, next) ?? midnight(office.zone, next);
}

/**
 * From when a term in days runs of something that came in: its registration, on the same day or the next working day; both
 * where it depends on hours that nobody knows. What comes before opening is of its day.
 */
export function registrations(office: Office, at: Instant): readonly Instant[] {
  const day = dayAt(office.zone, at);
  const next = nextTaking(office, day);
  const found = putsOff(day).flatMap((words) => {
    if (words === "nothing") return [at];
    if (!takes(office, day)) return [next];
    if (words === "day-off") return [at];
    if (!office.hoursKnown) return [at, next];
    return [at >= (closing(office, day) ?? Infinity) ? next : at];
  });
  return [...new Set(found)];
}

/** What is registered by an event of its own, and what the code says of its registration. */
const COMES_IN: ReadonlySet<string> = new Set(["submitted", "complaint-filed"]);

/** The code speaks of terms in days (art. 76(2)): of hours and minutes it says nothing. */
export const isPutOff = (rule: DeadlineRule): boolean =>
  !isClocked(rule) && COMES_IN.has(rule.fromEvent ?? "");

/** A term of the law. */
export interface LawTerm extends DeadlineRule {
  readonly held: Held;
  /** A duty that only some cases are under: seen where it was done. */
  readonly whereDone?: true;
  /** Until 24:00, whenever the office closes. */
  readonly wholeDay?: true;
}

const working = (amount: number) => ({ amount, unit: "working-day" }) as const;
const calendar = (amount: number) => ({ amount, unit: "calendar-day" }) as const;

const term = (
  id: string,
  held: Held,
  [fromEvent, toEvent]: readonly [string, string],
  length: Pick<DeadlineRule, "amount" | "unit">,
  more: Partial<LawTerm> = {},
): LawTerm => ({
  id: `kz-law/${id}`,
  cite: id,
  kind: "deadline",
  subject: fromEvent.startsWith("complaint") ? "complaint" : "response",
  fromEvent,
  toEvent,
  movesToWorkingDay: true,
  held,
  ...length,
  ...more,
});

const FILED = ["complaint-filed", "complaint-answered"] as const;
const EXTENDED = ["extended", "result-issued"] as const;
const NOTICE = ["complaint-extended", "complaint-extension-notified"] as const;
const asRegistered = { fromRegistration: true } as const;

/** Answers to complaints by addressee, where the regulation does not set them. */
export const ANSWERS: readonly LawTerm[] = [
  term("zgu/25-2-provider", SERVICES, FILED, working(5), { addressee: "provider", ...asRegistered }),
  term("zgu/25-2-authorised", SERVICES, FILED, working(15), {
    addressee: "authorised-body",
    ...asRegistered,
  }),
  term("appk/99-old", OLD_WORDS, FILED, working(20), { addressee: "other" }),
  term("appk/99", NEW_WORDS, FILED, working(20), { addressee: "other", ...asRegistered }),
  term("law-221/8", APPEALS, FILED, calendar(15), { addressee: "other" }),
  term("law-221/8-others-asked", APPEALS, FILED, calendar(30), { addressee: "other" }),
];

/** Forwarding of complaints, where the regulation does not set it. */
export const FORWARDING: readonly LawTerm[] = [
  term("appk/91-4", CODE, ["complaint-filed", "complaint-forwarded"], working(3)),
  term("law-221/7-6", APPEALS, ["complaint-filed", "complaint-forwarded"], working(3)),
];

/** What the law adds to every regulation. */
export const ALWAYS: readonly LawTerm[] = [
  term("zgu/25-4-authorised", SERVICES, ["complaint-extended", "complaint-answered"], working(10)),
  term("law-221/8-extension", APPEALS, ["complaint-extended", "complaint-answered"], calendar(30)),
  term("zgu/25-4-notice", SERVICES, NOTICE, working(3), { subject: "response" }),
  term("law-221/8-notice", APPEALS, NOTICE, calendar(3), { subject: "response" }),
  term("appk/76-3-old", OLD_WORDS, EXTENDED, { amount: 2, unit: "month" }),
  term("appk/76-3", NEW_WORDS, EXTENDED, { amount: 2, unit: "month" }),
  term("appk/76-3-notice", CODE, ["extended", "notified"], working(3)),
  term("appk/65", CODE, ["submitted", "forwarded"], working(3), { whereDone: true }),
  term(
    "appk/64-2",
    CODE,
    ["submitted", "registered"],
    { amount: 0, unit: "same-day" },
    { whereDone: true, wholeDay: true },
  ),
];

/** A ground of the law, and since when. */
interface LawGround extends RefusalRule {
  readonly held: Held;
}

const ground = (id: string, held: Held, more: Partial<LawGround> = {}): LawGround => ({
  id: `kz-law/${id}`,
  cite: id,
  kind: "refusal",
  stage: "service",
  held,
  ...more,
});

const CORPORATION: { readonly channel: Channel } = { channel: "corporation" };

/** Law on public services, arts. 19, 19-1(2), 20(2): of every service, whatever its regulation lists. */
export const LAW_GROUNDS: readonly LawGround[] = [
  ground("zgu/19-incomplete", GROUNDS, { aboutDocuments: "missing" }),
  ground("zgu/19-expired", GROUNDS, { aboutDocuments: "expired" }),
  ground("zgu/20-2-incomplete", SERVICES, { aboutDocuments: "missing", ...CORPORATION }),
  ground("zgu/20-2-expired", held("2019-07-02", "2023-07-01"), {
    aboutDocuments: "expired",
    ...CORPORATION,
  }),
  ...[1, 2, 3, 4, 5].map((number) => ground(`zgu/19-1-2-${number}`, GROUNDS)),
  ground("zgu/19-1-2-6", held("2022-03-01", "2022-04-01")),
];
