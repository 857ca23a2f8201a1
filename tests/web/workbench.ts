import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const ACT = join(root, "corpus/002_b0c7419236df1d07.txt");

/** A workbench in a process of its own, over a folder of rules that is thrown away. */
export interface Workbench {
  readonly url: string;
  readonly rules: string;
  readonly process: ChildProcess;
  /** Kills the process as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Ends it and removes its folder. */
  readonly end: () => Promise<void>;
}

/** Starts what `npx tarmaq review` runs; `rules` takes up the folder of one that was killed. */
export async function startWorkbench(
  options: { rules?: string; acts?: readonly string[]; args?: readonly string[] } = {},
): Promise<Workbench> {
  const rules = options.rules ?? mkdtempSync(join(tmpdir(), "tarmaq-review-"));
  const args = [
    "review",
    ...(options.acts ?? [ACT]),
    "--rules",
    rules,
    "--acts",
    join(rules, "acts"),
    "--port",
    "0",
    "--by",
    "Aigul",
    "--lang",
    "en",
  ];
  const child = spawn(process.execPath, [join(root, "dist/tarmaq.js"), ...args, ...(options.args ?? [])], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const gone = new Promise<void>((resolved) =>
    child.once("exit", () => {
      resolved();
    }),
  );
  const url = await new Promise<string>((resolved, failed) => {
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+\/review\//u.exec(said);
      if (found) resolved(found[0]);
    });
    child.once("exit", () => {
      failed(new Error(`the workbench did not start: ${said}`));
    });
  });
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  return {
    url,
    rules,
    process: child,
    kill,
    end: async () => {
      await kill();
      rmSync(rules, { recursive: true, force: true });
    },
  };
}
