import { patternsMade, type Made } from "./made.ts";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { filesBelow, nameOf, source } from "../architecture/imports.ts";
import { patternIsLinear } from "../linear-time.ts";
import { patternsOfSchemas, patternsWritten } from "./written.ts";

/** What runs as soon as it is loaded: the program, threads of their own, and scripts of pages. Their patterns are all written out. */
const RUNS_AT_ONCE =
  /^(?:cli\/main|ingest\/pdf\/pdf-thread|server\/workbench\/workbench-thread|web\/browser[a-z-]*)\.ts$/;
/** Of a place that puts words of texts into its patterns, so many are looked at: the longest. */
const OF_A_PLACE = 6;

/** An act of each language. */
const ACTS = ["../../corpus/002_b0c7419236df1d07.txt", "../fixtures/acts/94652-rus.md"];

/** A preposition run on to the word before it, which no act at hand has. */
const RUN_ON =
  "1. Срок – шесть месяцев, с даты выдачи разрешения. Шесть месяцевс даты выдачи разрешения услугодатель хранит заявление.";

/** What makes every pattern there is: all files loaded, an act of each language their heads and the examples of lints read, and a citation translated. */
async function makeThemAll(): Promise<void> {
  const files = filesBelow(source).filter((file) => !RUNS_AT_ONCE.test(nameOf(file)));
  for (const file of files) await import(file);
  const { read } = await import("../../src/reading.ts");
  const { readHead } = await import("../../src/head/read-head.ts");
  const { HEAD_WORDS } = await import("../../src/language/head-words.ts");
  const { lint } = await import("../../src/lint/lint.ts");
  const { LINTS } = await import("../../src/lint/lints.ts");
  const { draftOf } = await import("../../src/lint/draft.ts");
  const { TEXT_LANGUAGES } = await import("../../src/language/languages.ts");
  const { exampleDraft } = await import("../lint/example-draft.ts");
  const { citation } = await import("../../src/report/citation.ts");
  for (const { grammar } of TEXT_LANGUAGES)
    for (const one of LINTS)
      for (const example of [...one.examples.must, ...one.examples.mustNot])
        lint(exampleDraft(example), [one], grammar!);
  for (const file of ACTS) {
    const { tree, candidates, language } = read(readFileSync(new URL(file, import.meta.url)), { file });
    lint(draftOf(file, tree, candidates), LINTS, language!.grammar!);
    readHead({ content: "", tree, words: HEAD_WORDS[language!.code]!, grammar: language!.grammar! });
  }
  read(new TextEncoder().encode(RUN_ON), { file: "run-on.txt" });
  citation("1-қосымша, 2-тарау, 3-тармақ", "en");
  citation("clause 3", "kk");
}

function longestOfEachPlace(made: readonly Made[]): Made[] {
  const places = new Map<string, Made[]>();
  for (const one of made) {
    const place = `${one.file}:${one.line}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  const longest = (a: Made, b: Made): number => b.source.length - a.source.length;
  return [...places.values()].flatMap((those) => those.toSorted(longest).slice(0, OF_A_PLACE));
}

describe("patterns of all rooms", () => {
  let made: readonly Made[];
  beforeAll(async () => {
    await makeThemAll();
    made = patternsMade();
  });
  const { literals, makers } = patternsWritten();

  it("are all seen: each place that puts one together has done so", () => {
    expect(literals.length).toBeGreaterThan(100);
    const silent = makers.filter(
      ({ file, from, to }) => !made.some((one) => one.file === file && one.line >= from && one.line <= to),
    );
    expect(silent.map(({ file, from }) => `${file}:${from}`)).toEqual([]);
  });

  it("take linear time", { timeout: 600_000 }, () => {
    const all = [...literals, ...patternsOfSchemas(), ...longestOfEachPlace(made)];
    const byName = new Map(all.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
    const faults = [...byName].flatMap(([name, pattern]) => {
      const linear = patternIsLinear(pattern);
      return linear === true ? [] : [`${name}: ${linear}`];
    });
    expect(faults).toEqual([]);
  });
});
