import { dayAt, DAY_MS, type Day } from "../calendar/day.ts";
import type { Io } from "../cli/command.ts";
import type { Library, Volume } from "./library.ts";

/** The version in force on a day that was named (Trouble where none is); without one today's, or the latest. */
export function volumeFor(
  library: Library,
  service: string,
  at: Day | undefined,
  io: Pick<Io, "now">,
): Volume {
  if (at !== undefined) return library.versionOn(service, at).volume;
  return library.latestOf(service, dayAt(Math.floor(io.now() / DAY_MS)));
}
