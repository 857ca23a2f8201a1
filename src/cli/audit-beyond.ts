import { drawSample } from "../audit/sample/draw.ts";
import { lookForSigns } from "../audit/signs/signs.ts";
import type { Audit } from "../audit/tell/summary.ts";
import { Option, type Command } from "commander";
import type { DrawnSample } from "../model/drawn-sample.ts";
import { STRATA, type SampleNumbers, type SampleOrder, type StrataBy } from "../model/sample.ts";
import { Trouble } from "../model/trouble.ts";

/** What is asked on the command line beyond the audit itself. */
export interface BeyondOptions {
  readonly signs?: boolean;
  readonly sample?: string;
  readonly seed: string;
  readonly strata: StrataBy;
}

const MOST = 1_000_000;
/** The word that cases are drawn by where none is given. */
const SEED = "1";

/** Adds the options of a sample to `audit`. */
export const sampleOptions = (audit: Command): Command =>
  audit
    .option(
      "--sample <cases>",
      "draw so many cases for checking by hand into sample.csv (with -o); 95%/5%: as many as tell a share to within 5 % at 95 % confidence",
    )
    .option("--seed <word>", "the same word draws the same cases of the same log", SEED)
    .addOption(
      new Option("--strata <by>", "by what the sample is drawn in proportion")
        .choices([...STRATA])
        .default("outcome"),
    );

function sizeFrom(text: string): SampleOrder["size"] {
  const bounds = /^(\d{1,2}(?:\.\d+)?)%\/(\d{1,2}(?:\.\d+)?)%$/.exec(text);
  if (bounds !== null) {
    const [confidence, within] = [Number(bounds[1]) / 100, Number(bounds[2]) / 100];
    if (confidence > 0 && within > 0) return { confidence, within };
  }
  const size = Number(text);
  if (Number.isInteger(size) && size > 0 && size <= MOST) return size;
  throw new Trouble(`${JSON.stringify(text)} is no size of a sample`, {
    place: "--sample",
    wayOut: "Write a number of cases, or a confidence and a width: 95%/5%.",
  });
}

/** What is to be drawn. Throws `Trouble` where there is no folder to put it into. */
export function sampleOrder({
  sample,
  seed = SEED,
  strata = "outcome",
  out,
}: Partial<BeyondOptions> & { readonly out?: string }): SampleOrder | undefined {
  if (sample === undefined) return undefined;
  if (out === undefined)
    throw new Trouble("a sample needs a folder", { place: "--sample", wayOut: "Name one with -o." });
  return { size: sizeFrom(sample), seed, by: strata };
}

/** An audit with what was asked for beyond it: signs are of its summary; of a sample its summary has the numbers. */
export async function lookBeyond(
  judged: Audit,
  { signs }: Partial<Pick<BeyondOptions, "signs">>,
  drawing: SampleOrder | undefined,
): Promise<{ audit: Audit; sample: DrawnSample | undefined }> {
  const found = signs === true ? await lookForSigns(judged) : undefined;
  const sample = drawing === undefined ? undefined : await drawSample(judged, drawing);
  const summary = {
    ...judged.summary,
    ...(found && { signs: found }),
    ...(sample && { sample: numbersOf(sample) }),
  };
  return { audit: { ...judged, summary }, sample };
}

const numbersOf = ({ seed, by, cases, strata, drawn, needed }: DrawnSample): SampleNumbers => ({
  seed,
  by,
  cases,
  strata,
  drawn: drawn.length,
  needed,
});
