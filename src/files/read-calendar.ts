import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { CalendarActs, CalendarYear } from "../calendar/country-calendar.ts";
import { Trouble } from "../model/trouble.ts";
import type { Passed } from "./passed.ts";
import { readBytes, type Limit } from "./read-bytes.ts";
import { jsonIn, passed, type JsonKind } from "./read-json.ts";
import { root } from "./root.ts";

/** A country's calendar as it lies on the disk: its years and acts, with the hash of their files one after another. */
export interface CalendarFiles {
  readonly id: string;
  readonly folder: string;
  readonly years: readonly CalendarYear[];
  readonly acts: CalendarActs["acts"];
  readonly files: readonly string[];
  readonly sha256: string;
}

const LIMIT: Limit = { megabytes: 1, wayOut: "A calendar has a file for each year." };
const YEAR: JsonKind<"calendar"> = { what: "A calendar's year", schema: "calendar" };
const ACTS: JsonKind<"calendarActs"> = { what: "The list of a calendar's acts", schema: "calendarActs" };
const OURS = join(root, "rules", "calendars");

/**
 * All years in the folder of a country: looked for in `folder`, then among those that Tarmaq brings. A name with a slash
 * in it is the path of such a folder. Throws `Trouble` that names the file and the field.
 */
export function readCalendar(country: string, folder = OURS): CalendarFiles {
  const from = folderOf(country, folder);
  const hash = createHash("sha256");
  const read = <Name extends "calendar" | "calendarActs">(
    name: string,
    kind: JsonKind<Name>,
  ): Passed[Name] => {
    const file = join(from, name);
    const bytes = readBytes(file, LIMIT);
    hash.update(bytes);
    return passed(jsonIn(bytes, file, kind), file, kind);
  };
  const files = readdirSync(from)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort();
  const years = files.map((name) => asNamed(read(name, YEAR), join(from, name)));
  const acts = existsSync(join(from, "acts.json")) ? read("acts.json", ACTS).acts : {};
  return { id: basename(from), folder: from, years, acts, files, sha256: hash.digest("hex") };
}

function folderOf(country: string, folder: string): string {
  if (country.includes("/") && existsSync(resolve(country))) return resolve(country);
  if (!existsSync(folder))
    throw new Trouble("there is no such folder of calendars", {
      file: folder,
      wayOut: "Name one that holds <country>/<year>.json.",
    });
  const isName = /^[a-z][a-z0-9-]*$/.test(country);
  const found = [folder, OURS].map((one) => join(one, country)).find((one) => isName && existsSync(one));
  if (found !== undefined) return found;
  const known = readdirSync(OURS).sort().join(", ");
  throw new Trouble(`there is no calendar ${country}`, {
    wayOut: `Known are: ${known}. Another country is another folder under rules/calendars.`,
  });
}

/** The year itself, where it is the one that its file is named after and all its days lie in it. */
function asNamed(year: CalendarYear, file: string): CalendarYear {
  if (`${year.year}.json` !== basename(file))
    throw new Trouble(`is named ${basename(file)} and holds the year ${year.year}`, {
      file,
      place: "/year",
      wayOut: "Name the file after its year.",
    });
  const days = [...year.holidays.map(({ date }) => date), ...year.movedDays.map(({ off }) => off)];
  const stray = days.find((date) => !date.startsWith(`${year.year}-`));
  if (stray !== undefined)
    throw new Trouble(`${stray} is no day of ${year.year}`, {
      file,
      wayOut: "Put it into its own year's file.",
    });
  return year;
}
