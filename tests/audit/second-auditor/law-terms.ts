import type { Addressee, DeadlineRule } from "../../../src/model/rule.ts";
import { dayAt, type Day } from "./clock.ts";
import { ALWAYS, ANSWERS, FORWARDING, type Held, type LawTerm } from "./general-law.ts";
import type { LoggedEvent } from "./log.ts";

/** A term that somebody is judged by, of the regulation or of the law. */
export type JudgedTerm = DeadlineRule & Partial<Pick<LawTerm, "held" | "whereDone" | "wholeDay">>;

/** Who answers a complaint in which term: provider in 5 working days, authorised body in 15 (Law on public services, art. 25(2)). */
const ADDRESSEES: Readonly<Record<string, Addressee>> = {
  "5 working-day": "provider",
  "15 working-day": "authorised-body",
};

const REGISTRATION = /тіркел|регистрац/iu;

/** The regulation's own terms with the law above them, and those that the law adds. */
export function underLaw(own: readonly DeadlineRule[]): readonly JudgedTerm[] {
  const above = own.map((rule) => withLaw(rule));
  const complaints = above.filter(({ subject }) => subject === "complaint");
  const answers = complaints.filter(({ toEvent }) => toEvent === "complaint-answered");
  const forwards = complaints.some(({ toEvent }) => toEvent === "complaint-forwarded");
  return [
    ...above,
    ...ANSWERS.filter(
      (term) => !answers.some(({ addressee }) => addressee === undefined || addressee === term.addressee),
    ),
    ...(forwards ? [] : FORWARDING),
    ...ALWAYS,
  ];
}

function withLaw(rule: DeadlineRule): DeadlineRule {
  const fromRegistration = REGISTRATION.test(rule.from ?? "");
  const addressee =
    rule.toEvent === "complaint-answered" ? ADDRESSEES[`${rule.amount} ${rule.unit}`] : undefined;
  return {
    ...rule,
    ...(fromRegistration ? { fromRegistration } : {}),
    ...(addressee === undefined ? {} : { addressee }),
  };
}

/** Whether a term holds on the day of an event: `perhaps` where that is not confirmed. */
export function holdsAt(held: Held | undefined, day: Day): "yes" | "perhaps" | "no" {
  if (held === undefined) return "yes";
  if (day < held.from || day >= held.until) return "no";
  return day < held.surely ? "perhaps" : "yes";
}

const COMPLAINT = "complaint-filed";

/** An activity without the addressee that it names, and the addressee. */
export function addressOf(activity: string): {
  readonly event: string;
  readonly addressee: string | undefined;
} {
  const [event = "", addressee] = activity.split(":");
  return event === COMPLAINT ? { event, addressee } : { event: activity, addressee: undefined };
}

/**
 * What a complaint may have to be answered by: the terms of its addressee; of one that names none, those of the provider and
 * of the authorised body. The longest is told.
 */
export function answeredBy(
  terms: readonly JudgedTerm[],
  { activity, earliest }: Pick<LoggedEvent, "activity" | "earliest">,
  zone: string,
): readonly JudgedTerm[] {
  const { addressee } = addressOf(activity);
  const day = dayAt(zone, earliest);
  return terms
    .filter(isOfAddressee)
    .filter((term) => holdsAt(term.held, day) !== "no")
    .filter((term) => (addressee === undefined ? term.addressee !== "other" : term.addressee === addressee))
    .sort((one, other) => other.amount - one.amount);
}

/** The longest term of those that a complaint may have whose addressee nobody knows. */
export const longest = (terms: readonly JudgedTerm[]): JudgedTerm | undefined =>
  terms
    .filter((term) => isOfAddressee(term) && term.held === undefined)
    .sort((one, other) => other.amount - one.amount)[0];

/** A term in which a complaint is answered, which is one addressee's. */
export const isOfAddressee = ({ addressee, fromEvent }: JudgedTerm): boolean =>
  addressee !== undefined && fromEvent === COMPLAINT;

/** What registers what came in. */
const REGISTERED: Readonly<Record<string, string>> = {
  submitted: "registered",
  "complaint-filed": "complaint-registered",
};

/** The registration of what began a term that runs from it: the first after it, before another begins and before its end. */
export function registrationOf(
  term: JudgedTerm,
  began: LoggedEvent,
  events: readonly LoggedEvent[],
  done: { readonly latest: number } | undefined,
): LoggedEvent | undefined {
  if (term.fromRegistration !== true) return undefined;
  const registers = REGISTERED[term.fromEvent ?? ""];
  const next = events.find(
    (event) =>
      event !== began &&
      addressOf(event.activity).event === term.fromEvent &&
      event.earliest > began.earliest,
  );
  return events.find(
    ({ activity, earliest }) =>
      activity === registers &&
      earliest >= began.earliest &&
      earliest <= Math.min(next?.earliest ?? Infinity, done?.latest ?? Infinity),
  );
}
