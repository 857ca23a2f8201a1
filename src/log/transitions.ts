import { folded } from "../model/fold-name.ts";
import type { Mapping } from "./mapping.ts";
import { COMPLETE, transitionOf } from "./mapping-events.ts";

/** What a transition of an activity is called in the rows of a log; undefined where it is no event of ours. */
export type TransitionOf = (activity: string, transition: string) => string | undefined;

/** Which transitions of activities are events, as a mapping says it: by the activity where it names them, else those that count. */
export function transitionsOf({ events = {}, lifecycle = {} }: Mapping): TransitionOf {
  const words = new Map(
    Object.entries(lifecycle.words ?? {}).map(([word, is]) => [folded(word), is] as const),
  );
  const counts = new Set(lifecycle.counts ?? [COMPLETE]);
  const apart = new Map(
    Object.entries(events).flatMap(([activity, event]) =>
      typeof event === "string" ? [] : [[folded(activity), { activity, event }] as const],
    ),
  );
  return (activity, written) => {
    const word = folded(written);
    const transition = word === "" ? COMPLETE : (words.get(word) ?? word);
    const known = apart.get(folded(activity));
    if (known !== undefined)
      return Object.hasOwn(known.event, transition) ? transitionOf(known.activity, transition) : undefined;
    return word === "" || counts.has(transition) ? activity : undefined;
  };
}
