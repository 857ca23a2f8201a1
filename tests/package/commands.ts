import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brought, lock, run, type Installed, type Ran } from "./installed.ts";
import { decide, whileServing } from "./served.ts";

const ACT = "kz-mz-2024-99";
const ACT_FILE = "corpus/002_b0c7419236df1d07.txt";
const DECISIONS = "rules/kz-mz-2024-99/1/decisions.jsonl";
/** What somebody now says of a rule, and of the book, that nobody has said before. */
const EDIT = {
  action: "edit",
  rule: "kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10",
  fields: { amount: 2 },
  why: "to see it kept",
};
const WEEK = { action: "book", book: { week: 6 }, why: "to see it kept" };

const linesOf = (file: string): string[] => readFileSync(file, "utf8").trim().split("\n");

/** Tests of the commands, each in a new folder with nothing in it. */
export function testCommands(installed: () => Installed): void {
  const emptyFolder = (): string => mkdtempSync(join(installed().project, "empty-"));
  const program = (): string => join(installed().project, "node_modules/.bin/tarmaq");

  describe("the commands, in an empty folder", () => {
    /** Runs `npx tarmaq` there, and gives what it told and what it left. */
    function tarmaq(...args: string[]): Ran & { readonly left: string[] } {
      const folder = emptyFolder();
      const ran = run(folder, program(), ...args);
      return { ...ran, left: readdirSync(folder).sort() };
    }

    it("start reads the corpus, checks a request and audits a log", () => {
      const { status, stdout, stderr, left } = tarmaq("start");
      expect([status, stderr, left]).toEqual([0, "", ["out"]]);
      expect(stdout).toContain("28 services");
      expect(stdout).toContain("INCOMPLETE");
      expect(stdout).toContain("Log: log.csv — 464 rows");
    });

    it("check judges by the rulebooks that the package brings", () => {
      const { status, stdout } = tarmaq(
        "check",
        brought(installed(), "examples/request.json"),
        "--format",
        "json",
      );
      expect(status).toBe(1);
      expect((JSON.parse(stdout) as { verdict: string }).verdict).toBe("incomplete");
    });

    it("audit judges a log and writes what it found where it is told to", () => {
      const map = brought(installed(), "examples/map.json");
      const { status, left } = tarmaq(
        "audit",
        brought(installed(), "examples/log.csv"),
        "--map",
        map,
        "-o",
        "found",
      );
      expect([status, left]).toEqual([1, ["found"]]);
    });

    it("extract reads a text of the corpus", () => {
      const { status, stdout, left } = tarmaq("extract", brought(installed(), ACT_FILE), "--format", "jsonl");
      expect([status, left]).toEqual([0, []]);
      expect(stdout.split("\n").filter((line) => line.includes('"kind":"deadline"')).length).toBeGreaterThan(
        10,
      );
    });
  });

  describe("review, in an empty folder", () => {
    const own = (folder: string): string[] => linesOf(join(folder, DECISIONS));

    it("lists what is decided in the package, and writes nothing", () => {
      const folder = emptyFolder();
      const { status, stdout } = run(
        folder,
        program(),
        "review",
        brought(installed(), ACT_FILE),
        "--service",
        "1",
        "--list",
      );
      expect([status, readdirSync(folder)]).toEqual([0, []]);
      expect(stdout.split("\n").filter((line) => line.includes('"state":"accepted"')).length).toBeGreaterThan(
        30,
      );
    });

    it("keeps decisions in ./rules, after those that the package brings; what is built of them judges there", () => {
      const folder = emptyFolder();
      writeFileSync(join(folder, "requests.jsonl"), JSON.stringify(WEEK));
      const decided = run(
        folder,
        program(),
        "review",
        brought(installed(), ACT_FILE),
        "--service",
        "1",
        "--apply",
        "requests.jsonl",
        "--by",
        "Aigul",
      );
      expect([decided.status, decided.stderr]).toEqual([
        0,
        expect.stringContaining("1 decisions written to"),
      ]);
      expect(own(folder).slice(0, -1)).toEqual(linesOf(brought(installed(), DECISIONS)));
      expect(own(folder).at(-1)).toContain("to see it kept");

      const built = run(
        folder,
        program(),
        "rules",
        "build",
        brought(installed(), ACT_FILE),
        "--service",
        "1",
      );
      expect([built.status, built.stderr]).toEqual([0, ""]);
      const { stdout } = run(folder, program(), "rules", "show", `${ACT}/1`, "--format", "json");
      expect(stdout).toContain('"week": 6');
    });

    it("serves the workbench over the package's acts, and keeps in ./rules what is decided there", async () => {
      const folder = emptyFolder();
      const review = [program(), "review", "--port", "0", "--by", "Aigul"] as const;
      await whileServing(folder, review, (address) => decide(address, ACT, 1, EDIT));
      expect(own(folder).slice(0, -1)).toEqual(linesOf(brought(installed(), DECISIONS)));
      expect(own(folder).at(-1)).toContain("to see it kept");
    });

    it("of serve shows and writes what --rules names", async () => {
      const folder = emptyFolder();
      cpSync(brought(installed(), "rules/kz-mz-2024-99"), join(folder, "mine/kz-mz-2024-99"), {
        recursive: true,
      });
      // The copy is as little to be written as what it was made from.
      lock(join(folder, "mine"), false);
      const before = linesOf(brought(installed(), DECISIONS)).length;
      const serve = [program(), "serve", "--rules", "mine", "--port", "0"] as const;
      const page = await whileServing(folder, serve, async (address) => {
        await decide(address, ACT, 1, EDIT);
        return (await fetch(`${address}/review/desk/${ACT}?service=1&lang=en`)).text();
      });
      expect(readdirSync(folder)).toEqual(["mine"]);
      expect(linesOf(join(folder, DECISIONS.replace("rules", "mine"))).length).toBe(before + 1);
      expect(page).toContain("to see it kept");
    });

    it("of serve writes beside the package's rulebooks where only one of them is named", async () => {
      const folder = emptyFolder();
      const book = brought(installed(), "rules/kz-mz-2024-99/1/2024-11-27.json");
      const serve = [program(), "serve", "--rules", book, "--port", "0"] as const;
      await whileServing(folder, serve, (address) => decide(address, ACT, 1, EDIT));
      expect(readdirSync(folder)).toEqual(["rules"]);
      expect(own(folder).at(-1)).toContain("to see it kept");
    });

    it("of serve writes into no folder of the package, wherever it is started and whatever is named", () => {
      const { place, project } = installed();
      const linked = join(project, "linked-package");
      symlinkSync(place, linked);
      for (const [cwd, ...named] of [
        [emptyFolder(), "--rules", join(place, "rules")],
        [emptyFolder(), "--rules", join(linked, "rules")],
        [place],
        [linked],
      ] as const) {
        const { status, stderr } = run(cwd, program(), "serve", "--port", "0", ...named);
        expect([status, stderr]).toEqual([2, expect.stringContaining("belongs to the installed package")]);
      }
    });

    it("is refused in the package itself", () => {
      const { status, stderr } = run(
        installed().place,
        program(),
        "review",
        ACT_FILE,
        "--service",
        "1",
        "--list",
      );
      expect([status, stderr]).toEqual([2, expect.stringContaining("belongs to the installed package")]);
    });
  });
}
