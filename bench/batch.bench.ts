/** Verdicts per second of processor time of `POST /check/batch` (`batch-rates.ts`). `npm run bench batch [rounds]` */
import { runBuilt } from "./built.ts";

await runBuilt("batch-rates", ...process.argv.slice(2));
