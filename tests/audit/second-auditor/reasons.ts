import { dayAt, dayOf } from "./clock.ts";
import type { Bench } from "./deadlines.ts";
import type { LoggedEvent } from "./log.ts";
import { type Conduct, conduct } from "./papers.ts";

const RULE = "kz-law/zgu/19-1-1";
/** Law of 06.04.2016 № 484-V: from May 2016; the day is not confirmed. */
const FROM = dayOf("2016-05-01");
const SURELY = dayOf("2016-06-01");

/** Law on public services, art. 19-1(1): a refusal has a reason. */
export function withoutReason({ book }: Bench, events: readonly LoggedEvent[]): readonly Conduct[] {
  const refused = events.filter(({ activity }) => activity === "refused");
  if (refused.some(({ reason }) => reason !== "")) return [];
  return refused.flatMap((event) => {
    const day = dayAt(book.zone ?? "UTC", event.earliest);
    if (day < FROM) return [];
    return [conduct(RULE, day < SURELY ? "cannot-be-told" : "refused-without-reason", event)];
  });
}
