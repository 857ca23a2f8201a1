import type { WholeMapping } from "../log/mapping.ts";
import type { Period } from "../model/period.ts";
import { Trouble } from "../model/trouble.ts";
import { namedDay } from "./named-day.ts";

/** A period as it is asked for; a case is of it by its first `submitted` where nothing else is said. */
export interface PeriodAsked {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Events, separated by commas. */
  readonly by?: string | undefined;
}

const USUAL = "submitted";

/** The period that is asked for; undefined where none is. Throws `Trouble` for days that are none and events that nothing is mapped to. */
export function namedPeriod(
  { from, until, by }: PeriodAsked,
  mapping: Pick<WholeMapping, "events">,
): Period | undefined {
  if (from === undefined && until === undefined && by === undefined) return undefined;
  if (from === undefined && until === undefined)
    throw new Trouble("an event is named by which cases are of a period, and no period", {
      place: "--by",
      wayOut: "Say from when or until when: --from 2025-01-01 --until 2025-03-31.",
    });
  const [first, last] = [
    from === undefined ? undefined : namedDay(from, "--from"),
    until === undefined ? undefined : namedDay(until, "--until"),
  ];
  if (first !== undefined && last !== undefined && last < first)
    throw new Trouble("the period ends before it begins", {
      place: "--until",
      wayOut: "Both days are within it; --until is the last.",
    });
  const events = (by ?? USUAL).split(",").map((event) => event.trim());
  const mapped = new Set(Object.values(mapping.events));
  const stranger = events.find((event) => !mapped.has(event));
  if (stranger !== undefined)
    throw new Trouble(`no activity is mapped to the event ${JSON.stringify(stranger)}`, {
      place: "--by",
      wayOut: `Name one that the mapping has: ${[...mapped].sort().join(", ")}.`,
    });
  return { from: from ?? null, until: until ?? null, by: events };
}
