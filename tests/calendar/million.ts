/** Compares the fast counting with the naive one on a million random terms: `npx tsx tests/calendar/million.ts [COUNT] [SEED]`. */
import { disagreements } from "./random-terms.ts";

const [count = "1000000", seed = "2026"] = process.argv.slice(2);
const begin = performance.now();
const { compared, told, differ } = disagreements(Number(count), Number(seed));
const seconds = ((performance.now() - begin) / 1000).toFixed(1);
process.stdout.write(
  `${compared} terms compared (${told} told, seed ${seed}) in ${seconds} s, ${differ.length} differ\n`,
);
for (const line of differ) process.stdout.write(`${line}\n`);
process.exitCode = differ.length === 0 ? 0 : 1;
