/** Judges 100,000 random and hostile requests, or as many as are asked for. `npx tsx tests/fuzz/check/run.ts [runs] [seed]` */
import { openLibrary } from "../../../src/library/open-library.ts";
import { judgeHostile } from "../hostile-requests.ts";

const [runs = "100000", seed = "1"] = process.argv.slice(2);
const start = performance.now();
const tally = judgeHostile(openLibrary(), Number(runs), Number(seed));
console.log(
  JSON.stringify({ runs: Number(runs), seconds: Math.round((performance.now() - start) / 1000), ...tally }),
);
