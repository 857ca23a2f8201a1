import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");

/**
 * Runs a file of `bench/` as it runs once built: tsx would slow down our code, and only ours, with a name put on every
 * function.
 */
export async function runBuilt(name: string, ...args: readonly string[]): Promise<void> {
  const outfile = join(root, `out/${name}.mjs`);
  await build({
    entryPoints: [join(root, `bench/${name}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["@gorules/zen-engine"],
    banner: {
      js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);',
    },
    logLevel: "warning",
  });
  execFileSync(process.execPath, [outfile, ...args], { stdio: "inherit" });
}
