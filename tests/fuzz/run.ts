/**
 * `npm run fuzz [mutations] [seed]`: reads mutated stretches of the corpus all the way to candidate rules. A reading that
 * throws, or that takes longer than a second, ends the run with the seed that shows it again.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../src/reading.ts";
import { mutated, seeded } from "./mutate.ts";

const MOST_MILLISECONDS = 1000;
const corpus = join(import.meta.dirname, "../../corpus");
const texts = readdirSync(corpus)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(join(corpus, name), "utf8"));

const mutations = Number(process.argv[2] ?? "100000");
const first = Number(process.argv[3] ?? "1");
const encoder = new TextEncoder();
let slowest = 0;
let rules = 0;
const begun = performance.now();
for (let seed = first; seed < first + mutations; seed += 1) {
  const text = mutated(texts[seed % texts.length] ?? "", seeded(seed));
  const start = process.cpuUsage();
  try {
    rules += read(encoder.encode(text), { file: `fuzz-${seed}.txt` }).candidates.length;
  } catch (error) {
    console.error(`seed ${seed} throws:`, error);
    process.exit(1);
  }
  const { user } = process.cpuUsage(start);
  slowest = Math.max(slowest, user / 1000);
  if (user / 1000 > MOST_MILLISECONDS) {
    console.error(`seed ${seed} takes ${(user / 1000).toFixed(0)} ms`);
    process.exit(1);
  }
}
console.log(
  `${mutations} mutations from seed ${first}: none throws, none hangs; slowest ${slowest.toFixed(0)} ms; ${rules} candidate rules; ${((performance.now() - begun) / 1000).toFixed(0)} s`,
);
