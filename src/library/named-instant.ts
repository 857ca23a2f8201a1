import { Trouble } from "../model/trouble.ts";

/** An instant (epoch ms) that somebody has named at a place. Throws `Trouble` where there is no such instant, or no offset. */
export function namedInstant(text: string, place: string): number {
  const instant = /(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(instant))
    throw new Trouble(`${JSON.stringify(text)} is no instant`, {
      place,
      wayOut: "Write it with its offset, for example 2026-03-01T09:00:00+05:00.",
    });
  return instant;
}
