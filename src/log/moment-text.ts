import type { Mapping } from "./mapping.ts";
import { SECOND_MS } from "../model/time-units.ts";
import { ofSerial } from "./serial-date.ts";

/** Midnight that an export has put behind a date, whose time stands in a column of its own. */
const FILLED_UP = /[T ]{1,4}0?0:00(?::00(?:[.,]0{1,9})?)?$/i;
/** A day that a program without dates for times of day puts before them: 30.12.1899 10:15. */
const DAY_BEFORE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[T ]+(?=\d)/;
const ONE_DIGIT = /^(?=\d:)/;

/** How a log writes its moments; undefined where they are read as they stand. */
export type MomentText = (text: string | null | undefined, clock?: string | null) => string | null;

/** How numbers since 1970 count, where other files of the log are written otherwise. */
export type Epoch = NonNullable<NonNullable<Mapping["time"]>["epoch"]>;

/** The farthest from 1970 that a `Date` can be, in ms. */
const FARTHEST = 8.64e15;

/** A number since 1970 as an instant; what is none stays as it stands, and is no time. */
function ofEpoch(text: string, epoch: Epoch): string {
  const at = Math.floor(Number(text) * (epoch === "seconds" ? SECOND_MS : 1));
  return Math.abs(at) <= FARTHEST ? new Date(at).toISOString() : text;
}

/** What puts a moment's date and time of day into one text, which is then read like any other. */
export function momentText({ time }: Pick<Mapping, "time">, epoch: Epoch | undefined): MomentText {
  const system = time?.serial;
  const read = (text: string | null | undefined): string | null => {
    if (text === null || text === undefined || text.trim() === "") return null;
    if (epoch !== undefined) return ofEpoch(text.trim(), epoch);
    return (system === undefined ? undefined : ofSerial(text, system)) ?? text.trim();
  };
  return (text, clock) => {
    const date = read(text);
    if (date === null || clock === undefined) return date;
    const hour = read(clock);
    const day = date.replace(FILLED_UP, "");
    return hour === null ? day : `${day} ${hour.replace(DAY_BEFORE, "").replace(ONE_DIGIT, "0")}`;
  };
}
