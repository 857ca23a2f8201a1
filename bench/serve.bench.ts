/** Verdicts a second over HTTP, beside bare fastify (`serve-rates.ts`). `npx tsx bench/serve.bench.ts [seconds]` */
import { runBuilt } from "./built.ts";

await runBuilt("serve-rates", ...process.argv.slice(2));
