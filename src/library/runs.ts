import type { ChannelPlan } from "../compile/plan.ts";
import type { Reason } from "../model/verdict.ts";

/** What is written of a channel's reasons that are the same for every request, as bytes between those that are not. */
export interface Runs {
  /** Places of the rules whose reason a request decides. */
  readonly at: readonly number[];
  /** By the same number: what stands before each; undefined: nothing. */
  readonly before: readonly (Buffer | undefined)[];
  readonly after: Buffer;
}

/** The runs of a channel, each reason written in its own way. */
export function runsOf({ reasons, varying }: ChannelPlan, write: (reason: Reason) => string): Runs {
  const between = (from: number, to: number): string =>
    reasons
      .slice(from, to)
      .flatMap((reason) => (reason === undefined ? [] : [write(reason)]))
      .join("");
  return {
    at: varying,
    before: varying.map((place, index) => {
      const text = between(index === 0 ? 0 : (varying[index - 1] ?? 0) + 1, place);
      return text === "" ? undefined : Buffer.from(text);
    }),
    after: Buffer.from(between((varying.at(-1) ?? -1) + 1, reasons.length)),
  };
}
