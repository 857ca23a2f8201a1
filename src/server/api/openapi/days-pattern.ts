import { daysAfter } from "../../../model/iso-day.ts";

/** The years of which requests tell. */
const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2099-12-31";

/** A stretch of days, both ends included, `YYYY-MM-DD`; absent: from the first day or to the last there is. */
export interface Days {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * A pattern for the days within any of these stretches, as they are written, without `^` and `$`: whole years, then whole
 * months, then days. It holds no day that a calendar does not have. Undefined where no day is left.
 */
export function daysPattern(stretches: readonly Days[]): string | undefined {
  const years: [string[], string[]] = [[], []];
  const rest: string[] = [];
  for (const { from = FIRST_DAY, to = LAST_DAY } of stretches)
    for (let day = from; day <= to;) {
      const year = day.slice(0, 4);
      if (day.endsWith("-01-01") && to >= `${year}-12-31`) {
        years[isLeap(year) ? 1 : 0].push(year);
        day = `${Number(year) + 1}-01-01`;
      } else {
        const month = day.slice(0, 7);
        const days = daysOf(month);
        const last = [to, `${month}-${days}`].sort()[0] ?? to;
        rest.push(`${month}-(?:${numbers(Number(day.slice(8)), Number(last.slice(8)))})`);
        day = daysAfter(last, 1);
      }
    }
  const whole = years.flatMap((list, isLeapYear) =>
    list.length === 0
      ? []
      : [`(?:${list.join("|")})-(?:${DAYS_OF_YEAR}|02-(?:0[1-9]|1[0-9]|2[0-${isLeapYear === 1 ? 9 : 8}]))`],
  );
  const all = [...whole, ...rest];
  return all.length === 0 ? undefined : `(?:${all.join("|")})`;
}

const DAYS_OF_YEAR = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";

const isLeap = (year: string): boolean => new Date(`${year}-02-29T00:00:00Z`).getUTCDate() === 29;

/** How many days a month has. */
function daysOf(month: string): number {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
}

const numbers = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(2, "0")).join("|");

/** A time of day with what may follow it, as requests have it. */
export const TIME_PATTERN =
  "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?";
