import type { Mapping } from "./mapping.ts";

/** The transition that XES calls the end of an activity: what a row without one is taken for. */
export const COMPLETE = "complete";

/** How an activity whose transitions are events of their own is called in the rows of a log. */
export const transitionOf = (activity: string, transition: string): string => `${activity} [${transition}]`;

/** What the activities of a log's rows are, as events: those named one by one, those of transitions and of moments. */
export function mappedEvents({ events = {}, moments = {} }: Mapping): Readonly<Record<string, string>> {
  const named = Object.entries(events).flatMap(([activity, event]) =>
    typeof event === "string"
      ? [[activity, event] as const]
      : Object.entries(event).map(
          ([transition, each]) => [transitionOf(activity, transition), each] as const,
        ),
  );
  const ofMoments = Object.entries(moments).flatMap(([column, moment]) => {
    const event = typeof moment === "string" ? moment : moment.event;
    return event === undefined ? [] : [[column, event] as const];
  });
  return Object.fromEntries([...named, ...ofMoments]);
}
