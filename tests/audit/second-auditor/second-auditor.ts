import type { Channel } from "../../../src/model/rule.ts";
import { dayAt, dayOf } from "./clock.ts";
import { type Bench, judgeDeadlines, type Told } from "./deadlines.ts";
import { eventsByCase, type LoggedEvent, type LogLine } from "./log.ts";
import { conduct, judgePapers } from "./papers.ts";
import { outsideHours, takenTooLate } from "./taking.ts";

const CLOSES: ReadonlySet<string> = new Set(["result-issued", "refused"]);

/** Of an answer and a request at one instant, the answer comes first where a request still waits for one. */
function inTurn(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const rest = [...events];
  const turn: LoggedEvent[] = [];
  let waits = false;
  while (rest.length > 0) {
    const next = rest[0];
    const tied = rest.findIndex(
      ({ activity, earliest, latest }) =>
        CLOSES.has(activity) && earliest === latest && latest === next?.earliest,
    );
    const [event] = rest.splice(next?.activity === "submitted" && waits && tied > 0 ? tied : 0, 1);
    if (event === undefined) break;
    if (event.activity === "submitted") waits = true;
    if (CLOSES.has(event.activity)) waits = false;
    turn.push(event);
  }
  return turn;
}

/** One pass of a case from its start to its end: what is submitted after an answer opens the next, with its arriving. */
export function roundsOf(events: readonly LoggedEvent[]): readonly (readonly LoggedEvent[])[] {
  const rounds: LoggedEvent[][] = [[]];
  let arrived: LoggedEvent[] = [];
  let requested = false;
  let answered = false;
  for (const event of inTurn(events)) {
    if (event.activity === "submitted" && answered) {
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
export function channelOf(round: readonly LoggedEvent[]): Channel | undefined {
  const first = round.find((event) => event.channel !== undefined);
  const named = round.filter((event) => event.channel !== undefined && event.earliest === first?.earliest);
  return new Set(named.map((event) => event.channel)).size === 1 ? first?.channel : undefined;
}

/** All that can be told of one round, by the version in force at its first event that has a time. */
function auditRound(
  bench: Bench,
  round: readonly LoggedEvent[],
  all: readonly LoggedEvent[],
): readonly Omit<Told, "case">[] {
  const first = round.find(({ outlier }) => !outlier) ?? round[0];
  if (first === undefined) return [];
  if (!inForce(bench, first)) return [conduct(null, "cannot-be-told", first)];
  const channel = channelOf(round);
  return [
    ...judgeDeadlines(bench, round, all, channel),
    ...(channel === undefined ? [] : outsideHours(bench, round, channel)),
    ...takenTooLate(bench, round, channel),
    ...judgePapers(bench, round, channel),
  ];
}

/** All that can be told of a log by one book, case by case. */
export function auditAgain(bench: Bench, lines: readonly LogLine[]): readonly Told[] {
  const told: Told[] = [];
  for (const [name, events] of eventsByCase(lines, bench.book.zone ?? "UTC"))
    for (const round of roundsOf(events))
      told.push(...auditRound(bench, round, events).map((each) => ({ case: name, ...each })));
  return told;
}
