import { MONTHS, type Unit } from "../model/duration.ts";
import type { LawAbout, LawOfTerm } from "../model/due-explanation.ts";
import type { CountingQuestion, Provision } from "../model/law.ts";
import type { Channel } from "../model/rule.ts";
import { holdsOn, judgingOn } from "./provision-days.ts";

/** A term as the law is asked about it. */
export interface AskedTerm {
  readonly unit: Unit;
  readonly channel?: Channel | undefined;
  readonly direction?: "after" | "before" | undefined;
  readonly movesToWorkingDay?: boolean | undefined;
  /** Its start was put off. */
  readonly isMoved: boolean;
}

const CLOCK_UNITS: ReadonlySet<Unit> = new Set(["second", "minute", "hour"]);

/** The provisions on which the counting of a term begun on a day, `YYYY-MM-DD`, rests, in the order of the counting. */
export function lawOfTerm(
  provisions: readonly Provision[],
  isoDay: string,
  term: AskedTerm,
): readonly LawOfTerm[] {
  const judging = judgingOn(provisions, isoDay);
  const answering = (question: CountingQuestion): Provision[] =>
    judging.filter(
      (each) =>
        each.kind === "counting" &&
        each.question === question &&
        (each.units === undefined || each.units.includes(term.unit)),
    );
  const told = (about: LawAbout, among: readonly Provision[]): LawOfTerm[] =>
    among.slice(0, 1).map((provision) => citedOf(provision, about, isoDay));
  const silence = told(
    "silence",
    judging.filter((each) => each.kind === "silence"),
  );
  if (CLOCK_UNITS.has(term.unit)) return [...told("clock", answering("hours-and-minutes")), ...silence];
  // Of terms counted back the law says nothing, but how long a month is.
  const isBack = term.direction === "before";
  return [
    ...(term.isMoved
      ? told(
          "registration",
          judging.filter((each) => each.kind === "rollover"),
        )
      : []),
    ...(isBack || term.unit === "same-day"
      ? []
      : told("first-day", [...answering("start"), ...answering("first-day").filter(isGeneral)])),
    ...told("length", lengthOf(term.unit, answering)),
    ...(isBack || term.movesToWorkingDay === false || term.unit === "same-day"
      ? []
      : told("last-day", answering("last-day"))),
    ...(isBack ? [] : told("last-hour", answering(term.channel === "post" ? "dispatch" : "last-hour"))),
    ...(isBack ? [] : silence),
  ];
}

function lengthOf(unit: Unit, answering: (question: CountingQuestion) => Provision[]): Provision[] {
  if (unit === "half-month") return answering("half-month");
  if (unit === "quarter" || unit === "half-year") return answering("quarter-and-half-year");
  return MONTHS[unit] === undefined ? [] : answering("same-number");
}

/** What the law on services says of the day of acceptance is said of the State corporation alone. */
const isGeneral = ({ id }: Provision): boolean => !id.includes("/zgu/");

function citedOf(provision: Provision, about: LawAbout, isoDay: string): LawOfTerm {
  const { id, cite, cites, words } = provision;
  return {
    about,
    rule: id,
    cite,
    ...(cites === undefined ? {} : { cites }),
    words,
    ...(provision.kind === "silence" ? { deemed: provision.deemed } : {}),
    ...(holdsOn(provision, isoDay) === "holds" ? {} : { perhaps: true as const }),
  };
}
