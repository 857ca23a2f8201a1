import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run bench [name…]`: runs the benches one after another, each in a process of its own, so that none warms or
 * fills the memory of the next. Each prints its table: ours beside a named rival in the same run, medians, memory.
 */
const asked = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => asked.length === 0 || asked.some((word) => name.startsWith(word)))
  .sort();

if (benches.length === 0) {
  console.error(`no bench is called ${asked.join(" or ")}`);
  process.exit(2);
}
let failed = 0;
for (const name of benches) {
  console.log(`\n── ${name.replace(".bench.ts", "")}\n`);
  const { status } = spawnSync(
    process.execPath,
    ["--expose-gc", "--import", "tsx", join(import.meta.dirname, name)],
    { stdio: "inherit" },
  );
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
