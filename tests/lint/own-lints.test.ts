import { mkdtempSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { boundedPattern } from "../../src/lint/own/bounded-pattern.ts";
import { draftOf } from "../../src/lint/draft.ts";
import { lint as run } from "../../src/lint/lint.ts";
import { ownLint } from "../../src/lint/own/own-lint.ts";
import type { OwnSearch } from "../../src/lint/own/own-lint-file.ts";
import { grammar } from "../../src/language/ru/grammar.ts";
import { lint } from "../../src/package/lint.ts";
import { runIn } from "../in-process.ts";
import { exampleDraft } from "./example-draft.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "tarmaq-own-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const LINT = {
  code: "our-lint",
  severity: "warning",
  message: { ru: "найдено: {words}" },
  find: { provision: { matches: "справка" } },
  examples: { must: [{ rules: [] }], mustNot: [{ rules: [] }] },
} as const;

describe("lints of one's own", () => {
  it("run beside ours, and their examples come out as they should", async () => {
    const { status, out } = await runIn(root, ["lint", "--test-rules", "examples/lints"]);
    expect([status, out]).toEqual([0, "Lints: 3; examples: 10; failed: 0\n"]);
    const asked = ["lint", "tests/fixtures/lsp/act.txt", "--rules", "examples/lints", "--lang", "ru"];
    const told = await runIn(root, [...asked, "--format", "json"]);
    const { findings } = JSON.parse(told.out) as {
      findings: { code: string; message: string; places: { quote: string }[] }[];
    };
    const own = findings.find(({ code }) => code === "lint/term-too-long");
    expect(own?.message).toBe("срок услуги длиннее 15 рабочих дней: 20 рабочих дней");
    expect(own?.places[0]?.quote).toContain("20 рабочих дней");
    const answer = await lint(join(root, "tests/fixtures/lsp/act.txt"), {
      rules: join(root, "examples/lints"),
    });
    expect(JSON.stringify(answer)).toContain(
      "a term of the service longer than 15 working days: 20 working days",
    );
    const sarif = await runIn(root, [...asked, "--format", "sarif"]);
    expect(sarif.out).toContain('"id": "lint/term-too-long"');
  });

  it("fail by their examples: which, where, and how", async () => {
    writeFileSync(join(folder, "a.json"), JSON.stringify(LINT));
    const { status, out } = await runIn(folder, ["lint", "--test-rules", "."]);
    expect([status, out]).toEqual([
      1,
      `${join(folder, "a.json")}: /examples/must/0: must be found and is not\nLints: 1; examples: 2; failed: 1\n`,
    ]);
  });

  it.each([
    [{ code: "month-form" }, "/code", "there is a lint month-form already"],
    [{ severity: "grave" }, "/severity", "must be equal to one of the allowed values"],
    [{ find: { provision: { matches: "(a" } } }, "/find/provision", "is no regular expression of RE2"],
    [{ find: { provision: { matches: "(?=a)a" } } }, "/find/provision", "is no regular expression of RE2"],
    [{ find: { provision: { within: { matches: "\\bсрок" } } } }, "/find/provision", "Latin letters alone"],
  ])("with a fault in it says file, place and way out: %j", async (wrong, place, words) => {
    const file = join(folder, "a.json");
    writeFileSync(file, JSON.stringify({ ...LINT, ...wrong }));
    const { status, err } = await runIn(folder, ["lint", "x.txt", "--test-rules", "."]);
    expect(status).toBe(2);
    expect(err).toContain(`${file}: ${place}: `);
    expect(err.replaceAll("must be one of", "must be equal to one of")).toContain(
      words.startsWith("must") ? "must be" : words,
    );
  });
});

describe("what is looked for", () => {
  const TEXT = [
    ["service-1/clause-1", "Услуга бесплатна."],
    ["service-1/clause-2", "Нужны документы:"],
    ["service-1/clause-2/item-1", "заявление;"],
    ["service-1/clause-2/item-2", "справка."],
    ["service-2/clause-1", "Справка и СПРАВКА."],
  ] as const;
  const pathsOf = (find: OwnSearch): string[] => {
    const own = ownLint({ ...LINT, find });
    return run(exampleDraft({ in: "ru", text: TEXT }), [own], grammar).map(
      ({ because }) => because![0]!.path,
    );
  };

  it.each<[OwnSearch, string[]]>([
    [
      { provision: { matches: "справка" } },
      ["service-1/clause-2/item-2", "service-2/clause-1", "service-2/clause-1"],
    ],
    [
      { provision: { type: ["clause"], without: "справка", path: "^service-1" } },
      ["service-1/clause-1", "service-1/clause-2"],
    ],
    [{ provision: { type: ["clause"], has: { matches: "справка" } } }, ["service-1/clause-2"]],
    [
      { provision: { type: ["clause"], lacks: { type: ["item"] } } },
      ["service-1/clause-1", "service-2/clause-1"],
    ],
    [{ provision: { type: ["item"], beside: { matches: "справка" } } }, ["service-1/clause-2/item-1"]],
    [{ provision: { type: ["clause"], alone: { type: ["clause"] } } }, ["service-2/clause-1"]],
    [{ provision: { matches: "справка", within: { matches: "документы" } } }, ["service-1/clause-2/item-2"]],
    [{ provision: { matches: "документы" }, count: { least: 1 } }, ["service-2/clause-1"]],
    [{ provision: { type: ["clause"] }, count: { most: 1 } }, ["service-1/clause-1"]],
    [{ provision: { type: ["clause"] }, per: "act", count: { most: 3 } }, []],
  ])("%j", (find, paths) => {
    expect(pathsOf(find)).toEqual(paths);
  });

  it("is a rule by its fields, one that is absent being null", () => {
    const draft = draftOf("x", undefined, [
      { kind: "channel", channel: "portal", id: "a", cite: "", path: "a" },
      { kind: "deadline", subject: "service", amount: 3, unit: "day", id: "b", cite: "", path: "b" },
    ]);
    const found = (rule: OwnSearch["rule"]): number =>
      run(draft, [ownLint({ ...LINT, find: { rule: rule!, per: "act" } })], grammar).length;
    expect(found({ fact: "channel", operator: "equal", value: null })).toBe(1);
    expect(found({ fact: "amount", operator: "lessThan", value: 5 })).toBe(1);
    expect(found({ not: { fact: "kind", operator: "in", value: ["channel", "deadline"] } })).toBe(0);
    expect(found({ fact: "min.amount", operator: "equal", value: null })).toBe(2);
  });

  it("is sought in linear time, whatever the pattern: the work grows with the text", () => {
    const { test } = boundedPattern("(а+)+я");
    expect(test("а".repeat(20_000))).toBe(false);
    expect(readFileSync(join(root, "package.json"), "utf8")).toContain('"re2js"');
  });
});
