import type { Day } from "../calendar/day.ts";
import { makeKit } from "../kit/make-kit.ts";
import type { Kit } from "../model/kit.ts";
import { Trouble } from "../model/trouble.ts";
import { bookAtWork } from "./books-at-work.ts";
import type { Laws } from "./laws.ts";
import type { Library } from "./library.ts";
import { readZone } from "./read-zone.ts";
import type { Volume } from "./volume.ts";

/** The conformance kit of a version of a service; `from`: first day of its moments. Throws `Trouble` where there is none. */
export function kitFor(library: Library, { book, sha256, file }: Volume, from?: Day): Kit {
  const zone = readZone(book.zone ?? "UTC", { file, place: "/zone" });
  const laws = library.law === "left-out" ? undefined : library.law;
  const made = makeKit({
    book: bookAtWork(book, library.calendars, laws, library.vocabulary),
    zone,
    from,
    judge: (request) => library.judge(request),
    at: (day) => {
      const version = library.versionOn(book.id, day);
      const bound = version.on(day, version.standingOn(day));
      return { plan: bound.plan, table: (channel) => bound.setting(channel, zone).timetable };
    },
  });
  if (made === undefined)
    throw new Trouble(`there is no day on which ${book.id} is in force and its calendar goes far enough`, {
      file,
      wayOut: "Name its days in the rulebook (inForce), or add the years to its calendar.",
    });
  const calendar = book.calendar === undefined ? undefined : library.calendars.of(book.calendar);
  return {
    format: "tarmaq-kit/1",
    service: book.id,
    ...(book.version === undefined ? {} : { version: book.version }),
    sha256,
    ...(calendar === undefined ? {} : { calendar: { id: calendar.id, sha256: calendar.sha256 } }),
    ...lawOf(library.law, laws, book),
    ...made,
  };
}

function lawOf(said: Library["law"], laws: Laws | undefined, book: Volume["book"]): Pick<Kit, "law"> {
  if (said === "left-out") return { law: said };
  const beneath = laws?.beneath(book);
  return beneath === undefined ? {} : { law: beneath.law.sha256 };
}
