import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import { score } from "../../src/kit/score.ts";
import { kitFor } from "../../src/library/kit-for.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import type { Volume } from "../../src/library/volume.ts";
import type { KitAnswer, KitCase } from "../../src/model/kit.ts";
import { Completions } from "../check/completions.ts";
import { seeded } from "../audit/run-on.ts";
import { runIn } from "../in-process.ts";
import { measured } from "./measure.ts";

const library = openLibrary({ law: "beneath" });
const folder = mkdtempSync(join(tmpdir(), "tarmaq-kit-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function volumeOf(service: string): Volume {
  const found = library.versionsOf(service)[0];
  if (found === undefined) throw new Error(`no ${service}`);
  return found;
}

/** A service of each act but one, whose ways are those of another: small ones, which the suite has time for. */
const SERVICES = [
  "kz-almaty-2013-3-561/4",
  "kz-bqo-2015-200/8",
  "kz-mz-2020-49/1",
  "kz-qyzylorda-2015-118/5",
];

describe("systems that differ in one rule", () => {
  it.each(SERVICES)(
    "fail a case at least, unless no random question shows a difference either: %s",
    (service) => {
      const { mutants, killed, missed, alike } = measured(library, volumeOf(service), 150);
      expect(missed).toEqual([]);
      expect(killed + alike.length).toBe(mutants);
      expect(killed).toBeGreaterThan(mutants * 0.7);
    },
  );
});

/** No request shows them: in the channel of the first no service is offered, in that of the second no term begins with a request. */
const NEVER_SHOWN = new Set([
  "kz-bqo-2015-200/3/deadline/regulation-3/chapter-1/clause-5/item-1.b",
  "kz-bqo-2015-200/2/rollover/regulation-2/chapter-1/clause-5/item-2",
]);

describe("every kit", () => {
  const kits = library.volumes.map((volume) => [volume.book.id, volume, kitFor(library, volume)] as const);

  it.each(kits)(
    "has verdicts that DESIGN.md's order gives, written down apart from compiler and check: %s",
    (_, volume, kit) => {
      let held = 0;
      for (const { asks, request, expected } of kit.cases) {
        // Grounds of the general law are no rules of the book: the second reading knows the book alone.
        const byLaw = expected.grounds?.some((rule) => rule.startsWith("kz-law/")) === true;
        if (asks !== "verdict" || request === undefined || byLaw) continue;
        const whole = new Completions(
          volume.book,
          request,
          volume.vocabulary,
          request.submitted.slice(0, 10),
        );
        // What a case leaves out decides nothing in its channel: whatever it may be, the verdict is the same.
        expect([...whole.answers(20, seeded(2))]).toEqual([expected.verdict]);
        held += 1;
      }
      expect(held).toBeGreaterThan(0);
    },
  );

  it.each(kits)(
    "tests every rule, or says why not, and each of its cases fits the schema: %s",
    (_, volume, kit) => {
      const told = new Set([...kit.rules, ...kit.untested].map(({ rule }) => rule));
      expect(volume.book.rules.filter(({ id }) => !told.has(id))).toEqual([]);
      const bears = (id: string): boolean =>
        volume.book.rules.some((rule) => rule.id === id && rule.judges !== false);
      const left = kit.untested.filter(
        ({ rule, why }) =>
          why !== "says-nothing-of-requests-or-terms" && bears(rule) && !NEVER_SHOWN.has(rule),
      );
      expect(left).toEqual([]);
      for (const each of kit.cases) expect(faults("kit-case", each)).toEqual([]);
    },
  );
});

describe("the score of a system's answers", () => {
  const ask = (name: string, expected: KitCase["expected"]): KitCase => ({
    case: name,
    matter: "due",
    rule: "r",
    cite: "c",
    asks: expected.verdict === undefined ? "due" : "verdict",
    expected,
  });
  const cases = [
    ask("1", { verdict: "incomplete", missing: [["a", "b"], ["c"]], grounds: ["r"] }),
    ask("2", { due: "2025-03-18T18:30:00+05:00" }),
    ask("3", { due: "2025-03-18T18:30:00+05:00", or: "2025-03-19T00:00:00+05:00" }),
    ask("4", { due: null }),
  ];
  const differs = (answer: KitAnswer): readonly string[] | undefined =>
    score(cases, [answer]).differences[0]?.differs;

  it("compares instants, not how they are written; either of two is right where no clause decides", () => {
    expect(differs({ case: "2", due: "2025-03-18T13:30:00Z" })).toBeUndefined();
    expect(differs({ case: "2", due: "2025-03-18T13:31:00Z" })).toEqual(["due"]);
    expect(differs({ case: "2", due: null })).toEqual(["due"]);
    expect(differs({ case: "3", due: "2025-03-18T19:00:00Z" })).toBeUndefined();
    expect(differs({ case: "4", due: null })).toBeUndefined();
    expect(differs({ case: "4", due: "2025-03-18T19:00:00Z" })).toEqual(["due"]);
  });

  it("takes lists in any order, and counts what was not told instead of holding it against anybody", () => {
    expect(differs({ case: "1", verdict: "incomplete", missing: [["c"], ["b", "a"]] })).toBeUndefined();
    expect(differs({ case: "1", verdict: "incomplete", missing: [["c"]] })).toEqual(["missing"]);
    expect(differs({ case: "1", verdict: "refuse", grounds: [] })).toEqual(["verdict", "grounds"]);
    expect(score(cases, [{ case: "1", verdict: "incomplete" }]).untold).toEqual({ missing: 1, grounds: 1 });
  });

  it("tells cases without an answer, also those answered beside the question, and answers to no case", () => {
    const { agree, unanswered, unknown } = score(cases, [
      { case: "1", due: null },
      { case: "2", due: "2025-03-18T13:30:00Z" },
      { case: "9", verdict: "admit" },
    ]);
    expect({ agree, unanswered, unknown }).toEqual({ agree: 1, unanswered: ["1", "3", "4"], unknown: ["9"] });
  });
});

describe("tarmaq kit", () => {
  const service = "kz-bqo-2015-200/8";

  it("writes cases, a table, a book; a system that goes by the rules agrees, as JSON Lines and as CSV", async () => {
    const made = await runIn(folder, ["kit", service, "-o", "kit", "--lang", "en"]);
    expect([made.status, made.err]).toEqual([0, ""]);
    const cases = linesOf("kit/cases.jsonl");
    expect(readFileSync(join(folder, "kit/cases.csv"), "utf8").split("\r\n")).toHaveLength(cases.length + 2);
    expect(readFileSync(join(folder, "kit/kit.html"), "utf8")).toContain(
      `<th scope="row">${cases[0]!.case}</th>`,
    );
    const right = cases.map(({ case: name, asks, expected: { verdict, due } }) =>
      asks === "verdict" ? { case: name, verdict } : { case: name, due },
    );
    write("right.jsonl", right.map((each) => JSON.stringify(each)).join("\n"));
    const agreed = await runIn(folder, ["kit", "kit", "--check", "right.jsonl", "--lang", "en"]);
    expect([agreed.status, agreed.out.split("\n")[0]]).toEqual([
      0,
      `Of ${cases.length} cases ${cases.length} agree, 0 differ, 0 have no answer.`,
    ]);
    const rows = right.map(
      ({ case: name, verdict = "", due }) => `${name},${verdict},${due === null ? "none" : (due ?? "")}`,
    );
    write("right.csv", ["case,verdict,due", ...rows].join("\n"));
    expect((await runIn(folder, ["kit", service, "--check", "right.csv", "--lang", "en"])).status).toBe(0);
  });

  it("tells each difference with its clause, what was answered and what is right; what is left unanswered is no agreement", async () => {
    const cases = linesOf("kit/cases.jsonl");
    const admitted = cases.find(({ expected }) => expected.verdict === "admit")!;
    write("wrong.jsonl", `{"case":"${admitted.case}","verdict":"refuse"}\n`);
    const { status, out } = await runIn(folder, ["kit", "kit", "--check", "wrong.jsonl", "--lang", "en"]);
    expect(status).toBe(1);
    expect(out).toContain(`Of ${cases.length} cases 0 agree, 1 differ, ${cases.length - 1} have no answer.`);
    expect(out).toContain("the system says: refused; right is: admitted");
  });

  it.each([
    ["", "is empty"],
    ['{"case":"none","verdict":"admit"}', "answers no case of the kit"],
    ['{"case":"0001","verdict":"yes"}', "line 1"],
    ['{"case":"0001","verdict":"admit","verdict":"refuse"}', "line 1"],
    ["case,verdict\n0001,maybe\n", "line 2"],
    ["name,verdict\n0001,admit\n", "line 1"],
    ['{"case":"0100","due":"tomorrow"}', "line 1"],
  ])("refuses answers that are none, and says where: %j", async (content, place) => {
    write("bad", content);
    const { status, err } = await runIn(folder, ["kit", "kit", "--check", "bad", "--lang", "en"]);
    expect(status).toBe(2);
    expect(err).toContain(place);
  });

  it("says where there is no kit and no such service", async () => {
    expect((await runIn(folder, ["kit", ".", "--check", "bad", "--lang", "en"])).err).toContain(
      "holds no kit",
    );
    expect((await runIn(folder, ["kit", "kz-none/1", "--lang", "en"])).status).toBe(2);
  });

  const write = (name: string, content: string): void => {
    writeFileSync(join(folder, name), content);
  };
  const linesOf = (name: string): KitCase[] =>
    readFileSync(join(folder, name), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as KitCase);
});

describe("a term of some requests alone", () => {
  const book = {
    id: "made/1",
    zone: "Asia/Almaty",
    calendar: "kz",
    inForce: { from: "2025-01-01", until: null },
    rules: [
      { kind: "channel", id: "made/1/channel", cite: "1", channel: "provider" },
      {
        kind: "hours",
        id: "made/1/hours",
        cite: "2",
        who: "provider",
        days: [1, 2, 3, 4, 5],
        open: "09:00",
        close: "18:00",
        break: null,
      },
      {
        kind: "deadline",
        id: "made/1/short",
        cite: "3",
        subject: "service",
        amount: 3,
        unit: "working-day",
        fromEvent: "submitted",
        toEvent: "result-issued",
        when: { fact: "applicant.age", operator: "lessThan", value: 18 },
      },
    ],
  };

  it("is asked for on both sides of its bound", async () => {
    writeFileSync(join(folder, "made.json"), JSON.stringify(book));
    const { out, err } = await runIn(folder, [
      "kit",
      "made/1",
      "--rules",
      "made.json",
      "--format",
      "json",
      "--without-law",
    ]);
    expect(err).toBe("");
    const { cases } = JSON.parse(out) as { cases: KitCase[] };
    const ofTerm = cases.filter(({ rule, asks }) => rule === "made/1/short" && asks === "due");
    const dues = new Map(
      ofTerm.map(({ request, expected }) => [request?.facts["applicant.age"], expected.due]),
    );
    expect(dues.get(17)).not.toBeNull();
    expect(dues.get(18)).toBeNull();
    // Wednesday 8 January 2025, 11:00: three working days later is Monday 13 January, at closing.
    const known = ofTerm.find(({ request }) => request?.submitted === "2025-01-08T11:00:00+05:00");
    expect(known?.expected).toEqual({ due: "2025-01-13T18:00:00+05:00" });
  });
});
