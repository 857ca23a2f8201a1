import type { LintWords } from "../language/lint-words.ts";
import type { HoursRule, Weekday } from "../model/rule.ts";
import { beginnings } from "./alike.ts";
import { byService, citeRule } from "./draft.ts";
import { pairsAlike } from "./held-against.ts";
import type { Lint } from "./lint.ts";

/** A schedule that gives two intervals for one day: which of them holds? */
export const hoursOverlap: Lint = {
  code: "hours-overlap",
  severity: "warning",

  find: (draft, { lint: words }) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const hours = rules.filter(
        (rule): rule is HoursRule => rule.kind === "hours" && rule.roundTheClock !== true,
      );
      return pairsAlike(hours, ({ who }) => who).flatMap(([one, other]) => {
        const days = sharedDays(one, other);
        return days.length === 0 ||
          sameInterval(one, other) ||
          ofTwoThings(one, other, words) ||
          ofTwoBodies(one, other)
          ? []
          : [
              {
                at: citeRule(draft, other),
                beside: citeRule(draft, one),
                details: { days: days.join(", ") },
              },
            ];
      });
    }),

  examples: {
    must: [
      {
        rules: [
          { kind: "hours", who: "provider", open: "09:00", close: "18:00", break: ["13:00", "14:00"] },
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5], open: "09:00", close: "17:00" },
        ],
      },
      {
        in: "ru",
        rules: [
          told("услугодатель – с 9.00 до 18.30 часов", "18:30"),
          told("услугодатель – ежедневно с 9.00 до 17.00 часов", "17:00"),
        ],
      },
      {
        rules: [
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5, 6], open: "08:00", close: "20:00" },
          { kind: "hours", who: "provider", days: [6], open: "09:00", close: "14:00" },
        ],
      },
    ],
    mustNot: [
      {
        in: "ru",
        rules: [
          told("Дежурные отделы корпорации, с понедельника по пятницу с 9.00 до 20.00 часов", "20:00"),
          told("корпорации – с понедельника по пятницу с 9.00 до 18.00 часов", "18:00"),
        ],
      },
      {
        in: "ru",
        rules: [
          told("услугодатель – с 9.00 до 18.30 часов", "18:30"),
          told("загранучреждения Республики – с 9.00 до 13.00 часов", "13:00"),
        ],
      },
      {
        in: "ru",
        rules: [
          told("услугодатель – с 9.00 до 18.30 часов", "18:30"),
          told("прием заявлений – с 9.00 до 17.30 часов", "17:30"),
        ],
      },
      {
        in: "ru",
        rules: [
          told("корпорация – до 18.00 часов, дежурные отделы до 20.00 часов", "18:00"),
          told("корпорация – до 18.00 часов, дежурные отделы до 20.00 часов", "20:00"),
        ],
      },
      {
        rules: [
          { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5], open: "08:00", close: "20:00" },
          { kind: "hours", who: "provider", days: [6], open: "09:00", close: "14:00" },
        ],
      },
      {
        rules: [
          { kind: "hours", who: "provider", days: [1], open: "08:00", close: "20:00" },
          { kind: "hours", who: "provider", days: [1], open: "08:00", close: "20:00" },
        ],
      },
    ],
  },
};

function sharedDays(one: HoursRule, other: HoursRule): readonly Weekday[] {
  // A schedule that names no days is one of working days.
  const theirs = other.days ?? WORKING_DAYS;
  return (one.days ?? WORKING_DAYS).filter((day) => theirs.includes(day));
}

const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** What stands before the dash, the name of who works so. */
const NAMED = /^([^–—,\d]{6,80}?)(?:\s[–—-]|,)/u;

/** Whether two schedules in two places begin with the names of two bodies. */
function ofTwoBodies(one: HoursRule, other: HoursRule): boolean {
  const [ours, theirs] = [one, other].map(
    ({ source }) => [...beginnings(NAMED.exec(source?.quote ?? "")?.[1] ?? "")][0],
  );
  return ours !== undefined && theirs !== undefined && ours !== theirs;
}

/** Whether two intervals are hours of two things: of work and of taking in, or of two offices that one sentence names. */
function ofTwoThings(one: HoursRule, other: HoursRule, { intake }: LintWords): boolean {
  const [ours, theirs] = [one, other].map(({ source }) => source?.quote.toLowerCase() ?? "");
  if (ours === undefined || theirs === undefined) return false;
  if (ours === theirs) return JSON.stringify(one.days) === JSON.stringify(other.days);
  const takesIn = (quote: string): boolean => intake.some((word) => quote.includes(word));
  return takesIn(ours) !== takesIn(theirs);
}

const sameInterval = (one: HoursRule, other: HoursRule): boolean =>
  one.open === other.open &&
  one.close === other.close &&
  JSON.stringify(one.break) === JSON.stringify(other.break);

function told(quote: string, close: string): Partial<HoursRule> {
  const source = { file: "f", sha256: "", spans: [], lines: [1, 1] as const, quote };
  return { kind: "hours", who: "provider", days: [1, 2, 3, 4, 5], open: "09:00", close, source };
}
