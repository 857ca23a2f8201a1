/** What of the oddities that careful readers listed the lints find, by what they are about. `npx tsx bench/lint-rates.ts` */
import { readFileSync } from "node:fs";
import { draftOf } from "../src/lint/draft.ts";
import { lint } from "../src/lint/lint.ts";
import { LINTS } from "../src/lint/lints.ts";
import { lookAlikes } from "../src/lint/look-alikes.ts";
import { grammar } from "../src/language/kk/grammar.ts";
import type { Citation } from "../src/model/citation.ts";
import { lineIndex } from "../src/model/line-index.ts";
import { read } from "../src/reading.ts";
import judged from "../tests/lint/judged-002-003.json" with { type: "json" };
import oddities from "../tests/lint/oddities-002-003.json" with { type: "json" };

/** Findings on one text of the corpus, as `file code line beside`. */
function findingsOf(stem: string): readonly string[] {
  const file = `${stem}.txt`;
  const reading = read(readFileSync(new URL(`../corpus/${file}`, import.meta.url)), { file });
  const line = lineIndex(reading.content);
  const at = (cite: Citation | undefined): number =>
    cite?.spans[0] === undefined ? 0 : line(cite.spans[0].start).line;
  const draft = draftOf(file, reading.tree, reading.candidates, lookAlikes(reading));
  return lint(draft, LINTS, grammar).map(({ code, because }) =>
    [stem, code.slice(5), at(because?.[0]), at(because?.[1])].join(" "),
  );
}

const byKey = new Map(judged.map((one) => [[one.file, one.code, one.line, one.beside ?? 0].join(" "), one]));
const found = [...new Set(oddities.map(({ file }) => file))].flatMap(findingsOf);
const told = new Set(
  found.flatMap((key) => {
    const one = byKey.get(key);
    return one === undefined ? [] : [`${one.file} ${one.oddity}`];
  }),
);
const count = (some: typeof oddities): string =>
  `${some.filter(({ file, oddity }) => told.has(`${file} ${oddity}`)).length} of ${some.length}`;
const subjects = [...new Set(oddities.map(({ about }) => about))];
console.table(
  Object.fromEntries([
    ...subjects.map((about) => {
      const own = oddities.filter((one) => one.about === about);
      return [
        about,
        { all: count(own), "not weak": count(own.filter(({ weak }) => weak !== true)) },
      ] as const;
    }),
    ["together", { all: count(oddities), "not weak": count(oddities.filter(({ weak }) => weak !== true)) }],
  ]),
);
const right = found.filter((key) => byKey.get(key)?.right === true).length;
console.log(`findings ${found.length}, judged right ${right}`);
