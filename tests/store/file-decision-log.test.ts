import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileDecisionLog } from "../../src/store/files/file-decision-log.ts";
import { Unkept } from "../../src/store/unkept.ts";
import { receipt, requestNumber } from "./entries.ts";
import { mountedDisk, pretendedDisk } from "./small-disk.ts";

const NOW = Date.UTC(2026, 10, 20, 12);
const TODAY = "decisions-2026-11-20.jsonl";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-decisions-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const opened = (into = folder, now = NOW): FileDecisionLog =>
  new FileDecisionLog({ folder: into, retentionDays: 30, now: () => now });

/** Facts that number the entries, as the lines of a file have them; throws where a line is no whole entry. */
const numbersIn = (file: string): unknown[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { request: { facts: { n: number } } }).request.facts.n);

async function written(log: FileDecisionLog, ...numbers: number[]): Promise<void> {
  await Promise.all(numbers.map((number) => log.write(receipt, requestNumber(number))));
}

describe("a decision log in files", () => {
  it("has a file a day, and forgets after the retention", async () => {
    writeFileSync(join(folder, "decisions-2026-10-01.jsonl"), "old\n");
    writeFileSync(join(folder, "decisions-2026-11-19.jsonl"), "kept\n");
    const log = opened();
    await written(log, 1, 2);
    await log.close();
    expect(readdirSync(folder).sort()).toEqual(["decisions-2026-11-19.jsonl", TODAY]);
    expect(numbersIn(join(folder, TODAY))).toEqual([1, 2]);
  });

  it("forgets when it is told to, also where nobody has written since", async () => {
    let now = NOW;
    const log = new FileDecisionLog({ folder, retentionDays: 2, now: () => now });
    await written(log, 1);
    now += 3 * 86_400_000;
    await log.forget();
    expect(readdirSync(folder)).toEqual([]);
    await log.close();
  });

  it.each(["half", "a line before the last is long"])(
    "glues nothing to half a line that a killed process has left: %s",
    async (kind) => {
      let log = opened();
      await written(log, 1);
      await log.close();
      const file = join(folder, TODAY);
      appendFileSync(
        file,
        `{"at":"2026-11-20T12:00:00.000Z","request":{"facts":{"n":2,"x":"${kind === "half" ? "" : "x".repeat(200_000)}`,
      );
      log = opened();
      await written(log, 3);
      await log.close();
      expect(numbersIn(file)).toEqual([1, 3]);
    },
  );

  it("keeps a whole entry that lacks its line's end alone", async () => {
    let log = opened();
    await written(log, 1, 2);
    await log.close();
    const file = join(folder, TODAY);
    writeFileSync(file, readFileSync(file, "utf8").trimEnd());
    log = opened();
    await written(log, 3);
    await log.close();
    expect(numbersIn(file)).toEqual([1, 2, 3]);
  });

  it("writes on in a new file where its own was deleted", async () => {
    const log = opened();
    await written(log, 1);
    rmSync(join(folder, TODAY));
    await written(log, 2);
    await log.close();
    expect(numbersIn(join(folder, TODAY))).toEqual([2]);
  });

  it("goes on behind what another process has written", async () => {
    const [one, other] = [opened(), opened()];
    for (const number of [1, 3, 5]) {
      await written(one, number);
      await written(other, number + 1);
    }
    await Promise.all([one.close(), other.close()]);
    expect(numbersIn(join(folder, TODAY))).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

const mounted = mountedDisk();
mounted?.end();
if (mounted === undefined) console.warn("No file system can be mounted here: a full disk is pretended only.");

describe.each([
  ...(mounted === undefined ? [] : [["a small file system", () => Promise.resolve(mountedDisk()!)] as const]),
  ["a writer that fails half-way", pretendedDisk] as const,
])("a decision log on a full disk: %s", (_, disk) => {
  it("keeps whole entries or none, says why, and goes on once there is room", async () => {
    const small = await disk();
    try {
      const log = opened(small.folder);
      const kept: number[] = [];
      const refused: unknown[] = [];
      const tried = async (number: number): Promise<void> => {
        await log.write(receipt, requestNumber(number, 3000)).then(
          () => kept.push(number),
          (error: unknown) => refused.push(error),
        );
      };
      for (let number = 1; number <= 10; number += 1) await tried(number);
      expect(await log.trouble()).toBeUndefined();
      small.fill(8192);
      for (let number = 11; number <= 30; number += 1) await tried(number);
      await Promise.all([31, 32, 33, 34].map(tried));
      expect(refused.length).toBeGreaterThan(0);
      for (const error of refused)
        expect(error).toMatchObject({ reason: "ENOSPC", place: "the decision log" });
      expect(refused[0]).toBeInstanceOf(Unkept);
      expect((await log.trouble())?.message).toBe(
        "the decision log cannot be written: ENOSPC (no space is left on the device)",
      );
      expect(numbersIn(join(small.folder, TODAY))).toEqual(kept);
      small.free();
      expect(await log.trouble()).toBeUndefined();
      for (let number = 41; number <= 45; number += 1) await tried(number);
      expect(kept.slice(-5)).toEqual([41, 42, 43, 44, 45]);
      await log.close();
      expect(numbersIn(join(small.folder, TODAY))).toEqual(kept);
      expect(readdirSync(small.folder)).toEqual([TODAY]);
    } finally {
      small.end();
    }
  });
});
