import type { CutoffRule, HoursRule } from "../model/rule.ts";
import { clockMinutes, clockText } from "./clock-minutes.ts";
import { byService, citeRule } from "./draft.ts";
import { HELD_AGAINST } from "./held-against.ts";
import type { Lint } from "./lint.ts";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60 };

/** A clock time until which requests are taken that is not the stated time before closing, or lies after closing. */
export const cutoffAgainstClosing: Lint = {
  code: "cutoff-against-closing",
  severity: "error",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const hours = rules.filter(
        (rule): rule is HoursRule => rule.kind === "hours" && rule.who === "provider",
      );
      const cutoffs = rules.filter((rule): rule is CutoffRule => rule.kind === "cutoff");
      const intervals = hours.slice(0, HELD_AGAINST).map((interval) => {
        const fit = cutoffs.filter((cutoff) => misfit(cutoff, interval) === undefined);
        return { interval, fitting: new Set(fit.map(({ path }) => path)) };
      });
      return cutoffs.flatMap((cutoff) =>
        intervals.flatMap(({ interval, fitting }) => {
          const wrong = misfit(cutoff, interval);
          return wrong === undefined || fitting.has(cutoff.path)
            ? []
            : [{ at: citeRule(draft, cutoff), beside: citeRule(draft, interval), details: wrong }];
        }),
      );
    }),

  examples: {
    must: [
      {
        rules: [
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5], open: "08:00", close: "17:00" },
          { kind: "cutoff", days: [1, 2, 3, 4, 5], time: "18:00", before: { amount: 2, unit: "hour" } },
        ],
      },
      {
        rules: [
          { kind: "hours", who: "provider", days: [6], open: "09:00", close: "14:00" },
          { kind: "cutoff", time: "18:00" },
        ],
      },
    ],
    mustNot: [
      {
        rules: [
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5], open: "08:00", close: "20:00" },
          { kind: "cutoff", days: [1, 2, 3, 4, 5], time: "18:00", before: { amount: 2, unit: "hour" } },
        ],
      },
      {
        rules: [
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5], open: "09:00", close: "18:30" },
          { kind: "cutoff", before: { amount: 2, unit: "hour" } },
        ],
      },
    ],
  },
};

/** What the cutoff says, when the day closes, and what the time before closing would come to. */
function misfit(cutoff: CutoffRule, hours: HoursRule): Record<string, string> | undefined {
  const [time, close] = [clockMinutes(cutoff.time), clockMinutes(hours.close)];
  if (time === undefined || close === undefined) return undefined;
  // "On working days": every day that the schedule opens is one, whatever days a reader concluded.
  const shared = WEEK.some((day) => hours.days?.includes(day) ?? true);
  if (!shared) return undefined;
  const before = cutoff.before;
  const unit = before === undefined ? undefined : MINUTES[before.unit];
  const derived = before === undefined || unit === undefined ? undefined : close - before.amount * unit;
  const wrong = derived === undefined ? time > close : derived !== time;
  if (!wrong) return undefined;
  return {
    time: clockText(time),
    close: clockText(close),
    ...(derived === undefined ? {} : { derived: clockText(derived) }),
  };
}
