import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { run, type Installed } from "./installed.ts";

const root = resolve(import.meta.dirname, "../..");
const TSC = join(root, "node_modules/typescript/bin/tsc");

/** Names each entry, and takes what it says of itself at its word. */
const CONSUMER = `
import { diff, due, lint, openLibrary, read, type DueAnswer, type Fault, type Library, type Result } from "tarmaq";
import { calendarYear } from "tarmaq/calendar";
import { outline } from "tarmaq/read";
import { openLibrary as openRules, type Request } from "tarmaq/check";
import { audit } from "tarmaq/audit";
import schema from "tarmaq/schemas/rulebook.schema.json" with { type: "json" };
import vocabulary from "tarmaq/vocabulary" with { type: "json" };

const answer: Result<DueAnswer> = due({ start: "2025-03-17T10:00", amount: 1, unit: "working-day" });
if (answer.ok) answer.value.due satisfies string;
else answer.faults[0] satisfies Fault;

export function verdictOf(library: Library, request: Request): string {
  const checked = library.check(request, { lang: "kk" });
  return checked.ok ? checked.value.verdict : checked.faults[0].wayOut;
}
const year = calendarYear("kz", 2025);
export const days: number[] = year.ok ? year.value.months.map(({ workingDays }) => workingDays) : [];
export const asked = [read("act.txt"), outline("act.txt"), lint("act.txt"), diff("a.json", "b.json")];
export const opened = [openLibrary(), openRules({ rules: ["rules"], calendars: "calendars" })];
export const judged = audit(["log.csv"], { map: "map.json", each: ({ outcome }) => void outcome });
export const ids: string[] = [schema.$id, ...vocabulary.facts.map(({ id }) => id)];

// @ts-expect-error: a unit that there is not
due({ start: "2025-03-17T10:00", amount: 1, unit: "fortnight" });
// @ts-expect-error: the value is there only where all went well
openLibrary().value;
`;

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  resolveJsonModule: true,
  target: "ES2023",
  types: [],
};

/** A `ts` block of a document, and the `text` block behind it: what it prints. */
const EXAMPLE = /^```ts\n([\s\S]*?)^```\n+```text\n([\s\S]*?)^```/gmu;

/** Tests of the package as programs call it. */
export function testCallers(installed: () => Installed): void {
  const project = (): string => installed().project;
  const compile = (options: object, files: readonly string[]): ReturnType<typeof run> => {
    const config = { compilerOptions: { ...STRICT, ...options }, files };
    writeFileSync(join(project(), "tsconfig.json"), JSON.stringify(config));
    return run(project(), process.execPath, TSC);
  };
  const passed = { status: 0, stdout: "", stderr: "" };

  it("serves a strict consumer with types, who has nothing else, where a bundler resolves modules", () => {
    writeFileSync(join(project(), "consumer.ts"), CONSUMER);
    const options = { module: "ESNext", moduleResolution: "Bundler", noEmit: true, lib: ["ES2023"] };
    expect(compile(options, ["consumer.ts"])).toEqual(passed);
  });

  describe("an example of docs/package.md", () => {
    const document = readFileSync(join(root, "docs/package.md"), "utf8");
    const examples = [...document.matchAll(EXAMPLE)].map(([, code = "", printed = ""], number) => ({
      code,
      printed,
      name: `example-${number}`,
    }));

    it("is compiled, like the others and the consumer, where Node resolves modules", () => {
      writeFileSync(join(project(), "consumer.ts"), CONSUMER);
      expect(examples.length).toBe(document.split("```ts\n").length - 1);
      for (const { name, code } of examples)
        writeFileSync(join(project(), `${name}.ts`), `${code}\nexport {};\n`);
      // `console` is the browser's and Node's, not the language's.
      const options = { module: "NodeNext", lib: ["ES2023", "DOM"] };
      const files = examples.map(({ name }) => `${name}.ts`);
      expect(compile(options, [...files, "consumer.ts"])).toEqual(passed);
    });

    it.each(examples)("prints what stands below it: $name", ({ name, printed }) => {
      expect(run(project(), process.execPath, `${name}.js`)).toEqual({
        status: 0,
        stdout: printed,
        stderr: "",
      });
    });
  });

  it("is called from CommonJS as well", () => {
    const { status, stdout } = run(
      project(),
      process.execPath,
      "--input-type=commonjs",
      "--eval",
      'console.log(Object.keys(require("tarmaq")).sort().join(" "))',
    );
    expect([status, stdout]).toEqual([0, "diff due lint openLibrary read\n"]);
  });
}
