import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tarmaq } from "./tarmaq.ts";

const acts = resolve(import.meta.dirname, "../fixtures/acts");
let folder: string;
/** The Kazakh text, with the Russian one beside it. */
let act: string;
let rules: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-twins-"));
  for (const language of ["kaz", "rus"])
    copyFileSync(join(acts, `140664-2025-${language}.md`), join(folder, `act-${language}.md`));
  act = join(folder, "act-kaz.md");
  rules = join(folder, "rules");
  mkdirSync(rules);
  reviewed();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Row = Readonly<Record<string, unknown>>;

const json = (file: string, value: unknown): string => {
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(value));
  return path;
};

/** Accepts every rule that waits, says what the book has to say, and builds it. */
function reviewed(): void {
  const listed = tarmaq("review", act, "--rules", rules, "--service", "1", "--list").stdout;
  const waiting = listed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row)
    .filter(({ state }) => state === "waiting");
  const requests = [
    ...waiting.map(({ rule }) => ({ action: "accept", rule })),
    {
      action: "book",
      book: {
        language: "kk",
        service: { number: 1, name: { kk: "Қару айналымы", ru: "Оборот оружия" } },
        act: { id: "act-kaz", title: "Қағидалар", number: "1", date: "2025-01-01", body: "ІІМ" },
        inForce: { from: "2025-01-01", until: null },
        zone: "Asia/Almaty",
        calendar: "kz",
      },
    },
  ];
  const file = join(folder, "requests.jsonl");
  writeFileSync(file, requests.map((line) => JSON.stringify(line)).join("\n"));
  const applied = tarmaq(
    "review",
    act,
    "--rules",
    rules,
    "--service",
    "1",
    "--apply",
    file,
    "--by",
    "A. Serik",
  );
  expect(applied).toMatchObject({ status: 0 });
  expect(tarmaq("rules", "build", act, "--rules", rules, "--service", "1")).toMatchObject({ status: 0 });
}

interface BuiltRule extends Row {
  readonly kind: string;
  readonly cite: string;
  readonly source: {
    readonly quote: string;
    readonly twin?: {
      readonly cite: string;
      readonly quote: string;
      readonly spans: readonly { start: number; end: number }[];
    };
  };
}
const built = (): readonly BuiltRule[] =>
  (JSON.parse(readFileSync(join(rules, "act-kaz", "1", "1.json"), "utf8")) as { rules: BuiltRule[] }).rules;

/** Rules on documents whose Russian words an answer quotes; the table asks for some in the same words for two ways. */
const documentsQuoted = (answer: string): readonly (readonly BuiltRule[])[] => {
  const asked = built().filter(({ kind, source }) => kind === "document" && source.twin !== undefined);
  return [...new Set(asked.map(({ source }) => source.twin!.quote))]
    .filter((quote) => answer.includes(`«${quote}»`))
    .map((quote) => asked.filter(({ source }) => source.twin!.quote === quote));
};

const request = (): string =>
  json("request.json", {
    service: "act-kaz/1",
    channel: "portal",
    submitted: "2025-03-19T10:00",
    facts: {},
    documents: [],
  });

describe("a rulebook of a Kazakh text with the Russian one beside it", () => {
  it("has the place and the words of the Russian law with each rule", () => {
    const russian = readFileSync(join(folder, "act-rus.md"), "utf8");
    const withTwin = built().filter(({ source }) => source.twin !== undefined);
    expect(withTwin.length).toBeGreaterThan(0.9 * built().length);
    for (const { source } of withTwin) {
      const [first] = source.twin!.spans;
      expect(russian.slice(first!.start, first!.end)).not.toBe("");
      expect(source.twin!.quote).not.toMatch(/[әғқңөұүһі]/u);
    }
    expect(tarmaq("rules", "build", act, "--rules", rules, "--service", "1", "--check").status).toBe(0);
  });

  it("answers a Russian reader with the Russian law, and names where it was read", () => {
    const { stdout } = tarmaq("check", request(), "--rules", rules, "--lang", "ru", "--without-law");
    const quoted = documentsQuoted(stdout);
    expect(quoted.length).toBeGreaterThan(5);
    for (const alike of quoted) {
      expect(alike.some(({ source }) => stdout.includes(`✗ ${source.twin!.cite}: `))).toBe(true);
      expect(alike.some(({ cite }) => stdout.includes(`Норма прочитана по тексту: ${cite}`))).toBe(true);
      for (const { source } of alike) expect(stdout).not.toContain(`«${source.quote}»`);
    }
  });

  it("answers a Kazakh reader with the Kazakh law, and names the Russian", () => {
    const { stdout } = tarmaq("check", request(), "--rules", rules, "--lang", "kk", "--without-law");
    const asked = built().filter(
      ({ kind, source }) => kind === "document" && stdout.includes(`«${source.quote}»`),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(stdout).toContain(`Орыс мәтіні: `);
    for (const { source } of asked) expect(stdout).not.toContain(`«${source.twin?.quote ?? ""}»`);
  });

  it("writes a Russian letter with the Russian words and their citation", () => {
    const { stdout } = tarmaq(
      "check",
      request(),
      "--rules",
      rules,
      "--lang",
      "ru",
      "--without-law",
      "--letter",
    );
    const quoted = documentsQuoted(stdout);
    expect(quoted.length).toBeGreaterThan(5);
    for (const alike of quoted)
      expect(
        alike.some(({ source }) => {
          const cited = stdout.split(`:\n   «${source.twin!.quote}»`)[0]!.split("\n").at(-1)!;
          // As lawyers cite: the innermost first, the clause or row by its number, within the rules.
          const [number] = [...source.twin!.cite.matchAll(/(?:пункт|строка) (\d+)/gu)].at(-1)!.slice(1);
          return /^\d+\) .*Правил(?:ам)?$/u.test(cited) && cited.split(/[ )]/u).includes(number!);
        }),
      ).toBe(true);
  });

  it("names the papers of a Russian letter in the words of the Russian law, each its own", () => {
    const { stdout } = tarmaq(
      "check",
      request(),
      "--rules",
      rules,
      "--lang",
      "ru",
      "--without-law",
      "--letter",
    );
    const [, papers = ""] = /следующие документы:\n(.*?)\n\n/su.exec(stdout) ?? [];
    expect(papers.split("\n").length).toBeGreaterThan(5);
    expect(papers).not.toMatch(/[әғқңөұүһ]/u);
    expect(papers).toContain("электронная копия оригинала паспорта на объект испытания");
    for (const line of papers.split("\n")) {
      const names = line.replace(/^\d+\) /u, "").split(" или ");
      expect(new Set(names).size, line).toBe(names.length);
    }
    expect(stdout).not.toContain("на языке, на котором он имеется");
  });

  it("gives a receipt of the same verdict in every language", () => {
    const verdicts = ["kk", "ru", "en"].map((language) => {
      const { stdout } = tarmaq("check", request(), "--rules", rules, "--lang", language, "--format", "json");
      return JSON.parse(stdout) as { receipt: { verdict: string }; reasons: readonly Row[] };
    });
    expect(new Set(verdicts.map(({ receipt }) => receipt.verdict)).size).toBe(1);
    const twins = verdicts[0]!.reasons.filter(({ twin }) => twin !== undefined);
    expect(twins[0]).toMatchObject({ twin: { language: "ru" } });
  });

  it("is shown to a Russian reader in Russian words", () => {
    const { stdout } = tarmaq("rules", "show", "act-kaz/1", "--rules", rules, "--lang", "ru");
    const [rule] = built().filter(({ kind, source }) => kind === "deadline" && source.twin !== undefined);
    const shown = stdout.replace(/\s+/gu, " ");
    expect(shown).toContain(`«${rule!.source.twin!.quote}»`);
    expect(shown).not.toContain(`«${rule!.source.quote}»`);
  });
});

it("stays valid without a twin", () => {
  const file = join(rules, "act-kaz", "1", "1.json");
  const book = JSON.parse(readFileSync(file, "utf8")) as { rules: BuiltRule[] };
  const plain = {
    ...book,
    rules: book.rules.map((rule) => ({ ...rule, source: { ...rule.source, twin: undefined } })),
  };
  const other = json("plain.json", plain);
  expect(tarmaq("check", request(), "--rules", other, "--lang", "ru").stdout).not.toContain(
    "Норма прочитана",
  );
});
