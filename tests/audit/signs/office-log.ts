import { bookAtWork } from "../../../src/library/books-at-work.ts";
import type { Mapping } from "../../../src/log/mapping.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../../src/model/time-units.ts";
import { seeded } from "../run-on.ts";

/** What is done to the entries of one office, or of one official of it. */
export type Tampering =
  "none" | "before-due" | "batches" | "round-times" | "out-of-order" | "off-hours" | "first-digits";

/** Offices, and officials of each; the first official of the first office tampers. */
const OFFICES = 4;
const OFFICIALS = 3;
const DAYS = 60;
const FIRST_DAY = Date.UTC(2025, 2, 3);
const OPEN = 9 * HOUR_MS;
const CLOSE = 18 * HOUR_MS;
/** So that a term begun on a weekday ends on one. */
const TERM_DAYS = 7;

export const WHO = { provider: "Office 1", official: "Official 1-1" } as const;

export const BOOK = bookAtWork({
  id: "b",
  zone: "Asia/Almaty",
  calendar: "kz",
  rules: [
    {
      id: "d7",
      kind: "deadline",
      subject: "service",
      amount: TERM_DAYS,
      unit: "calendar-day",
      movesToWorkingDay: false,
      cite: "1",
    },
    {
      id: "h",
      kind: "hours",
      who: "provider",
      days: [1, 2, 3, 4, 5],
      open: "09:00",
      close: "18:00",
      cite: "2",
    },
  ],
});

export const MAPPING: Mapping = {
  columns: { case: "case", activity: "activity", time: "time", provider: "provider", actor: "actor" },
  events: { in: "submitted", out: "result-issued" },
  defaults: { channel: "provider" },
};

interface Row {
  readonly entered: number;
  readonly text: string;
}

/**
 * A log of offices in which 1 in 10 is late by itself, in the order of entry, and what one official makes of it. Times are
 * local ms, written with their offset. `wide`: lengths of time over five orders of magnitude, as first digits need.
 */
export function officeLog(
  tampering: Tampering,
  seed: number,
  cases = 1500,
  wide = tampering === "first-digits",
): string {
  const random = seeded(seed);
  const rows: Row[] = [];
  const put = (
    name: string,
    activity: string,
    at: number,
    entered: number,
    who: readonly [string, string],
  ): void => {
    const time = new Date(at).toISOString().slice(0, 19);
    rows.push({ entered, text: `${name},${activity},${time}+05:00,${who[0]},${who[1]}` });
  };
  for (let number = 0; number < cases; number += 1) {
    const office = 1 + Math.floor(random() * OFFICES);
    const official = 1 + Math.floor(random() * OFFICIALS);
    const who = [`Office ${office}`, `Official ${office}-${official}`] as const;
    const day = weekdayFrom(FIRST_DAY / DAY_MS + Math.floor(random() * DAYS));
    const start = day * DAY_MS + OPEN + random() * (CLOSE - OPEN - 2 * HOUR_MS);
    const name = `c${number}`;
    put(name, "in", start, start, who);
    const honest = wide ? start + lengthOverOrders(random) : doneBy(start, random);
    const end =
      office === 1 && official === 1
        ? tampered(tampering, start, honest, random)
        : { at: honest, entered: honest };
    put(name, "out", end.at, end.entered, who);
  }
  rows.sort((a, b) => a.entered - b.entered);
  return `case,activity,time,provider,actor\n${rows.map(({ text }) => text).join("\n")}\n`;
}

/** The day itself, or the Monday after a weekend. Day 0 was a Thursday. */
function weekdayFrom(day: number): number {
  const weekday = (day + 3) % 7;
  return weekday < 5 ? day : day + 7 - weekday;
}

/** Done on some day of the term, evenly over the hours; 1 in 10 up to three days late. */
function doneBy(start: number, random: () => number): number {
  const day = Math.floor(start / DAY_MS);
  const later =
    random() < 0.1 ? TERM_DAYS + 1 + Math.floor(random() * 3) : 1 + Math.floor(random() * TERM_DAYS);
  return weekdayFrom(day + later) * DAY_MS + OPEN + random() * (CLOSE - OPEN - SECOND_MS);
}

/** From a minute to months: the logarithm is even, so that first digits are as Benford has them. */
const lengthOverOrders = (random: () => number): number => Math.floor(60 * 10 ** (random() * 5)) * SECOND_MS;

/** When an end is told to have been, and when it was entered. */
function tampered(
  tampering: Tampering,
  start: number,
  honest: number,
  random: () => number,
): { at: number; entered: number } {
  const day = Math.floor(honest / DAY_MS);
  const due = (Math.floor(start / DAY_MS) + TERM_DAYS) * DAY_MS + CLOSE;
  const same = { at: honest, entered: honest };
  switch (tampering) {
    case "before-due": {
      // What ends in the last two days, or late, is told to have ended in the last ten minutes.
      if (honest < due - 2 * DAY_MS) return same;
      const at = due - random() * 10 * MINUTE_MS;
      return { at, entered: at };
    }
    case "batches": {
      // All of a week at one stroke, on its Friday.
      const friday = day + 4 - ((day + 3) % 7);
      const at = friday * DAY_MS + 17 * HOUR_MS + random() * 50 * SECOND_MS;
      return { at, entered: at };
    }
    case "round-times": {
      const at = Math.round(honest / (30 * MINUTE_MS)) * 30 * MINUTE_MS;
      return random() < 0.6 ? { at, entered: at } : same;
    }
    case "out-of-order":
      // What is late is dated back into the term.
      return honest > due ? { at: due - random() * 8 * HOUR_MS, entered: honest } : same;
    case "off-hours": {
      if (random() > 0.4) return same;
      const at = day * DAY_MS + 19 * HOUR_MS + random() * 4 * HOUR_MS;
      return { at, entered: at };
    }
    case "first-digits": {
      // A number somebody thinks up: any first digit, hours or days.
      const unit = 10 ** (1 + Math.floor(random() * 5));
      const at = start + Math.floor((1 + random() * 9) * unit) * SECOND_MS;
      return { at, entered: at };
    }
    case "none":
      return same;
  }
}
