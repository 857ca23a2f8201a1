import type { Channel } from "../../../src/model/rule.ts";
import { addressOf } from "./law-terms.ts";
import { CLOSES, inPlace, type LoggedEvent } from "./log.ts";

/** One pass of a case from its start to its end, with the complaints that were filed in it. */
export interface Round {
  readonly events: readonly LoggedEvent[];
  /** Events of its complaints that stand in another pass. */
  readonly fromElsewhere: ReadonlySet<LoggedEvent>;
}

const opensOrCloses = ({ activity }: LoggedEvent): boolean =>
  activity === "submitted" || CLOSES.has(activity);

/**
 * Of an answer and a request at one instant, where a request still waits for one: if another answer is what follows, this
 * one was that request's, and comes first. If not, the request may be the waiting one, made twice: nobody can tell, and of a
 * second one nobody is accused.
 */
function inTurn(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const rest = [...events];
  const turn: LoggedEvent[] = [];
  let waits = false;
  while (rest.length > 0) {
    const next = rest[0];
    const tied = rest.findIndex(
      ({ activity, earliest, latest }) =>
        CLOSES.has(activity) && earliest === latest && latest === next?.latest,
    );
    const follows = rest.find((event) => opensOrCloses(event) && event.latest > (next?.latest ?? Infinity));
    const isAnswered =
      next?.activity === "submitted" &&
      waits &&
      tied > 0 &&
      follows !== undefined &&
      CLOSES.has(follows.activity);
    const [event] = rest.splice(isAnswered ? tied : 0, 1);
    if (event === undefined) break;
    if (event.activity === "submitted") waits = true;
    if (CLOSES.has(event.activity)) waits = false;
    turn.push(event);
  }
  return turn;
}

/** What is submitted after an answer opens the next pass, with its arriving. */
function passesOf(events: readonly LoggedEvent[]): readonly (readonly LoggedEvent[])[] {
  const passes: LoggedEvent[][] = [[]];
  let arrived: LoggedEvent[] = [];
  let requested = false;
  let answered = false;
  for (const event of inTurn(events)) {
    if (event.activity === "submitted" && answered) {
      passes.push([...arrived]);
      arrived = [];
      answered = false;
    }
    if (event.activity === "arrived" && answered) arrived.push(event);
    else passes.at(-1)?.push(event);
    if (event.activity === "submitted") requested = true;
    if (CLOSES.has(event.activity) && requested) answered = true;
  }
  passes.at(-1)?.push(...arrived);
  return passes;
}

const isFiled = ({ activity }: LoggedEvent): boolean => addressOf(activity).event === "complaint-filed";

const ANSWERS: ReadonlySet<string> = new Set(["complaint-answered", "complaint-satisfied"]);

/**
 * In which pass each event of a complaint is judged: that in which it was filed, whatever is asked for meanwhile. A second
 * that is filed while the first is open goes with it, since one answer may be that of both; what was answered before any was
 * filed goes with the first.
 */
function homes(passes: readonly (readonly LoggedEvent[])[]): ReadonlyMap<LoggedEvent, number> {
  const complaints = passes
    .flatMap((events, pass) => events.map((event) => ({ event, pass })))
    .filter(({ event }) => event.activity.startsWith("complaint-"));
  const found = new Map<LoggedEvent, number>();
  let home = complaints.find(({ event }) => isFiled(event))?.pass;
  let open = false;
  for (const { event, pass } of complaints) {
    if (isFiled(event)) {
      if (!open) home = pass;
      open = true;
    }
    if (ANSWERS.has(event.activity)) open = false;
    found.set(event, home ?? pass);
  }
  return found;
}

/** The passes of a case, each with its complaints. */
export function roundsOf(events: readonly LoggedEvent[]): readonly Round[] {
  const passes = passesOf(events);
  const home = homes(passes);
  return passes.map((own, pass) => {
    const judged = events.filter((event) => (home.get(event) ?? pass) === pass);
    const here = judged.filter((event) => own.includes(event) || home.has(event));
    return {
      events: here.sort(inPlace),
      fromElsewhere: new Set(here.filter((event) => !own.includes(event))),
    };
  });
}

/** When a channel is named: by an answer that is known by its date, at the end of that day. */
const namedAt = (event: LoggedEvent): number => (CLOSES.has(event.activity) ? event.latest : event.earliest);

/** The channel that is named first; none where two are named at once. A complaint of another pass came by a way of its own. */
export function channelOf({ events, fromElsewhere }: Round): Channel | undefined {
  const naming = events.filter((event) => event.channel !== undefined && !fromElsewhere.has(event));
  const first = Math.min(...naming.map(namedAt));
  const named = new Set(
    naming
      .filter((event) => namedAt(event) === first || event.earliest === first)
      .map(({ channel }) => channel),
  );
  return named.size === 1 ? [...named][0] : undefined;
}
