import { dayAt, dayOf } from "./clock.ts";
import { type Bench, judgeDeadlines, type Told } from "./deadlines.ts";
import { heardBefore } from "./hearing.ts";
import { eventsByCase, type LoggedEvent, type LogLine } from "./log.ts";
import { conduct, judgePapers } from "./papers.ts";
import { withoutReason } from "./reasons.ts";
import { channelOf, type Round, roundsOf } from "./rounds.ts";
import { outsideHours, takenTooLate } from "./taking.ts";

/** The first day on which an act can take effect that was made on a day: published then, and its days of waiting over. */
const effective = (made: string, days: number | undefined): number =>
  days === undefined ? dayOf(made) : dayOf(made) + days + 1;

/** Whether a version was in force on the day of an event: from when the act can have taken effect until its repeal can have. */
function inForce({ book }: Bench, event: LoggedEvent): boolean {
  const day = dayAt(book.zone ?? "UTC", event.earliest);
  const { adopted, entersAfterDays, repealed, repealedAfterDays } = book.inForce ?? {};
  return (
    (adopted === undefined || day >= effective(adopted, entersAfterDays)) &&
    (repealed === undefined || day < effective(repealed, repealedAfterDays))
  );
}

/** All that can be told of one round, by the version in force at its first event that has a time. */
function auditRound(bench: Bench, round: Round, keepsReasons: boolean): readonly Omit<Told, "case">[] {
  const { events, fromElsewhere } = round;
  const meant = events.filter(({ outlier }) => !outlier);
  const [first] = [...(meant.length === 0 ? events : meant)].sort(
    (one, other) => one.earliest - other.earliest,
  );
  if (first === undefined) return [];
  if (!inForce(bench, first)) return [conduct(null, "cannot-be-told", first)];
  const channel = channelOf(round);
  // Of what answers a complaint of another pass it is not known by whose hours it was done.
  const here = events.filter((event) => !fromElsewhere.has(event));
  return [
    ...judgeDeadlines(bench, events, channel),
    ...(channel === undefined ? [] : outsideHours(bench, here, channel)),
    ...takenTooLate(bench, events, channel),
    ...judgePapers(bench, events, channel),
    ...(bench.law
      ? [...heardBefore(bench, events), ...(keepsReasons ? withoutReason(bench, here) : [])]
      : []),
  ];
}

/** All that can be told of a log by one book, case by case. */
export function auditAgain(bench: Bench, lines: readonly LogLine[]): readonly Told[] {
  const told: Told[] = [];
  // A log that keeps no reason of any refusal tells nothing of them.
  const keepsReasons = lines.some(({ activity, reason }) => activity === "refused" && reason !== "");
  for (const [name, events] of eventsByCase(lines, bench.book.zone ?? "UTC"))
    for (const round of roundsOf(events))
      told.push(...auditRound(bench, round, keepsReasons).map((each) => ({ case: name, ...each })));
  return told;
}
