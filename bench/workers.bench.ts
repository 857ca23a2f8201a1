/** `POST /check` with one worker and with two, beside bare fastify (`workers-rates.ts`). `npm run build && npm run bench workers` */
import { runBuilt } from "./built.ts";

await runBuilt("workers-rates", ...process.argv.slice(2));
