import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { ThreadCalls, type Answered } from "../../src/server/workbench/thread-calls.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-thread-"));
const program = join(folder, "program.mjs");
writeFileSync(
  program,
  `import { parentPort, threadId } from "node:worker_threads";
   parentPort.on("message", ({ number, url }) => {
     if (url === "/never") return;
     if (url === "/throw") throw new Error("thrown");
     if (url === "/exit") process.exit(0);
     parentPort.postMessage({ number, status: threadId, headers: {}, body: new TextEncoder().encode(url) });
   });`,
);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const options = {
  acts: { folders: [], files: [] },
  kept: folder,
  cwd: folder,
  rules: { folder },
  reviewers: { is: "local", name: "A" },
  lang: "kk",
  assets: folder,
} as const;
let calls: ThreadCalls;
beforeEach(() => {
  calls = new ThreadCalls(program, options);
});
afterEach(() => calls.close());

const call = (url: string): Promise<Answered> =>
  calls.call({
    method: "GET",
    url,
    headers: {},
    body: undefined,
    address: "127.0.0.1",
    isSecure: false,
    at: 0,
  });

describe("calls to a thread", () => {
  it("are answered each by its own answer, by one thread", async () => {
    const answers = await Promise.all(["/a", "/b", "/c"].map(call));
    expect(answers.map(({ body }) => new TextDecoder().decode(body))).toEqual(["/a", "/b", "/c"]);
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
  });

  it.each(["/throw", "/exit"])(
    "fail where the thread breaks down (%s), and another is started",
    async (url) => {
      const before = await call("/a");
      const waiting = call("/never");
      await expect(Promise.all([waiting, call(url)])).rejects.toThrow();
      await expect(waiting).rejects.toThrow();
      expect((await call("/a")).status).not.toBe(before.status);
    },
  );

  it("fail where it is closed before they are answered", async () => {
    const waiting = call("/never");
    const refused = expect(waiting).rejects.toThrow("the workbench is closed");
    await calls.close();
    await refused;
  });
});
