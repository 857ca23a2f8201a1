import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { barText, timeLeft } from "../../src/cli/audit-bar.ts";
import { tarmaq } from "../../src/cli/tarmaq.ts";
import { SAMPLE_FOLDER } from "./generate-sample.ts";

describe("the bar of an audit", () => {
  it("shows how far, how many rows and how long still, on one line of the terminal", () => {
    expect(barText("reading", 0.25, ["1,600,000 rows", "12 s left"], 110)).toBe(
      "[######..................]  25 %  reading, 1,600,000 rows, 12 s left",
    );
    expect(barText("judging", 1, [], 110)).toBe("[########################] 100 %  judging");
    expect(barText("reading", 0.999, ["x".repeat(200)], 80)).toHaveLength(79);
    expect(barText("reading", 0.999, [], 80)).toContain("99 %");
  });

  it("guesses the rest by what is done, and nothing where it is too early", () => {
    expect(timeLeft(0.25, 10_000)).toBe("30 s left");
    expect(timeLeft(0.1, 60_000)).toBe("9 min left");
    expect(timeLeft(0.1, 3_600_000)).toBe("9 h 0 min left");
    expect(timeLeft(0.01, 60_000)).toBeUndefined();
    expect(timeLeft(0.5, 200)).toBeUndefined();
    expect(timeLeft(1, 60_000)).toBeUndefined();
  });

  it("is drawn on a terminal, wiped at the end, and never drawn elsewhere", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tarmaq-bar-"));
    try {
      const log = join(folder, "log.csv");
      const rows = Array.from(
        { length: 60_000 },
        (_, row) => `${row},Өтініш берілді,2025-03-17T10:00:00Z,eGov порталы`,
      );
      writeFileSync(log, `іс,әрекет,уақыт,тәсіл\n${rows.join("\n")}\n`);
      const map = join(folder, "map.json");
      writeFileSync(
        map,
        JSON.stringify({
          columns: { case: "іс", activity: "әрекет", time: "уақыт", channel: "тәсіл" },
          events: { "Өтініш берілді": "submitted" },
          channels: { "eGov порталы": "portal" },
          defaults: { service: "kz-mz-2024-99/1" },
        }),
      );
      const drawn = async (terminal: object, env: Record<string, string>): Promise<string> => {
        let told = "";
        const stderr = new Writable({
          write(piece: Buffer, _encoding, done) {
            told += piece.toString();
            done();
          },
        });
        const stdout = new Writable({
          write(_piece, _encoding, done) {
            done();
          },
        });
        await tarmaq(["audit", log, "--map", map, "-o", join(folder, "out")], {
          stdout,
          stderr: Object.assign(stderr, terminal),
          env,
          cwd: SAMPLE_FOLDER,
          now: () => performance.now(),
        });
        return told;
      };
      expect(await drawn({}, {})).toBe("");
      expect(await drawn({ isTTY: true, columns: 90 }, { TERM: "dumb" })).toBe("");
      const told = await drawn({ isTTY: true, columns: 90 }, { TERM: "xterm", NO_COLOR: "1" });
      expect(told).toMatch(/\r\[#*\.*\] +\d+ % {2}(?:reading|judging|writing)/);
      expect(told).toMatch(/\r +\r$/);
      expect(told).not.toContain("\u001b");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
