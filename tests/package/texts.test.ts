import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults as schemaFaults } from "../../src/files/validate.ts";
import { diff, lint, read, type Fault, type Result } from "../../src/index.ts";
import { outline } from "../../src/package/read.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";

const root = resolve(import.meta.dirname, "../..");
const ACT = join(root, "corpus/002_b0c7419236df1d07.txt");
const BOOK = join(root, "rules/kz-mz-2024-99/1/2024-11-27.json");
const RUSSIAN = {
  name: "act.txt",
  bytes: new TextEncoder().encode(
    "ПРИКАЗ\n\n1. Утвердить прилагаемые Правила оказания государственной услуги.\n\n2. Услуга оказывается в течение десяти рабочих дней.\n",
  ),
};
const ENGLISH = { name: "act.txt", bytes: new TextEncoder().encode("1. The service is free.\n".repeat(5)) };
const NO_TEXT = { name: "act.pdf", bytes: new TextEncoder().encode("%PDF-1.7\u0000\u0001\u0002") };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-texts-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}
function faultOf(result: Result<unknown>): Fault {
  if (result.ok) throw new Error("no fault was found");
  return result.faults[0];
}

describe("read", () => {
  it("gives the rules of an act, each with its words, and what became of the rest", async () => {
    const { language, rules, unread, repairs, content, tree } = valueOf(await read(ACT));
    expect([language, tree.type]).toEqual(["kk", "act"]);
    // The term of the first service, annex 1, clause 10: one working day.
    const term = rules.find(({ path, service }) => path === "annex-1/chapter-2/clause-10" && service === 1);
    expect(term).toMatchObject({ kind: "deadline", amount: 1, unit: "working-day", subject: "service" });
    expect(term?.id).toBe("kz-mz-2024-99/1/deadline/annex-1/chapter-2/clause-10");
    for (const { at } of repairs) expect(at.end).toBeLessThanOrEqual(content.length);
    expect(Array.isArray(unread)).toBe(true);
  });

  it("reads bytes as it reads a file", async () => {
    const bytes = readFileSync(ACT);
    const source = { bytes, name: "002_b0c7419236df1d07.txt" };
    expect(await read(source, { act: "kz-mz-2024-99" })).toEqual(await read(ACT));
  });

  it("gives the words of which nothing is known", async () => {
    const { unread, ledger, content } = valueOf(await read(join(root, "corpus/000_a653e2419e84acd7.txt")));
    expect(unread.length).toBeGreaterThan(0);
    for (const { spans, quote, account } of unread) {
      expect([quote === "", account]).toEqual([false, "unread"]);
      expect(spans.at(-1)?.end).toBeLessThanOrEqual(content.length);
    }
    expect(ledger.filter(({ account }) => account === "unread").length).toBe(unread.length);
  });

  it("gives the tree of an act in another language", async () => {
    const { language, tree } = valueOf(await outline(RUSSIAN));
    expect([language, tree.type]).toEqual(["ru", "act"]);
  });
});

describe("lint", () => {
  it("tells drafting faults as the command does, for a text and for a rulebook", async () => {
    const ofText = valueOf(await lint(ACT, { lang: "ru" }));
    expect([ofText.of, ofText.file]).toEqual(["candidates", "002_b0c7419236df1d07.txt"]);
    expect(schemaFaults("lint", ofText)).toEqual([]);
    expect(ofText.findings.every(({ places }) => places.every(({ line }) => line !== undefined))).toBe(true);
    const ofBook = valueOf(await lint(BOOK));
    expect(ofBook.of).toBe("rules");
    expect(schemaFaults("lint", ofBook)).toEqual([]);
  });

  it("holds a text against that in the other language which is handed in", async () => {
    const text = (name: string, words: string) => ({ name, bytes: new TextEncoder().encode(words) });
    const kazakh = text(
      "kaz.md",
      "1. Көрсетілетін қызметті беруші құжаттарды бес жұмыс күні ішінде қарайды және жауап береді.\n",
    );
    const russian = text(
      "rus.md",
      "1. Услугодатель рассматривает документы в течение шести рабочих дней и дает ответ.\n",
    );
    const held = valueOf(await lint(kazakh, { twin: russian }));
    expect(schemaFaults("lint", held)).toEqual([]);
    expect(held.twin).toBe("rus.md");
    const [difference] = held.findings.filter(({ code }) => code === "lint/twin-number");
    expect(difference?.severity).toBe("error");
    expect(difference?.places.map(({ file, line }) => [file, line])).toEqual([
      [undefined, 1],
      ["rus.md", 1],
    ]);
    const alone = valueOf(await lint(kazakh));
    expect([alone.twin, alone.findings.filter(({ code }) => code.startsWith("lint/twin-"))]).toEqual([
      undefined,
      [],
    ]);
  });

  it("sets aside what is known", async () => {
    const [known] = valueOf(await lint(ACT)).findings;
    const file = join(folder, "known.json");
    const suppressions = [
      { code: known!.code, quote: known!.places[0]!.quote, reason: "the ministry knows" },
    ];
    writeFileSync(file, JSON.stringify({ suppressions }));
    const { setAside } = valueOf(await lint(ACT, { suppress: file }));
    expect(setAside.map(({ reason }) => reason)).toContain("the ministry knows");
  });
});

describe("diff", () => {
  /** The book with its term of one working day made three. */
  function longer(): { readonly bytes: Uint8Array; readonly name: string } {
    const book = JSON.parse(readFileSync(BOOK, "utf8")) as Rulebook;
    const rules = book.rules.map((rule) =>
      rule.kind === "deadline" && rule.path === "annex-1/chapter-2/clause-10" ? { ...rule, amount: 3 } : rule,
    );
    return { bytes: new TextEncoder().encode(JSON.stringify({ ...book, rules })), name: "longer.json" };
  }

  it("tells what changed between two rulebooks, and for whom", async () => {
    const { of, services } = valueOf(await diff(BOOK, longer()));
    expect(of).toBe("rules");
    expect(services.flatMap(({ changes }) => changes.map(({ code, gains }) => [code, gains]))).toEqual([
      ["term-lengthened", { applicant: "worse", provider: "better" }],
    ]);
  });

  it("compares texts by what was read in them, and says so", async () => {
    const { of, services } = valueOf(await diff(ACT, ACT));
    expect(of).toBe("candidates");
    expect(services.flatMap(({ changes }) => changes)).toEqual([]);
    expect(services.length).toBeGreaterThanOrEqual(3);
  });

  it("finds a rulebook by its id and version", async () => {
    const { services } = valueOf(await diff("kz-mz-2024-99/1@2024-11-27", BOOK));
    expect(services.flatMap(({ changes }) => changes)).toEqual([]);
  });
});

describe("what stands in the way", () => {
  it.each<[string, () => Promise<Result<unknown>>, Partial<Fault>]>([
    ["a file that is not there", () => read("/nowhere.txt"), { thing: "/nowhere.txt" }],
    ["bytes that are no text", () => read(NO_TEXT), { thing: "act.pdf" }],
    ["rules of a language that is not read", () => read(ENGLISH), { thing: "act.txt" }],
    [
      "what is no text at all",
      () => read(7 as never),
      { thing: "the text", rule: "is neither a path nor { bytes, name }" },
    ],
    ["a lint of a language that is not read", () => lint(ENGLISH), { thing: "act.txt" }],
    ["a comparison in a language that is not read", () => diff(ENGLISH, ENGLISH), { thing: "act.txt" }],
    ["a version that is not there", () => diff("no-such/1@9", BOOK), { thing: "the versions" }],
    [
      "a service that is not there",
      () => diff(ACT, ACT, { pair: [{ old: "99", new: "1" }] }),
      { place: "--pair 99=1" },
    ],
    ["a twin in the same language", () => lint(RUSSIAN, { twin: RUSSIAN }), { thing: "act.txt" }],
    [
      "a list of known findings that is not there",
      () => lint(ACT, { suppress: "/nowhere" }),
      { thing: "/nowhere" },
    ],
    ["a language without words", () => lint(ACT, { lang: "de" as "en" }), { place: "--lang" }],
  ])("is a value: %s", async (_, ask, fault) => {
    expect(faultOf(await ask())).toEqual(expect.objectContaining(fault));
  });
});
