/** The language server beside `tarmaq lint`: until the first findings of an act, and after each edit. `npx tsx bench/lsp.bench.ts` */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Editor } from "../tests/lsp/client.ts";

const EDITS = 30;
/** The server waits so long for more edits, in milliseconds (src/lsp/session.ts). */
const REST = 150;
const root = resolve(import.meta.dirname, "..");

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

async function measured(name: string): Promise<Record<string, string | number>> {
  const file = join(root, "corpus", name);
  const text = readFileSync(file, "utf8");
  let start = performance.now();
  spawnSync(process.execPath, [join(root, "dist/tarmaq.js"), "lint", file]);
  const command = performance.now() - start;
  start = performance.now();
  const editor = new Editor(root);
  await editor.begin({});
  const uri = "file:///act.txt";
  await editor.open(uri, text);
  await editor.told(uri, 1);
  const first = performance.now() - start;
  const times: number[] = [];
  for (let version = 2; version < EDITS + 2; version += 1) {
    start = performance.now();
    const at = { line: 30, character: 5 };
    await editor.change(uri, version, { start: at, end: at }, "а");
    await editor.told(uri, version);
    times.push(performance.now() - start - REST);
  }
  await editor.leave();
  return {
    act: name.slice(0, 3),
    kB: Math.round(Buffer.byteLength(text) / 1000),
    "lint command, ms": Math.round(command),
    "start to first findings, ms": Math.round(first),
    "after an edit, ms (without the rest)": Math.round(median(times)),
  };
}

const rows: Record<string, string | number>[] = [];
for (const name of ["003_dbe8bee5fdfd350b.txt", "002_b0c7419236df1d07.txt", "000_a653e2419e84acd7.txt"])
  rows.push(await measured(name));
console.table(rows);
