/** Verdicts a second, beside json-rules-engine and ZEN (`check-rates.ts`). `npx tsx bench/check.bench.ts` */
import { runBuilt } from "./built.ts";

await runBuilt("check-rates");
