import type { Language } from "../../model/language.ts";
import type { DayReason } from "../../model/due-explanation.ts";
import { actText, reasonText } from "./day-reason-text.ts";
import { filled } from "../amounts.ts";
import { dayText, wordsIn, type DueWords } from "./words.ts";

/** A year as it is drawn: each month's weeks from Monday, and the days that a law or an act marks. */
export interface WallYear {
  readonly year: number;
  readonly week: 5 | 6;
  readonly months: readonly { readonly month: number; readonly workingDays: number }[];
  readonly daysOff: readonly WallDay[];
  readonly workedDaysOff: readonly WallDay[];
  /** Dates of a month's weeks, from Monday. */
  readonly weeksOf: (month: number) => readonly (readonly (string | undefined)[])[];
}

interface WallDay {
  readonly date: string;
  readonly reason: DayReason;
}

/** Paints a stretch of text, or leaves it as it is. */
export interface Paint {
  readonly off: (text: string) => string;
  readonly worked: (text: string) => string;
  readonly weekend: (text: string) => string;
}

const COLUMN = 30;
const BESIDE = 3;

/** A year as on a wall: months beside one another, marked days, and below them the days with their acts. */
export function wallCalendar(year: WallYear, language: Language, paint: Paint): string {
  const words = wordsIn(language);
  const days = year.months.reduce((sum, { workingDays }) => sum + workingDays, 0);
  const title = filled(words.wall.title, { year: String(year.year), week: year.week, days }, language);
  const months = year.months.map((month) => monthLines(month, year, { words, language, paint }));
  const rows = Array.from({ length: months.length / BESIDE }, (_, row) =>
    besideOneAnother(months.slice(row * BESIDE, (row + 1) * BESIDE)),
  );
  const legend = [`* ${words.wall.holiday}`, `+ ${words.wall.moved}`, `! ${words.wall.worked}`].join("   ");
  const listed = [...year.daysOff, ...year.workedDaysOff].sort((a, b) => (a.date < b.date ? -1 : 1));
  const list = listed.map((marked) => listLine(marked, words, language));
  return [title, "", ...rows, legend, "", ...list, ""].join("\n");
}

function listLine({ date, reason }: WallDay, words: DueWords, language: Language): string {
  const weekday = words.weekdaysShort[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "";
  const day = dayText(date, words).padStart(12);
  return `${markOf(reason)} ${day}, ${weekday}  ${reasonText(reason, words, language) ?? ""} — ${actText(reason, language) ?? ""}`;
}

function markOf(reason: DayReason): string {
  if (reason.why === "holiday") return "*";
  return reason.why === "worked-day-off" ? "!" : "+";
}

/** A month's lines with their widths on paper, which colours do not change. */
type Lines = readonly { readonly text: string; readonly width: number }[];

function monthLines(
  { month, workingDays }: WallYear["months"][number],
  year: WallYear,
  { words, language, paint }: { words: DueWords; language: Language; paint: Paint },
): Lines {
  const name = `${words.monthNames[month - 1] ?? ""}, ${filled(words.wall.workingDays, { days: workingDays }, language)}`;
  const head = words.weekdaysShort.map((day) => day.padStart(3)).join(" ");
  const weeks = year.weeksOf(month).map((week) => ({
    text: week.map((date, index) => cell(date, index + 1, year, paint)).join(""),
    width: 28,
  }));
  return [{ text: name, width: name.length }, { text: head, width: head.length }, ...weeks];
}

/** One day, four letters wide: its number and its mark. */
function cell(date: string | undefined, weekday: number, year: WallYear, paint: Paint): string {
  if (date === undefined) return "    ";
  const number = String(Number(date.slice(8))).padStart(3);
  const off = year.daysOff.find((marked) => marked.date === date);
  if (off !== undefined) return paint.off(`${number}${markOf(off.reason)}`);
  if (year.workedDaysOff.some((marked) => marked.date === date)) return paint.worked(`${number}!`);
  return weekday > year.week ? paint.weekend(`${number} `) : `${number} `;
}

function besideOneAnother(months: readonly Lines[]): string {
  const height = Math.max(...months.map((month) => month.length));
  const lines = Array.from({ length: height }, (_, row) =>
    months
      .map((month) => {
        const { text, width } = month[row] ?? { text: "", width: 0 };
        return text + " ".repeat(COLUMN - width);
      })
      .join(" ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}
