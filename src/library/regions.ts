import { COUNTRIES } from "../files/countries.ts";
import { folded } from "../model/fold-name.ts";

const KINDS: ReadonlySet<string> = new Set(COUNTRIES.flatMap(({ kinds }) => kinds));

/** A name without what a region is called beside it. */
const bare = (name: string): string =>
  folded(name)
    .split(" ")
    .filter((word) => !KINDS.has(word))
    .join(" ");

const ZONES: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(({ zones }) =>
    zones.flatMap(({ zone, regions }) =>
      regions.flatMap((names) => Object.values(names).map((name) => [bare(name), zone] as const)),
    ),
  ),
);

/** The zone of a region or city, named in any of its languages, `West Kazakhstan`; undefined where none is called so. */
export const zoneOfRegion = (name: string): string | undefined => ZONES.get(bare(name));
