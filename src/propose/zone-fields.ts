import { told } from "../model/about.ts";
import { type Matter, placeOf } from "./matter.ts";
import type { FieldProposal } from "../model/book-proposal.ts";

/** The zone of the providers and their calendar: by the region whose body issued the act; of a national body it is assumed. */
export function zoneFields(matter: Matter): readonly FieldProposal[] {
  const body = told(matter.about.body);
  const region = body === undefined ? undefined : regionIn(body, matter);
  if (region !== undefined && body !== undefined)
    return [zone("said", region.zone, "region", { region: region.name, body }), calendar(region.country)];
  const [country] = matter.countries;
  const isNational = body !== undefined && placeOf(body, matter.words.nation) >= 0;
  if (isNational && country !== undefined)
    return [zone("assumed", country.main, "national", { body }), calendar(country.country)];
  return [
    { field: "zone", standing: "unknown", why: [{ code: "no-body" }], grounds: [] },
    ...(country === undefined ? [] : [calendar(country.country)]),
  ];
}

const zone = (
  standing: "said" | "assumed",
  value: string,
  code: "region" | "national",
  values: Readonly<Record<string, string>>,
): FieldProposal => ({ field: "zone", standing, value, why: [{ code, values }], grounds: [] });

const calendar = (country: string): FieldProposal => ({
  field: "calendar",
  standing: "said",
  value: country,
  why: [{ code: "country" }],
  grounds: [],
});

interface Region {
  readonly country: string;
  readonly zone: string;
  readonly name: string;
}

/** The region that a body's name has in it, in any form; of several the one with the longest name. */
function regionIn(body: string, { countries, words: { adjectives } }: Matter): Region | undefined {
  const words = wordsOf(body);
  const found = countries.flatMap(({ country, kinds, zones }) =>
    zones.flatMap(({ zone: of, regions }) =>
      regions.flatMap((names) =>
        Object.values(names)
          .map((name) => ({ country, zone: of, name, stems: stemsOf(name, kinds, adjectives) }))
          .filter(({ stems }) => stands(stems, words)),
      ),
    ),
  );
  return found.sort((one, other) => other.stems.join("").length - one.stems.join("").length)[0];
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word !== "");

/** The words of a region's name as they begin in every case, without what a region is called. */
const stemsOf = (name: string, kinds: readonly string[], endings: readonly string[]): readonly string[] =>
  wordsOf(name)
    .filter((word) => !kinds.includes(word))
    .map((word) => {
      const ending = endings.find((one) => word.endsWith(one)) ?? "";
      return word.slice(0, word.length - ending.length);
    });

/** Whether the stems begin words that stand one behind the other. */
const stands = (stems: readonly string[], words: readonly string[]): boolean =>
  stems.length > 0 &&
  words.some((_, at) => stems.every((stem, index) => words[at + index]?.startsWith(stem) === true));
