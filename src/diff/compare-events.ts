import type { FieldChange, Gains } from "../model/change.ts";
import { type CutoffRule, REQUEST, type RolloverRule } from "../model/rule.ts";
import { fieldChange } from "./difference.ts";
import { FOR_APPLICANT, FOR_PROVIDER, MIXED, UNCLEAR } from "./gains.ts";

type Moving = Pick<CutoffRule | RolloverRule, "events">;

/** The events that a cutoff or rollover moves, in a fixed order; one that names none moves requests alone. */
const eventsOf = ({ events = [REQUEST] }: Moving): readonly string[] => [...new Set(events)].sort();

/** What is moved is begun later: each event more is better for the provider, each one less for the applicant. */
export function eventsChange(
  old: Moving,
  now: Moving,
): { readonly fields: readonly FieldChange[]; readonly gains: Gains } {
  const [before, after] = [eventsOf(old), eventsOf(now)];
  const more = after.some((event) => !before.includes(event));
  const less = before.some((event) => !after.includes(event));
  const gains = more && less ? MIXED : more ? FOR_PROVIDER : less ? FOR_APPLICANT : UNCLEAR;
  return { fields: fieldChange("events", before, after), gains };
}
