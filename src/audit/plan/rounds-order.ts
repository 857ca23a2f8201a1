import type { Mapping } from "../../log/mapping.ts";
import { ADDRESSEES, addressedEvent, COMPLAINT } from "./addressees.ts";

/** By which events, as numbers, rounds of a case are told apart (`Mapping.rounds`). */
export interface RoundsOrder {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Events that come before the start of their round. */
  readonly early: readonly number[];
  /** A complaint is a procedure of its own: what files one, what answers it, and all that belongs to one. */
  readonly complaints: Readonly<Record<"filed" | "answers" | "all", readonly number[]>>;
  readonly opens: "after-end" | "always" | "never";
  readonly filesApart: boolean;
}

const STARTS = ["submitted"];
const ENDS = ["result-issued", "refused", "returned"];
const EARLY = ["arrived"];
const FILED = [COMPLAINT, ...ADDRESSEES.map((addressee) => addressedEvent(COMPLAINT, addressee))];
const ANSWERS = ["complaint-answered", "complaint-satisfied"];
const OF_COMPLAINTS = [
  "complaint-forwarded",
  "complaint-registered",
  "complaint-extended",
  "complaint-extension-notified",
];

/** What the mapping says of rounds, or else the law's course of a service: submitted, and closed by a result or a refusal. */
export function roundsOrder({ rounds = {} }: Mapping, events: ReadonlyMap<string, number>): RoundsOrder {
  const { starts = STARTS, ends = ENDS, opens = "after-end", files } = rounds;
  const numbersOf = (names: readonly string[]): number[] => names.flatMap((name) => events.get(name) ?? []);
  return {
    starts: numbersOf(starts),
    ends: numbersOf(ends),
    early: numbersOf(EARLY.filter((event) => !starts.includes(event))),
    complaints: {
      filed: numbersOf(FILED),
      answers: numbersOf(ANSWERS),
      all: numbersOf([...FILED, ...ANSWERS, ...OF_COMPLAINTS]),
    },
    opens,
    filesApart: files === "apart",
  };
}
