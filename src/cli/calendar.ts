import type { Language } from "../model/language.ts";
import { Argument, InvalidArgumentError, Option, type Command } from "commander";
import pico from "picocolors";
import { yearOf, type Day } from "../calendar/day.ts";
import { weeksOfMonth, yearOverview, type YearOverview } from "../calendar/year-overview.ts";
import { reasonText } from "../report/due/day-reason-text.ts";
import { wordsIn } from "../report/due/words.ts";
import { wallCalendar, type Paint } from "../report/due/wall-calendar.ts";
import { dateOption, weekOption } from "./calendar-options.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { openCalendar } from "../library/calendars.ts";
import { Trouble } from "../model/trouble.ts";

interface CalendarOptions {
  readonly week: 5 | 6;
  readonly asKnown?: Day;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Language;
}

const EXAMPLE = `
Example:
  tarmaq calendar kz 2025
  tarmaq calendar kz 2024 --week 6 --as-known 2024-06-01 --format json`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end) => {
    command
      .argument("<country>", "folder under rules/calendars, or the path of one")
      .addArgument(new Argument("<year>").argParser(yearIn))
      .addOption(new Option("--week <days>", "days of the working week").default(5).argParser(weekOption))
      .option("--as-known <date>", "the year as it was known on that day, 2024-06-01", dateOption)
      .addOption(new Option("--format <format>").choices(["text", "json", "jsonl"]).default("text"))
      .addOption(languageOption(io))
      .addHelpText("after", EXAMPLE)
      .action((country: string, year: number, options: CalendarOptions) => {
        io.stdout.write(calendarYear(country, year, options, io));
        end(0);
      });
  },
};

function calendarYear(country: string, year: number, options: CalendarOptions, io: Io): string {
  const { calendar, id } = openCalendar(country, { asKnown: options.asKnown });
  const [first, last] = [yearOf(calendar.first), yearOf(calendar.last)];
  if (year < first || year > last)
    throw new Trouble(`no calendar of ${id} covers the year ${year}: it has ${first} to ${last}`, {
      wayOut: `Add rules/calendars/${id}/${year}.json.`,
    });
  const overview = yearOverview(calendar, options.week, year);
  if (options.format === "text")
    return wallCalendar(
      { ...overview, weeksOf: (month) => weeksOfMonth(year, month) },
      options.lang,
      paintOn(io),
    );
  return `${JSON.stringify(jsonOf(overview, options.lang), null, options.format === "json" ? 2 : undefined)}\n`;
}

/** DESIGN.md, section 7. */
function jsonOf({ year, week, months, daysOff }: YearOverview, language: Language): unknown {
  const words = wordsIn(language);
  return {
    year,
    week,
    months,
    daysOff: daysOff.map(({ date, reason }) => ({
      date,
      why: reasonText(reason, words, language),
      act: "act" in reason ? reason.act : undefined,
    })),
  };
}

/** Colours on a terminal alone, and not where NO_COLOR is set. */
function paintOn(io: Io): Paint {
  const isTerminal = "isTTY" in io.stdout && io.stdout.isTTY === true;
  const colours = pico.createColors(isTerminal && (io.env["NO_COLOR"] ?? "") === "");
  return { off: colours.red, worked: colours.green, weekend: colours.dim };
}

function yearIn(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError("expected a year, 2025.");
  return Number(text);
}
