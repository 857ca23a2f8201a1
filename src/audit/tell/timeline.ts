import { dayAt, isoOf } from "../../calendar/day.ts";
import { clockInstant, intervalsOf } from "../../calendar/open-time.ts";
import type { Timetable } from "../../calendar/timetable.ts";
import { instantOf, localDay } from "../../calendar/zone-table.ts";
import type { ReportFinding, Timeline, TimelinePiece } from "../../model/audit-report.ts";
import { CHANNELS } from "../../model/rule.ts";
import { sql, value } from "../../engine/sql.ts";
import type { FindingRow } from "./finding.ts";
import type { JudgedLog } from "../run/judge-log.ts";
import { HOUR_MS, DAY_MS } from "../../model/time-units.ts";

/** Days of which the open hours can still be seen; of longer stretches only the days off are told. */
const MOST_DAYS = 60;
const MOST_OFF = 1000;
const MOST_MARKS = 8;
/** A line goes on so long after its last instant. */

/** What a late case ran over: open hours, days off, suspensions. */
export async function timelineOf(audit: JudgedLog, row: FindingRow, of: ReportFinding): Promise<Timeline> {
  const from = row.start_at ?? 0;
  const until = Math.max(row.due_at ?? from, row.done_at ?? audit.order.now ?? from) + HOUR_MS;
  const stopped = await audit.database.rows<{ from_at: number; until_at: number }>(
    sql`select from_at, until_at from case_suspension where case_id = ${value(row.case_id)} and from_at < ${until} and until_at > ${from}`,
  );
  const timetable = audit.plan.books[row.book_no ?? -1]?.timetable(CHANNELS[row.channel_no - 1]);
  const hours = timetable === undefined ? [] : hoursBetween(timetable, from, until);
  const suspended = stopped.map(({ from_at, until_at }): TimelinePiece => ({
    from: from_at,
    until: until_at,
    is: "suspended",
  }));
  const pieces = [...hours, ...suspended].flatMap((piece) => {
    const cut = { ...piece, from: Math.max(piece.from, from), until: Math.min(piece.until, until) };
    return cut.from < cut.until ? [cut] : [];
  });
  return {
    of,
    from,
    until,
    pieces,
    days: timetable === undefined ? [] : daysBetween(timetable, from, until),
  };
}

/** Some of the days that begin between two instants, evenly spaced: few enough to be written under a line. */
function daysBetween({ zone }: Timetable, from: number, until: number): Timeline["days"] {
  const [first, last] = [localDay(zone, from) + 1, localDay(zone, until)];
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_MARKS));
  const days: { at: number; day: string }[] = [];
  for (let day = first; day <= last; day += step)
    days.push({ at: instantOf(zone, dayAt(day), 0), day: isoOf(dayAt(day)) });
  return days;
}

function hoursBetween(timetable: Timetable, from: number, until: number): TimelinePiece[] {
  const [first, last] = [localDay(timetable.zone, from), localDay(timetable.zone, until)];
  const pieces: TimelinePiece[] = [];
  for (let day = first; day <= last && pieces.length < MOST_OFF; day = dayAt(day + 1)) {
    const index = day - timetable.first;
    if (timetable.calendar === undefined || index < 0 || index >= timetable.length) continue;
    if (timetable.working[index] !== 1)
      pieces.push({
        from: instantOf(timetable.zone, day, 0),
        until: instantOf(timetable.zone, day, DAY_MS),
        is: "off",
      });
    else if (last - first <= MOST_DAYS)
      for (const interval of intervalsOf(timetable, index))
        pieces.push({
          from: clockInstant(timetable, index, interval.from),
          until: clockInstant(timetable, index, interval.until),
          is: "open",
        });
  }
  return pieces;
}
