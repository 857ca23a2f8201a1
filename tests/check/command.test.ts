import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { command as check } from "../../src/cli/check.ts";
import type { CommandFile } from "../../src/cli/command.ts";
import { readRulebook } from "../../src/files/read-rulebook.ts";
import { Trouble } from "../../src/model/trouble.ts";
import type { Verdict } from "../../src/model/verdict.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-check-"));
const sample = (name: string): string =>
  join(import.meta.dirname, "../fixtures/check/kz-mz-2024-99-1", name, "request.json");

/** Runs a command as `main` does, and gives what it wrote and its status, or its trouble. */
async function run(
  file: CommandFile,
  ...args: string[]
): Promise<{ out: string; status: number | undefined; trouble?: Trouble }> {
  let out = "";
  let status: number | undefined;
  const stdout = new Writable({
    write: (chunk, _, done) => {
      out += String(chunk);
      done();
    },
  });
  const command = new Command("test").exitOverride();
  file.configure(
    command,
    { stdout, stderr: stdout, env: {}, cwd: folder, now: () => Date.UTC(2026, 10, 20) },
    (end) => (status = end),
  );
  try {
    await command.parseAsync(args, { from: "user" });
    return { out, status };
  } catch (error) {
    if (error instanceof Trouble) return { out, status: 2, trouble: error };
    throw error;
  }
}

function fileWith(content: string | Uint8Array): string {
  const file = join(folder, `request-${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, content);
  return file;
}

const changed = (change: object): string =>
  fileWith(JSON.stringify({ ...(JSON.parse(readFileSync(sample("admit"), "utf8")) as object), ...change }));

describe("tarmaq check", () => {
  it.each([
    ["admit", 0],
    ["incomplete", 1],
    ["undetermined", 1],
    ["refuse", 1],
  ])("ends with the status of the verdict: %s", async (name, status) => {
    const { out, status: ended } = await run(check, sample(name), "--format", "json");
    expect(ended).toBe(status);
    expect((JSON.parse(out) as { verdict: string }).verdict).toBe(name);
  });

  it.each([
    ["a file that is not there", join(folder, "no-such.json"), undefined, /not there/],
    ["an empty file", fileWith(""), undefined, /empty/],
    ["no JSON", fileWith('{"service": "'), undefined, /no JSON/],
    [
      "bytes that are no text",
      fileWith(new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])),
      undefined,
      /no JSON/,
    ],
    ["a list", fileWith("[]"), "the whole request", /must be object/],
    ["a channel of its own", changed({ channel: "pigeon" }), "/channel", /one of "provider"/],
    ["30 February", changed({ submitted: "2025-02-30T10:00" }), "/submitted", /pattern/],
    ["a field of its own", changed({ facs: {} }), "the whole request", /"facs", which is not known/],
    ["an unknown service", changed({ service: "kz-mz-2024-99/77" }), "/service", /no rulebook is at hand/],
  ])("says where and what is wrong, and writes nothing: %s", async (_, file, place, message) => {
    const { out, trouble } = await run(check, file);
    expect(out).toBe("");
    expect(trouble?.message).toMatch(message);
    expect(trouble?.at.file).toBe(file);
    expect(trouble?.at.place).toBe(place);
    expect(trouble?.at.wayOut).not.toBe("");
  });

  it("names the intervals in force where none is", async () => {
    const { trouble } = await run(check, changed({ submitted: "2014-03-17T10:00" }));
    expect(trouble?.message).toBe("no version of kz-mz-2024-99/1 at hand was in force on 2014-03-17");
    expect(trouble?.at.wayOut).toContain("in force from unknown (adopted 2024-11-27)");
    // `--at` judges by the version of another day.
    expect((await run(check, changed({ submitted: "2014-03-17T10:00" }), "--at", "2025-03-17")).status).toBe(
      0,
    );
  });

  it("says that a version was perhaps not in force yet where its first day is unknown", async () => {
    // Made on 27.11.2024 and published on no earlier day, it takes effect when ten calendar days have passed: 8.12.2024.
    const { out } = await run(check, changed({ submitted: "2024-12-08T10:00" }), "--format", "json");
    expect((JSON.parse(out) as { rulebook: { standing: string } }).rulebook.standing).toBe("perhaps");
    const { trouble } = await run(check, changed({ submitted: "2024-12-07T23:00" }));
    expect(trouble?.message).toBe("no version of kz-mz-2024-99/1 at hand was in force on 2024-12-07");
  });

  it("says once how much of the regulation is unread, as the rulebook says, in three languages", async () => {
    const book = readRulebook(join(import.meta.dirname, "../../rules/kz-mz-2024-99/1/2024-11-27.json"));
    const { out } = await run(check, sample("admit"), "--format", "json");
    expect(book.unread).toBeDefined();
    expect((JSON.parse(out) as Verdict).rulebook.unread).toEqual(book.unread);
    for (const [lang, said] of [
      ["kk", "оқылмағаны"],
      ["ru", "не прочитано"],
      ["en", "unread"],
    ] as const)
      for (const more of [[], ["--letter"]]) {
        const told = (await run(check, sample("refuse"), "--lang", lang, ...more)).out;
        expect(told.split(said).length, told).toBe(2);
      }
  });

  it("judges by books written by hand, of any country", async () => {
    const book = fileWith(
      JSON.stringify({
        id: "xx-passport",
        zone: "Europe/Tallinn",
        rules: [
          {
            kind: "deadline",
            subject: "service",
            amount: 30,
            unit: "calendar-day",
            movesToWorkingDay: false,
            fromEvent: "submitted",
            cite: "§ 7",
          },
        ],
      }),
    );
    const request = fileWith(
      JSON.stringify({ service: "xx-passport", channel: "post", submitted: "2025-03-01T10:00" }),
    );
    const { out, status } = await run(check, request, "--rules", book, "--format", "json");
    expect(status).toBe(0);
    const { deadlines, rulebook } = JSON.parse(out) as Verdict;
    // Nobody has read the regulation that it was made of.
    expect(rulebook.unread).toBe("unknown");
    // 1 + 30 is 31 March; sent by post until midnight; Estonia is on summer time from 30 March.
    expect(deadlines.map(({ due }) => due)).toEqual(["2025-04-01T00:00:00+03:00"]);
  });

  it.each([
    [{ zone: "Asia/Almatty" }, "/zone", /no time zone Asia\/Almatty/],
    [
      {
        rules: [
          {
            kind: "eligibility",
            cite: "1",
            when: {
              any: Array.from({ length: 13 }, (_, index) => ({
                fact: "applicant.titles",
                operator: "contains",
                value: `title ${index}`,
              })),
            },
          },
        ],
      },
      undefined,
      /13 words/,
    ],
  ])(
    "names the rulebook where it is the rulebook that cannot be used: %#",
    async (fields, place, message) => {
      const book = fileWith(JSON.stringify({ id: "b", zone: "Asia/Almaty", rules: [], ...fields }));
      const request = fileWith(
        JSON.stringify({ service: "b", channel: "portal", submitted: "2025-03-17T10:00" }),
      );
      const { trouble } = await run(check, request, "--rules", book);
      expect(trouble?.message).toMatch(message);
      expect(trouble?.at.file).toBe(book);
      expect(trouble?.at.place).toBe(place);
    },
  );

  it.each([
    ["refuse", "kk", "БАС ТАРТУ", "келісімінің болмауы"],
    ["incomplete", "ru", "УВЕДОМЛЕНИЕ", "Результаты клинико-диагностических исследований"],
    ["admit", "kk", "ҚОЛХАТ", "2025 жылғы 18 наурыз, сағат 20:00"],
  ])("writes the letter with ground, clause and due time: %s", async (name, lang, title, words) => {
    const { out } = await run(check, sample(name), "--letter", "--lang", lang);
    expect(out).toContain(title);
    expect(out).toContain(words);
    expect(out).toContain("№ 99");
  });

  it("writes no letter while the verdict is undetermined", async () => {
    const { trouble } = await run(check, sample("undetermined"), "--letter");
    expect(trouble?.at.wayOut).toContain("Consents to access to personal data of restricted access");
  });
});
