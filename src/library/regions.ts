import KZ from "../../rules/zones/kz.json" with { type: "json" };
import { folded } from "../model/fold-name.ts";

/** Zones with the regions and cities whose clocks they are, by country. To add a country is to add its file and a line. */
const COUNTRIES = [KZ];

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
