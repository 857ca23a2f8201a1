/**
 * Reads PDFs that were made to do harm, as many as asked for, and counts what comes of them. `npx tsx
 * tests/ingest/pdf/read-hostile.ts TIMES MINUTES FROM` prints the counts; a share of them is in the suite.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";
import type { Outcome } from "../../../src/model/finding.ts";
import type { TextRead } from "../../../src/ingest/text-format.ts";
import type { Told } from "../../../src/ingest/pdf/drawn-page.ts";
import { hostilePdf } from "./mutated-pdfs.ts";

/** What came of a file; `ended`: as the program does, the thread was ended, since it took too long or was too large. */
export type Fate =
  "read" | "scan" | "refused" | "broken" | "password" | "too large" | "too slow" | "out of memory" | "crash";

const LIMITS = { pages: 5_000, wait: 10_000, memory: 512 };
/** A thread is begun anew after so many files. */
const FILES = 2_000;

/** What came of a number of files, and what it took. */
export interface Counts {
  readonly files: number;
  readonly fates: ReadonlyMap<string, number>;
  /** Of the first files that did not come to an end by themselves, by kind and seed. */
  readonly ended: readonly string[];
  /** Of the slowest file, in milliseconds, and of the process at its largest, in megabytes. */
  readonly slowest: number;
  readonly memory: number;
}

export async function readHostile(times: number, milliseconds = Infinity, from = 0): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const program = bundled(folder);
  const fates = new Map<string, number>();
  const ended: string[] = [];
  let slowest = 0;
  let memory = 0;
  let files = 0;
  const begin = (): Worker =>
    new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: LIMITS.memory } });
  let thread = begin();
  const until = performance.now() + milliseconds;
  for (; files < times && performance.now() < until; files += 1) {
    const { kind, bytes } = hostilePdf(from + files);
    const begun = performance.now();
    const fate = await fateOf(thread, bytes);
    slowest = Math.max(slowest, performance.now() - begun);
    memory = Math.max(memory, process.memoryUsage.rss());
    const key = `${kind}: ${fate}`;
    fates.set(key, (fates.get(key) ?? 0) + 1);
    if (ENDED.has(fate)) ended.push(`${kind} ${from + files}: ${fate}`);
    if (ENDED.has(fate) || files % FILES === FILES - 1) {
      await thread.terminate();
      thread = begin();
    }
  }
  await thread.terminate();
  rmSync(folder, { recursive: true });
  return { files, fates, ended, slowest: Math.round(slowest), memory: Math.round(memory / 1024 / 1024) };
}

/** After these the thread is of no more use. */
const ENDED: ReadonlySet<Fate> = new Set<Fate>(["too large", "too slow", "out of memory", "crash"]);

function fateOf(thread: Worker, bytes: Buffer): Promise<Fate> {
  return new Promise((give) => {
    let fate: Fate = "crash";
    let clock = setTimeout(() => undefined, 0);
    const end = (is: Fate): void => {
      clearTimeout(clock);
      thread.off("message", hear).off("error", fail).off("exit", exit);
      give(is);
    };
    const wait = (): void => {
      clearTimeout(clock);
      clock = setTimeout(() => {
        end("too slow");
      }, LIMITS.wait);
    };
    const hear = (told: Told | { readonly is: "over" }): void => {
      wait();
      if (told.is === "over") end(fate);
      else if (told.is === "opened" && told.pages > LIMITS.pages) end("too large");
      else if (told.is === "password" || told.is === "broken") fate = told.is;
      else if (told.is === "read") fate = fateOfText(told.text);
    };
    const fail = (error: unknown): void => {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      end(code === "ERR_WORKER_OUT_OF_MEMORY" ? "out of memory" : "crash");
    };
    const exit = (): void => {
      end("crash");
    };
    thread.on("message", hear).on("error", fail).on("exit", exit);
    wait();
    thread.postMessage(new Uint8Array(bytes));
  });
}

const fateOfText = ({ value, findings }: Outcome<TextRead>): Fate =>
  value.content !== "" ? "read" : findings[0]?.code === "ingest/pdf-scan" ? "scan" : "refused";

/** The thread with the program's own reader in it, as one file. */
function bundled(folder: string): string {
  const outfile = join(folder, "thread.mjs");
  buildSync({
    entryPoints: [join(import.meta.dirname, "hostile-thread.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    banner: {
      js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);',
    },
    logLevel: "error",
  });
  return outfile;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [times = 1_000, minutes = 25, from = 0] = process.argv.slice(2).map(Number);
  const { fates, ...counts } = await readHostile(times, minutes * 60_000, from);
  for (const [fate, count] of [...fates].sort()) process.stdout.write(`${fate} ${count}\n`);
  process.stdout.write(`${JSON.stringify(counts)}\n`);
}
