import { isoOf, dayOf } from "../calendar/day.ts";
import { instantOf, type ZoneTable } from "../calendar/zone-table.ts";
import { SECOND_MS, MINUTE_MS, DAY_MS } from "../model/time-units.ts";

const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?$/;

/** Years for which zones are known. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;

/** A written time: local to a zone, or with an offset of its own. */
export type WrittenTime =
  | { readonly is: "local"; readonly day: number; readonly sinceMidnight: number }
  | { readonly is: "instant"; readonly instant: number; readonly offset: number };

/** Reads `2025-03-17T10:00`, with seconds and an offset where there are any; what is wrong with it otherwise. */
export function parseTime(written: string): WrittenTime | { readonly is: "wrong"; readonly message: string } {
  const parts = WRITTEN.exec(written);
  if (parts === null) {
    return /^\d{4}-\d{2}-\d{2}$/.test(written)
      ? { is: "wrong", message: `${written} is a date without a time, a day of doubt` }
      : {
          is: "wrong",
          message: `"${written}" is no time: expected 2025-03-17T10:00, with an offset or without`,
        };
  }
  const [year, month, dayOfMonth, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((part) =>
    Number(parts[part] ?? 0),
  );
  if (year === undefined || month === undefined || dayOfMonth === undefined) return impossible(written);
  if (hour === undefined || minute === undefined || second === undefined) return impossible(written);
  const day = dayOf(year, month, dayOfMonth);
  if (!(month >= 1 && month <= 12) || isoOf(day) !== written.slice(0, 10)) return impossible(written);
  if (hour > 23 || minute > 59 || second > 59) return impossible(written);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return {
      is: "wrong",
      message: `${written} is outside ${FIRST_YEAR}-${LAST_YEAR}, for which zones are known`,
    };
  const ms = Number((parts[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const sinceMidnight = ((hour * 60 + minute) * 60 + second) * SECOND_MS + ms;
  if (parts[8] === undefined && parts[9] === undefined) return { is: "local", day, sinceMidnight };
  const minutes = Number(parts[10] ?? 0) * 60 + Number(parts[11] ?? 0);
  if (minutes > 18 * 60 || Number(parts[11] ?? 0) > 59) return impossible(written);
  const offset = (parts[9] === "-" ? -1 : 1) * minutes * MINUTE_MS;
  return { is: "instant", instant: day * DAY_MS + sinceMidnight - offset, offset };
}

const impossible = (written: string): { readonly is: "wrong"; readonly message: string } => ({
  is: "wrong",
  message: `${written} is an impossible time`,
});

/** The instant of a written time; one without an offset is read in the zone. */
export const instantIn = (zone: ZoneTable, time: WrittenTime): number =>
  time.is === "instant"
    ? time.instant
    : instantOf(zone, time.day as ReturnType<typeof dayOf>, time.sinceMidnight);

/** A zone of one offset for ever, for times that bring an offset and no zone. */
export const fixedZone = (offset: number): ZoneTable => ({
  zone: "",
  from: Float64Array.of(-Infinity),
  offset: Float64Array.of(offset),
});
