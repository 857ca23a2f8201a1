import type { Channel } from "../../../src/model/rule.ts";
import { dayAt, dayOf } from "./clock.ts";
import { type Bench, judgeDeadlines, type Told } from "./deadlines.ts";
import { eventsByCase, type LoggedEvent, type LogLine } from "./log.ts";
import { judgePapers } from "./papers.ts";
import { outsideHours, takenTooLate } from "./taking.ts";

const CLOSES: ReadonlySet<string> = new Set(["result-issued", "refused"]);

/** One pass of a case from its start to its end: what is submitted after an answer opens the next, with its arriving. */
export function roundsOf(events: readonly LoggedEvent[]): readonly (readonly LoggedEvent[])[] {
  const rounds: LoggedEvent[][] = [[]];
  let arrived: LoggedEvent[] = [];
  let requested = false;
  let answered = false;
  for (const event of events) {
    if (event.activity === "submitted" && answered && !event.outlier) {
      rounds.push([...arrived]);
      arrived = [];
      answered = false;
    }
    if (event.activity === "arrived" && answered) arrived.push(event);
    else rounds.at(-1)?.push(event);
    if (event.activity === "submitted") requested = true;
    if (CLOSES.has(event.activity) && requested) answered = true;
  }
  rounds.at(-1)?.push(...arrived);
  return rounds;
}

/** Whether a version was in force on the day of an event: from the day of the act until the day of its repeal. */
function inForce({ book }: Bench, event: LoggedEvent): boolean {
  const day = dayAt(book.zone ?? "UTC", event.earliest);
  const { adopted, repealed } = book.inForce ?? {};
  return (
    (adopted === undefined || day >= dayOf(adopted)) && (repealed === undefined || day < dayOf(repealed))
  );
}

/** The channel that is named first; none where two are named at once. */
function channelOf(round: readonly LoggedEvent[]): Channel | undefined {
  const first = round.find((event) => event.channel !== undefined);
  const named = round.filter((event) => event.channel !== undefined && event.earliest === first?.earliest);
  return new Set(named.map((event) => event.channel)).size === 1 ? first?.channel : undefined;
}

/** All that can be told of a log by one book, case by case. */
export function auditAgain(bench: Bench, lines: readonly LogLine[]): readonly Told[] {
  const told: Told[] = [];
  for (const [name, events] of eventsByCase(lines, bench.book.zone ?? "UTC")) {
    const first = events.find(({ outlier }) => !outlier);
    if (first === undefined || !inForce(bench, first)) {
      told.push({
        case: name,
        rule: null,
        outcome: "cannot-be-told",
        due: undefined,
        late: undefined,
        line: events[0]?.line ?? 0,
      });
      continue;
    }
    for (const round of roundsOf(events)) {
      const channel = channelOf(round);
      const found = [
        ...judgeDeadlines(bench, round, events, channel),
        ...(channel === undefined ? [] : outsideHours(bench, round, channel)),
        ...takenTooLate(bench, round, channel),
        ...judgePapers(bench, round, channel),
      ];
      told.push(...found.map((each) => ({ case: name, ...each })));
    }
  }
  return told;
}
