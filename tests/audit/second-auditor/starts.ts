import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Channel, CutoffRule, RolloverRule } from "../../../src/model/rule.ts";
import { dayAt, type Day, HOUR, type Instant, midnight, MINUTE, timeOf } from "./clock.ts";
import { closing, nextWorkingDay, type Office, opening } from "./office.ts";

/** What moves requests: rollovers and cutoffs of a channel. */
export interface Movers {
  readonly rollovers: readonly RolloverRule[];
  readonly cutoffs: readonly CutoffRule[];
}

const covers = (rule: RolloverRule | CutoffRule, channel: Channel | undefined): boolean =>
  rule.judges !== false && (rule.channel === undefined || rule.channel === channel);

/** Without a channel, what covers every channel. */
export function moversOf(book: Rulebook, channel: Channel | undefined): Movers {
  return {
    rollovers: book.rules.filter(
      (rule): rule is RolloverRule => rule.kind === "rollover" && covers(rule, channel),
    ),
    cutoffs: book.rules.filter((rule): rule is CutoffRule => rule.kind === "cutoff" && covers(rule, channel)),
  };
}

/** The rule until when on a day requests are taken, and that instant: the time it says, else so long before closing. */
export function cutoffOn(
  movers: Movers,
  office: Office,
  day: Day,
): { rule: CutoffRule; at: Instant } | undefined {
  const close = closing(office, day);
  const rule = movers.cutoffs.find(
    ({ days }) => days === undefined || (days as readonly number[]).includes(office.weekday(day)),
  );
  if (rule === undefined || !office.works(day)) return undefined;
  if (rule.time !== undefined) return { rule, at: timeOf(office.zone, day, rule.time) };
  if (close === undefined) return undefined;
  return { rule, at: close - (rule.before?.amount ?? 0) * (rule.before?.unit === "hour" ? HOUR : MINUTE) };
}

/** From when a request counts (DESIGN.md, section 4, "Start"). */
export function startOfRequest(movers: Movers, office: Office, at: Instant): Instant {
  if (movers.rollovers.length + movers.cutoffs.length === 0) return at;
  const day = dayAt(office.zone, at);
  const opens = (other: Day): Instant => opening(office, other) ?? midnight(office.zone, other);
  if (!office.works(day)) return opens(nextWorkingDay(office, day));
  const close = closing(office, day) ?? Infinity;
  const cutoff = cutoffOn(movers, office, day);
  if (at >= close || (cutoff !== undefined && at > cutoff.at)) return opens(nextWorkingDay(office, day));
  return Math.max(at, opens(day));
}
