import { beforeAll, describe, expect, test } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ActUnderReview } from "../../src/desk/act.ts";
import { openAct } from "../../src/desk/open-act.ts";
import { prefilled } from "../../src/desk/prefill.ts";
import { reviewService, type ServiceReview } from "../../src/desk/review-service.ts";
import { rulesFolder } from "../../src/files/rules-folder.ts";
import type { LedgerEntry } from "../../src/model/ledger.ts";

let act: ActUnderReview;
let now: ServiceReview;

beforeAll(async () => {
  const rules = mkdtempSync(join(tmpdir(), "tarmaq-prefill-"));
  act = await openAct(
    resolve(import.meta.dirname, "../../corpus/002_b0c7419236df1d07.txt"),
    rulesFolder(rules, rules),
  );
  now = await reviewService(act, act.services[1]!);
  rmSync(rules, { recursive: true });
});

/** A place that was not read, for this reason. */
const unread = (reason: NonNullable<LedgerEntry["reason"]>): LedgerEntry => ({
  path: "annex-9/clause-1",
  cite: "",
  service: 1,
  lines: [1, 1],
  spans: [],
  quote: "",
  account: "unread",
  rules: [],
  reason,
});

describe("a new rule, before a person has said anything of it", () => {
  test("is a deadline of the length that the words name", () => {
    expect(
      prefilled(act, now, { path: "annex-9/clause-1", words: "шешім 3 (үш) жұмыс күні ішінде" }, undefined),
    ).toEqual({ kind: "deadline", values: { amount: 3, unit: "working-day" } });
  });

  test("has hours as the words name them", () => {
    expect(
      prefilled(act, now, { path: "annex-9/clause-1", words: "сағат 9.00-ден 18.30-ға дейін" }, undefined),
    ).toEqual({ kind: "hours", values: { open: "09:00", close: "18:30" } });
  });

  test.each([
    ["money", "fee"],
    ["refusal", "refusal"],
    ["paper", "document"],
    ["form", "form"],
    ["holder", "eligibility"],
  ] as const)("is of the kind that the sign of a place points to: %s", (reason, kind) => {
    const asked = { path: "annex-9/clause-1", words: "бұл туралы", entry: unread(reason) };
    expect(prefilled(act, now, asked, undefined).kind).toBe(kind);
  });

  test("is of the kind that a person chose, whatever else speaks for another", () => {
    const asked = { path: "annex-9/clause-1", words: "3 жұмыс күні ішінде", entry: unread("money") };
    expect(prefilled(act, now, asked, "refusal")).toEqual({ kind: "refusal", values: {} });
  });

  test("has what all rules beside it say, and not what one of them says otherwise", () => {
    const beside = now.service.reading.candidates.filter(({ kind }) => kind === "refusal");
    const stages = new Set(beside.map((one) => ("stage" in one ? one.stage : undefined)));
    expect(stages.size).toBeGreaterThan(0);
    const [first] = beside;
    const path = `${first?.path ?? ""}x`;
    const around = beside.filter(
      (one) => one.path.split("/").slice(0, -1).join("/") === path.split("/").slice(0, -1).join("/"),
    );
    const { values } = prefilled(act, now, { path, words: "өзге негіз" }, "refusal");
    const own = new Set(around.map((one) => ("stage" in one ? one.stage : undefined)));
    expect(values["stage"]).toBe(own.size === 1 ? [...own][0] : undefined);
  });
});
