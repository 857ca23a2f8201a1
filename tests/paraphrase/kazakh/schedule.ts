import { figureIn } from "./number.ts";
import type { Random } from "../random.ts";

/** Hours of somebody's work, to be put into words. */
export interface Interval {
  readonly days: readonly number[];
  readonly open: string;
  readonly close: string;
  readonly pause?: readonly [string, string];
}

/** How times of day are written throughout one text: `9.00`, `09:00`, `9-00`. */
export interface ClockStyle {
  readonly mark: "." | ":" | "-";
  readonly padded: boolean;
}

export const clockStyle = (random: Random): ClockStyle => ({
  mark: random.pick([".", ".", ":", ":", "-"]),
  padded: random.chance(0.4),
});

/** A time of day, `09:30`, in that style: `9.30`. */
export function clock(time: string, { mark, padded }: ClockStyle): string {
  const [hour, minutes] = time.split(":");
  return `${padded ? hour! : String(Number(hour))}${mark}${minutes!}`;
}

/** `9.00-ден 18.30-ға дейін` and what else the law says for it. */
export function range(random: Random, from: string, to: string, style: ClockStyle): string {
  const [open, close] = [clock(from, style), clock(to, style)];
  const [since, until] = [figureIn(open, "ablative"), figureIn(close, "dative")];
  return random.pick([
    `сағат ${since} ${until} дейін`,
    `сағат ${since} ${until} дейін`,
    `${since} ${until} дейін`,
    `сағат ${since} бастап ${until} дейін`,
    `сағат ${since} сағат ${until} дейін`,
    `${since} ${close} сағатқа дейін`,
  ]);
}

const WEEK_WORDS = [
  "дүйсенбіден бастап жұманы қоса алғанда",
  "дүйсенбіден жұмаға дейін",
  "дүйсенбіден бастап жұма аралығында",
  "дүйсенбі – жұма аралығында",
  "дүйсенбі – жұма күндері",
  "күн сайын дүйсенбіден жұма аралығында",
] as const;

const SIX_WORDS = [
  "дүйсенбіден бастап сенбіні қоса алғанда",
  "дүйсенбіден сенбіге дейін",
  "дүйсенбі – сенбі аралығында",
] as const;

export const WEEK = [1, 2, 3, 4, 5] as const;
export const SIX_DAYS = [1, 2, 3, 4, 5, 6] as const;

/** The days of a week of work in words. */
const daysInWords = (random: Random, days: readonly number[]): string =>
  random.pick(days.length === 6 ? SIX_WORDS : WEEK_WORDS);

/** `демалыс және мереке күндерін қоспағанда`, or nothing. */
function exceptHolidays(random: Random, days: readonly number[]): string {
  const off = days.length === 6 ? random.pick(["жексенбі", "демалыс (жексенбі)"]) : "демалыс";
  const law = random.pick([
    "",
    "",
    "еңбек заңнамасына сәйкес ",
    "Қазақстан Республикасының Еңбек кодексіне сәйкес ",
  ]);
  return random.pick([
    `${law}${off} және мереке күндерін қоспағанда, `,
    `${law}${off} және мереке күндерінен басқа, `,
    `${law}${off} және мереке күндерін қоспағанда `,
    "",
  ]);
}

/** A schedule in words: days, hours and break in one of the orders of the law. */
export function scheduleInWords(
  random: Random,
  { days, open, close, pause }: Interval,
  style: ClockStyle,
): string {
  const start = `${exceptHolidays(random, days)}${daysInWords(random, days)}`;
  const hours = range(random, open, close, style);
  if (pause === undefined) return `${start} ${random.pick(["", "үзіліссіз ", "түскі үзіліссіз "])}${hours}`;
  const gap = range(random, pause[0], pause[1], style);
  return random.pick([
    `${start} ${hours}, түскі үзіліс ${gap}`,
    `${start} ${hours}, түскі асқа үзіліс – ${gap}`,
    `${start} ${gap}гі түскі үзіліспен ${hours}`,
    `${start} ${gap}гі түскі асқа үзіліспен ${hours}`,
    `${start} ${hours} (түскі үзіліс – ${gap})`,
    `${start} (${hours}, түскі асқа үзіліс ${gap})`,
    `${start} ${hours}, ${gap} түскі үзіліспен`,
  ]);
}
