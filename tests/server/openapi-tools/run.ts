// Holds the OpenAPI document, and a server that is described by it, against the tools of its users. They are installed into a
// folder of their own: it takes Python 3, npm and their registries, and says so where one is missing.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLibrary } from "../../../src/library/open-library.ts";
import { serverApp } from "../../../src/server/api/app.ts";
import { Judge } from "../../../src/server/api/judged.ts";
import { Metrics } from "../../../src/server/api/metrics.ts";

const PYTHON = ["openapi-spec-validator==0.9.0", "schemathesis==4.32.5"];
const NPM = ["@redocly/cli@2", "openapi-typescript@7.13.0", "typescript@5"];

const folder = mkdtempSync(join(tmpdir(), "tarmaq-openapi-tools-"));
mkdirSync(join(folder, "npm"));
writeFileSync(join(folder, "npm/package.json"), '{"private":true}');
const run = (program: string, args: readonly string[], cwd = folder): void => {
  console.log(`— ${program} ${args.join(" ")}`);
  execFileSync(program, args, { cwd, stdio: "inherit" });
};
run("python3", ["-m", "venv", "py"]);
run("py/bin/pip", ["-q", "install", ...PYTHON]);
run("npm", ["i", "--no-audit", "--no-fund", "--silent", ...NPM], join(folder, "npm"));

const app = await serverApp({
  judge: new Judge(openLibrary({ law: "beneath" })),
  metrics: new Metrics(),
  decisions: undefined,
  tokens: undefined,
  now: () => Date.now(),
  log: () => undefined,
});
const address = await app.listen({ host: "127.0.0.1", port: 0 });
const document = join(folder, "openapi.json");
writeFileSync(document, (await app.inject("/openapi.json")).body);
run("py/bin/openapi-spec-validator", [document]);
run("npx", ["redocly", "lint", document], join(folder, "npm"));
run("npx", ["openapi-typescript", document, "-o", "api.d.ts"], join(folder, "npm"));
run("npx", ["tsc", "--noEmit", "--strict", "api.d.ts"], join(folder, "npm"));
// The server answers from this process: it must not stand still meanwhile.
const asked = ["run", `${address}/openapi.json`, "--checks", "all", "--max-examples", "25", "--no-color"];
const status = await new Promise((ended) =>
  spawn(join(folder, "py/bin/st"), asked, {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, SCHEMATHESIS_HOOKS: "hooks", PYTHONPATH: import.meta.dirname },
  }).once("exit", ended),
);
await app.close();
if (status !== 0) throw new Error(`Schemathesis ended with ${String(status)}`);
