import type { Log, Result } from "sarif";
import type { Language } from "../../model/language.ts";
import { PARITY_CLASSES, type Parity, type ParityDifference } from "../../model/parity.ts";
import { sarifLocation, sarifPlace } from "../sarif-location.ts";
import type { LocateBoth } from "./located.ts";
import { PARITY_WORDING, pointText } from "./wording.ts";

/** What the two files are called in the report. */
type Uris = Readonly<Record<"first" | "second", string>>;

/** Differences between two languages as SARIF 2.1.0, a result a place. Columns are UTF-16 units, from 1. */
export function paritySarif(
  parity: Parity,
  locate: LocateBoth,
  uris: Uris,
  language: Language,
  version: string,
): Log {
  const { classes } = PARITY_WORDING[language];
  const rules = PARITY_CLASSES.map((of) => ({
    id: `parity/${of}`,
    shortDescription: { text: classes[of] },
  }));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "tarmaq parity", version, rules } },
        columnKind: "utf16CodeUnits",
        language: language === "en" ? "en-US" : language,
        results: parity.differences.map((one) => resultOf(one, parity, locate, uris, language)),
      },
    ],
  };
}

function resultOf(
  one: ParityDifference,
  parity: Parity,
  locate: LocateBoth,
  uris: Uris,
  language: Language,
): Result {
  const all = [
    ...one.first.map((citation) => sarifLocation(citation, uris.first, locate.first, language)),
    ...one.second.map((citation) => sarifLocation(citation, uris.second, locate.second, language)),
  ];
  const [at, ...beside] = all;
  const place =
    one.first[0] === undefined
      ? sarifPlace(one.second[0], locate.second, language)
      : sarifPlace(one.first[0], locate.first, language);
  const points = one.points.map((point) => pointText(point, parity, language)).join("\n");
  return {
    ruleId: `parity/${one.class}`,
    ruleIndex: PARITY_CLASSES.indexOf(one.class),
    level: one.weight === "major" ? "error" : "warning",
    message: { text: `${place}${points}` },
    locations: at === undefined ? [] : [at],
    relatedLocations: beside.map((other, index) => ({ ...other, id: index + 1 })),
  };
}
