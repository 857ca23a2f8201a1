import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPackage, run, snapshot, type Installed, type Ran } from "./installed.ts";
import { loadedBy } from "./loaded.ts";
import { decide, serve } from "./served.ts";

const BUILT_IN = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

let installed: Installed;
/** What `node_modules` held before anything was run. */
let before: string[];

beforeAll(() => {
  installed = installPackage();
  before = snapshot(join(installed.project, "node_modules"));
}, 240_000);
afterAll(() => {
  rmSync(installed.folder, { recursive: true, force: true });
});

describe("what is packed", () => {
  it("is the bundle with its types and notices, the law, the schemas and the examples, and nothing else", () => {
    const tops = new Set(installed.files.map((path) => path.split("/")[0]));
    expect([...tops].sort()).toEqual(
      [
        "LICENSE",
        "README.md",
        "corpus",
        "dist",
        "docs",
        "examples",
        "package.json",
        "rules",
        "schemas",
      ].sort(),
    );
    expect(installed.files).toContain("dist/THIRD-PARTY-NOTICES.txt");
    expect(installed.files.filter((path) => /\.map$|(?<!\.d)\.ts$/.test(path))).toEqual([]);
  });

  it("points to no source map", () => {
    const scripts = installed.files.filter((path) => path.endsWith(".js"));
    const pointing = scripts.filter((path) => textOf(path).includes("sourceMappingURL="));
    expect(scripts.length).toBeGreaterThan(10);
    expect(pointing).toEqual([]);
  });

  it("brings the licence of every package that is bundled", () => {
    const notices = textOf("dist/THIRD-PARTY-NOTICES.txt");
    const bundled = new Set(
      installed.files
        .filter((path) => path.endsWith(".js"))
        .flatMap((path) => [...textOf(path).matchAll(/^\/\/ .*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gmu)])
        .map(([, name]) => name ?? ""),
    );
    expect(bundled.size).toBeGreaterThan(20);
    const missing = [...bundled].filter((name) => !notices.includes(`\n${name} `));
    expect(missing).toEqual([]);
  });

  it("needs the packages that it imports, and brings no other but json-rules-engine", () => {
    const { dependencies } = JSON.parse(textOf("package.json")) as { dependencies: Record<string, string> };
    const scripts = installed.files.filter((path) => /^dist\/[^/]*\.js$/.test(path)).map(textOf);
    const imported = scripts.flatMap((text) =>
      ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName),
    );
    const own = imported.filter((name) => !name.startsWith(".") && !BUILT_IN.has(name));
    expect([...new Set([...own, "json-rules-engine"])].sort()).toEqual(Object.keys(dependencies).sort());
  });
});

const textOf = (path: string): string => readFileSync(join(installed.place, path), "utf8");

describe("importing", () => {
  const READER = ["ingest", "repair", "structure", "extract", "language", "reading.ts", "npm:unified"];
  const JUDGING = ["check", "compile", "form", "rulebook"];
  const AUDIT = ["audit", "log", "engine", "npm:@duckdb/node-api"];
  const PROGRAM = ["cli", "server", "web", "npm:commander", "npm:fastify"];

  it.each([
    ["calendar", ["calendar"], [...READER, ...JUDGING, ...AUDIT]],
    ["check", ["check"], [...READER, ...AUDIT]],
    ["audit", ["audit"], READER],
    ["index", ["check"], AUDIT],
  ])("%s loads what it needs and no more", (entry, needed, spared) => {
    const loaded = loadedBy(brought(`dist/${entry}.js`));
    expect(needed.filter((room) => !loaded.has(room))).toEqual([]);
    expect([...spared, ...PROGRAM].filter((room) => loaded.has(room))).toEqual([]);
  });
});

describe("its types", () => {
  const consumer = `
import { calendarYear, due, type DueAnswer, type Result } from "tarmaq/calendar";

const answer: Result<DueAnswer> = due({ start: "2025-03-17T10:00", amount: 1, unit: "working-day" });
if (answer.ok) answer.value.due satisfies string;
else answer.faults[0].wayOut satisfies string;
const year = calendarYear("kz", 2025);
export const days: number[] = year.ok ? year.value.months.map(({ workingDays }) => workingDays) : [];
// @ts-expect-error: a unit that there is not
due({ start: "2025-03-17T10:00", amount: 1, unit: "fortnight" });
`;

  it.each([
    ["NodeNext", "NodeNext"],
    ["ESNext", "Bundler"],
  ])(
    "serve a strict consumer under %s and %s, who has nothing else installed",
    (module, moduleResolution) => {
      const compilerOptions = {
        module,
        moduleResolution,
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        resolveJsonModule: true,
        noEmit: true,
        target: "ES2023",
        lib: ["ES2023"],
        types: [],
      };
      writeFileSync(join(installed.project, "consumer.ts"), consumer);
      writeFileSync(join(installed.project, "tsconfig.json"), JSON.stringify({ compilerOptions }));
      const tsc = join(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
      expect(run(installed.project, process.execPath, tsc)).toEqual({ status: 0, stdout: "", stderr: "" });
    },
  );
});

/** A new folder of the project, with nothing in it. */
const emptyFolder = (): string => mkdtempSync(join(installed.project, "empty-"));
const program = (): string => join(installed.project, "node_modules/.bin/tarmaq");
/** A file that the package brings. */
const brought = (path: string): string => join(installed.place, path);
const linesOf = (file: string): string[] => readFileSync(file, "utf8").trim().split("\n");

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
    const { status, stdout } = tarmaq("check", brought("examples/request.json"), "--format", "json");
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as { verdict: string }).verdict).toBe("incomplete");
  });

  it("audit judges a log and writes what it found where it is told to", () => {
    const map = brought("examples/map.json");
    const { status, left } = tarmaq("audit", brought("examples/log.csv"), "--map", map, "-o", "found");
    expect([status, left]).toEqual([1, ["found"]]);
  });

  it("extract reads a text of the corpus", () => {
    const { status, stdout, left } = tarmaq("extract", brought(ACT_FILE), "--format", "jsonl");
    expect([status, left]).toEqual([0, []]);
    expect(stdout.split("\n").filter((line) => line.includes('"kind":"deadline"')).length).toBeGreaterThan(
      10,
    );
  });
});

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

describe("review, in an empty folder", () => {
  const own = (folder: string): string[] => linesOf(join(folder, DECISIONS));

  it("lists what is decided in the package, and writes nothing", () => {
    const folder = emptyFolder();
    const { status, stdout } = run(
      folder,
      program(),
      "review",
      brought(ACT_FILE),
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
      brought(ACT_FILE),
      "--service",
      "1",
      "--apply",
      "requests.jsonl",
      "--by",
      "Aigul",
    );
    expect([decided.status, decided.stderr]).toEqual([0, expect.stringContaining("1 decisions written to")]);
    expect(own(folder).slice(0, -1)).toEqual(linesOf(brought(DECISIONS)));
    expect(own(folder).at(-1)).toContain("to see it kept");

    const built = run(folder, program(), "rules", "build", brought(ACT_FILE), "--service", "1");
    expect([built.status, built.stderr]).toEqual([0, ""]);
    const { stdout } = run(folder, program(), "rules", "show", `${ACT}/1`, "--format", "json");
    expect(stdout).toContain('"week": 6');
  });

  it("serves the workbench over the package's acts, and keeps in ./rules what is decided there", async () => {
    const folder = emptyFolder();
    const served = await serve(folder, program(), "review", "--port", "0", "--by", "Aigul");
    await decide(served.address, ACT, 1, EDIT);
    await served.end();
    expect(own(folder).slice(0, -1)).toEqual(linesOf(brought(DECISIONS)));
    expect(own(folder).at(-1)).toContain("to see it kept");
  });

  it("of serve shows and writes what --rules names", async () => {
    const folder = emptyFolder();
    cpSync(brought("rules/kz-mz-2024-99"), join(folder, "mine/kz-mz-2024-99"), { recursive: true });
    const before = linesOf(brought(DECISIONS)).length;
    const served = await serve(folder, program(), "serve", "--rules", "mine", "--port", "0");
    await decide(served.address, ACT, 1, EDIT);
    const page = await (await fetch(`${served.address}/review/desk/${ACT}?service=1&lang=en`)).text();
    await served.end();
    expect(readdirSync(folder)).toEqual(["mine"]);
    expect(linesOf(join(folder, DECISIONS.replace("rules", "mine"))).length).toBe(before + 1);
    expect(page).toContain("to see it kept");
  });

  it("is refused in the package itself", () => {
    const { status, stderr } = run(
      installed.place,
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

it("nothing was written into node_modules", () => {
  expect(snapshot(join(installed.project, "node_modules"))).toEqual(before);
});
