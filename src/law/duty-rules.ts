import type { DutyName, DutyProvision } from "../model/law.ts";
import type { OfLaw } from "../model/of-law.ts";
import type { DeadlineRule, Rule } from "../model/rule.ts";
import { ofProvision, onItsDays } from "./of-provision.ts";

/** A duty that one event owes another one, within the term that the provision sets. */
interface Owed {
  readonly from: string;
  readonly to: string;
  readonly more?: Partial<OfLaw>;
}

const OWED: Readonly<Partial<Record<DutyName, Owed>>> = {
  "extension-told-in-time": { from: "extended", to: "notified" },
  "complaint-extension-told-in-time": { from: "complaint-extended", to: "complaint-extension-notified" },
  "end-told-in-time": { from: "procedure-ended", to: "notified" },
  // What was mended in time is not returned: only of a return can be told that it came too late.
  "returned-after-deficiency-time": {
    from: "deficiency-time-ended",
    to: "returned",
    more: { owed: "where-done" },
  },
  "completeness-checked-in-time": { from: "submitted", to: "completeness-checked" },
};

/** The duties of a provision as deadlines between events; none where no two events show it. */
export function dutyRules(provision: DutyProvision, own: readonly Rule[]): readonly DeadlineRule[] {
  const owed = OWED[provision.duty];
  if (owed !== undefined && provision.within !== undefined)
    return [{ ...between(provision, owed), ...provision.within }];
  switch (provision.duty) {
    case "registered-on-its-day":
      return [registration(provision)];
    case "hearing-before-burden":
      return isHeard(own) && provision.within !== undefined ? [hearing(provision)] : [];
    case "result-a-day-early":
      return dayEarly(provision, own);
    default:
      return [];
  }
}

const between = (provision: DutyProvision, { from, to, more }: Owed): DeadlineRule => ({
  ...ofProvision(provision, onItsDays(provision, more)),
  kind: "deadline",
  subject: "response",
  amount: 0,
  unit: "same-day",
  fromEvent: from,
  toEvent: to,
});

/** On the day on which a request comes, whenever the office closes; a request that the log never registers tells nothing. */
const registration = (provision: DutyProvision): DeadlineRule =>
  between(provision, {
    from: "submitted",
    to: "registered",
    more: { owed: "where-done", wholeDay: true },
  });

/** Counted back from the refusal. Where nobody was given notice, one of the exceptions may hold. */
const hearing = (provision: DutyProvision): DeadlineRule => ({
  ...between(provision, {
    from: "refused",
    to: "hearing-notified",
    more: { owed: "unless-excepted", wholeDay: true },
  }),
  ...provision.within,
  direction: "before",
});

/** Working days from which on a term is not too short for a hearing; before the Law of 17.12.2025 it was 3 days. */
const LONG_ENOUGH = 5;
const SHORT_UNITS: ReadonlySet<string> = new Set(["second", "minute", "hour", "same-day"]);

/** Whether somebody may have to be heard: no term of the service, or one that is not too short for it. */
function isHeard(own: readonly Rule[]): boolean {
  const terms = servicesOf(own);
  return (
    terms.length === 0 || terms.some(({ amount, unit }) => !SHORT_UNITS.has(unit) && amount >= LONG_ENOUGH)
  );
}

const servicesOf = (own: readonly Rule[]): DeadlineRule[] =>
  own.filter(
    (rule): rule is DeadlineRule =>
      rule.kind === "deadline" && rule.subject === "service" && rule.prolongs === undefined,
  );

/** The terms of the service at the State corporation, with the result there a day before they end. */
function dayEarly(provision: DutyProvision, own: readonly Rule[]): DeadlineRule[] {
  const exempt = provision.exceptions?.includes("term-of-1-working-day") === true;
  const terms = servicesOf(own).filter(
    ({ channel, channels, unit, amount }) =>
      (channels ?? [channel]).some((each) => each === undefined || each === "corporation") &&
      !SHORT_UNITS.has(unit) &&
      !(exempt && unit === "working-day" && amount === 1),
  );
  return terms.map(({ amount, unit, fromRegistration, countsStartDay, movesToWorkingDay, when }, index) => {
    const rule = ofProvision(
      provision,
      onItsDays(provision, { owed: "where-done", wholeDay: true, daysEarly: 1 }),
    );
    return {
      ...rule,
      id: index === 0 ? rule.id : `${rule.id}.${index + 1}`,
      kind: "deadline",
      subject: "service",
      amount,
      unit,
      fromEvent: "submitted",
      toEvent: "result-at-corporation",
      channel: "corporation",
      ...(fromRegistration === true ? { fromRegistration } : {}),
      ...(countsStartDay === undefined ? {} : { countsStartDay }),
      ...(movesToWorkingDay === undefined ? {} : { movesToWorkingDay }),
      ...(when === undefined ? {} : { when }),
    };
  });
}
