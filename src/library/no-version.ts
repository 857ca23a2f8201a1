import { Trouble } from "../model/trouble.ts";

/** No version of a service that is at hand judges on a day. */
export class NoVersion extends Trouble {
  constructor(
    readonly service: string,
    readonly isoDay: string,
    /** The versions that are, with the days of each, as a sentence lists them. */
    readonly atHand: string,
  ) {
    super(`no version of ${service} at hand was in force on ${isoDay}`, {
      place: "/submitted",
      wayOut: `At hand are: ${atHand}. --at DAY judges by the version of another day.`,
    });
  }
}
