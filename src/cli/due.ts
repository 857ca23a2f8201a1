import type { Language } from "../model/language.ts";
import { InvalidArgumentError, Option, type Command } from "commander";
import type { Day } from "../calendar/day.ts";
import { UNITS, type Unit } from "../model/duration.ts";
import { CHANNELS } from "../model/rule.ts";
import { message } from "../report/messages/message.ts";
import { wordsIn } from "../report/due/words.ts";
import { explanationText } from "../report/due/explanation.ts";
import { lawLines } from "../report/due/law-lines.ts";
import { dateOption, restOption, weekOption } from "./calendar-options.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { dueLines } from "./due-lines.ts";
import { answerOf, takesDaysOffAlone, WITHOUT_HOURS } from "./due-answer.ts";
import { Calendars } from "../library/calendars.ts";
import { dueRequests } from "../library/due-request.ts";
import type { DueLine } from "../model/due-line.ts";
import { Trouble } from "../model/trouble.ts";

interface DueOptions extends Omit<Partial<DueLine>, "amount" | "unit"> {
  readonly term?: { readonly amount: number; readonly unit: Unit };
  readonly input?: string;
  readonly asKnown?: Day;
  readonly explain?: boolean;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Language;
}

const EXAMPLE = `
Example:
  tarmaq due --start 2025-03-19T19:10 --term "1 working-day" --channel provider --zone Asia/Almaty \\
    --hours "Mo-Fr 09:00-13:00,14:30-18:30" --calendar kz --rollover --explain

A start without an offset is read in --zone; without either, in UTC. Without --calendar no day moves, and
what depends on working days is an error. Lines of --input name what they need themselves; the options stand
in for what they leave out.`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end) => {
    command
      .option("--start <time>", "when the event was, 2025-03-17T10:00")
      .option("--term <term>", `how long: an amount and one of ${UNITS.join(", ")}`, termOf)
      .addOption(new Option("--channel <channel>", "where the service is asked for").choices(CHANNELS))
      .option("--zone <zone>", "IANA zone of the provider, Asia/Almaty, or a region of Kazakhstan, Mangystau")
      .option("--hours <hours>", "opening hours in OpenStreetMap notation, or 24/7")
      .addOption(
        new Option("--week <days>", "days of the working week").choices(["5", "6"]).argParser(weekOption),
      )
      .option(
        "--rest <weekdays>",
        "weekly days off where they are not Saturday and Sunday: Su,Mo",
        restOption,
      )
      .option("--calendar <country>", "folder under rules/calendars, or the path of one")
      .option("--rollover", "an event outside working time counts as of the next working day")
      .option(
        "--cutoff <time>",
        'until when events count as of the same day: 18:00, or "Mo-Fr 18:00; Sa 12:00"',
      )
      .addOption(
        new Option("--clock <clock>", "how seconds, minutes and hours run").choices(["wall", "open"]),
      )
      .addOption(
        new Option(
          "--last-hour <hour>",
          "when a last day ends (default: at closing; portal, post: 24:00)",
        ).choices(["closing", "midnight"]),
      )
      .option("--law <country>", "count with the general law of a country beneath, kz; it is cited")
      .option("--counts-start-day", "the day of the start is the first that counts")
      .option("--no-moves-to-working-day", "a last day that is not worked stays")
      .addOption(new Option("--direction <direction>", "before: counted back").choices(["after", "before"]))
      .option("--input <file>", "many terms: JSON Lines with start, amount, unit and what else a term needs")
      .option("--as-known <date>", "count with what was known on that day, 2024-06-01", dateOption)
      .option("--explain", "list how the due time was reached, day by day")
      .addOption(new Option("--format <format>").choices(["text", "json", "jsonl"]).default("text"))
      .addOption(languageOption(io))
      .addHelpText("after", EXAMPLE)
      .action(async (options: DueOptions) => {
        await run(options, io);
        end(0);
      });
  },
};

async function run(options: DueOptions, io: Io): Promise<void> {
  const requestOf = dueRequests(new Calendars({ asKnown: options.asKnown }));
  if (options.input !== undefined) {
    if (options.start !== undefined || options.term !== undefined)
      throw new Trouble("--input brings its own starts and terms", {
        wayOut: "Leave out --start and --term.",
      });
    await dueLines(
      options.input,
      requestOf,
      lineOf(options),
      { explained: options.explain === true, language: options.lang },
      io,
    );
    return;
  }
  const { start, term } = options;
  if (start === undefined || term === undefined)
    throw new Trouble("a start and a term are needed", {
      wayOut: 'Give --start 2025-03-17T10:00 --term "1 working-day", or --input FILE. See tarmaq due --help.',
    });
  const line = { ...lineOf(options), start, ...term };
  io.stdout.write(single(line, options, requestOf));
  if (takesDaysOffAlone(line)) io.stderr.write(`tarmaq: ${message(WITHOUT_HOURS, options.lang)}\n`);
}

function single(line: DueLine, options: DueOptions, requestOf: ReturnType<typeof dueRequests>): string {
  const told = answerOf(requestOf(line), options.explain === true);
  if (options.format !== "text")
    return `${JSON.stringify(told, null, options.format === "json" ? 2 : undefined)}\n`;
  return told.explanation === undefined
    ? boundsText(told, options.lang) + lawLines(told.law, options.lang)
    : explanationText(told.explanation, options.lang);
}

/** Start and due time under each other, as instants. */
function boundsText(told: { readonly start: string; readonly due: string }, language: Language): string {
  const { start, due: until } = wordsIn(language).plain;
  const width = Math.max(start.length, until.length) + 2;
  return `${start.padEnd(width)}${told.start}\n${until.padEnd(width)}${told.due}\n`;
}

/** What the options say of a term's surroundings, without what was not given. */
function lineOf(options: DueOptions): Partial<DueLine> {
  const { channel, zone, hours, week, rest, calendar, rollover, cutoff, clock } = options;
  const { countsStartDay, direction, lastHour, law } = options;
  const stays = options.movesToWorkingDay === false ? { movesToWorkingDay: false } : {};
  const given = {
    channel,
    zone,
    hours,
    week,
    rest,
    calendar,
    rollover,
    cutoff,
    clock,
    countsStartDay,
    direction,
    lastHour,
    law,
    ...stays,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function termOf(text: string): DueOptions["term"] {
  const parts = /^(?:(\d+(?:[.,]\d+)?) )?([a-z-]+?)s?$/.exec(text.trim());
  const unit = UNITS.find((name) => name === parts?.[2]);
  if (parts === null || unit === undefined || (parts[1] === undefined && unit !== "same-day"))
    throw new InvalidArgumentError(
      `expected an amount and a unit, "1 working-day"; units: ${UNITS.join(", ")}.`,
    );
  return { amount: Number((parts[1] ?? "0").replace(",", ".")), unit };
}
