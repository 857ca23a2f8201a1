import { dayAt, dayOf } from "./clock.ts";
import { type Bench, judgingDeadlines } from "./deadlines.ts";
import type { LoggedEvent } from "./log.ts";
import { officeOf } from "./office.ts";
import { type Conduct, conduct } from "./papers.ts";

const RULE = "kz-law/appk/73-1";
const CODE = dayOf("2021-07-01");
/** Terms of fewer working days are too short for a hearing (art. 73(2)). */
const LONG_ENOUGH = 5;
const DAYS_BEFORE = 3;
const SHORT: ReadonlySet<string> = new Set(["second", "minute", "hour", "same-day"]);

/** Whether the service's terms leave time to hear somebody. */
function isLong(bench: Bench): boolean {
  const terms = judgingDeadlines(bench.book).filter(({ subject }) => subject === "service");
  return terms.length === 0 || terms.some(({ amount, unit }) => !SHORT.has(unit) && amount >= LONG_ENOUGH);
}

/**
 * Administrative Procedural Code, art. 73(1): whoever is refused is told what is intended at least 3 working days before. One
 * of the exceptions may hold where nobody was told of a hearing.
 */
export function heardBefore(bench: Bench, events: readonly LoggedEvent[]): readonly Conduct[] {
  const refused = events.find(({ activity }) => activity === "refused");
  const notice = events.find(({ activity }) => activity === "hearing-notified");
  const zone = bench.book.zone ?? "UTC";
  if (refused === undefined || !isLong(bench) || dayAt(zone, refused.earliest) < CODE) return [];
  if (notice === undefined) return [conduct(RULE, "cannot-be-told", refused)];
  const office = officeOf(bench.book, bench.calendars, "provider");
  let day = dayAt(zone, refused.earliest);
  for (let left = DAYS_BEFORE; left > 0;) {
    day -= 1;
    if (office.works(day)) left -= 1;
  }
  return [conduct(RULE, dayAt(zone, notice.latest) <= day ? "met" : "late", refused)];
}
