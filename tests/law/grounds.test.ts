import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { receiptOf } from "../../src/library/receipt.ts";
import type { Reason, Verdict } from "../../src/model/verdict.ts";
import type { Rule } from "../../src/model/rule.ts";
import { book, HOURS, judged } from "./made-books.ts";

const found = (...facts: string[]): { fact: string; holds: boolean; by: string; at: string }[] =>
  facts.map((fact) => ({ fact, holds: true, by: "an officer", at: "2026-02-02T10:00" }));
const against = ({ reasons }: Verdict): Reason[] => reasons.filter(({ outcome }) => outcome === "fail");

describe("the grounds of every service (Law on public services, art. 19-1(2))", () => {
  it("a request of kz-mz-2020-49/1 with untrue papers is refused on the first, which its regulation does not list", () => {
    const request = {
      service: "kz-mz-2020-49/1",
      channel: "portal" as const,
      submitted: "2024-02-05T10:00",
      findings: found("finding.documentsUntrue"),
      facts: { "applicant.personType": "natural-person", "request.aboutAnotherPerson": false },
      documents: [{ type: "electronic-request" }],
    };
    const withLaw = openLibrary({ law: "beneath" }).judge(request);
    expect(withLaw.verdict).toBe("refuse");
    expect(against(withLaw).map(({ rule, law }) => [rule, law])).toEqual([["kz-law/zgu/19-1-2-1", "surely"]]);
    const without = openLibrary().judge(request);
    expect(without.verdict).not.toBe("refuse");
    expect(without.ignored).toContainEqual({ pointer: "/findings/0", why: "unknown-fact" });
  });

  it.each([
    ["finding.documentsUntrue", "1"],
    ["finding.doesNotMeetRequirements", "2"],
    ["finding.negativeAnswer", "3"],
    ["finding.bannedByCourt", "4"],
    ["finding.deprivedOfSpecialRight", "5"],
    ["finding.noConsentToRestrictedData", "6"],
  ])("%s is ground %s", (fact, number) => {
    const verdict = judged(book([HOURS]), { submitted: "2026-02-02T10:00", findings: found(fact) });
    expect(verdict.verdict).toBe("refuse");
    expect(against(verdict)[0]).toMatchObject({
      rule: `kz-law/zgu/19-1-2-${number}`,
      cite: `ЗГУ, ст. 19-1(2)${number})`,
    });
    expect(against(verdict)[0]?.quote).toBeDefined();
  });

  it("that nobody asserts counts as not held and is listed as open", () => {
    const verdict = judged(book([HOURS]), { submitted: "2026-02-02T10:00" });
    expect(verdict.verdict).toBe("admit");
    expect(verdict.openFindings).toHaveLength(6);
  });

  it("the sixth is none before March 2022, and perhaps one in that month", () => {
    const findings = found("finding.noConsentToRestrictedData");
    const on = (submitted: string): Verdict => judged(book([HOURS]), { submitted, findings });
    expect(on("2022-02-28T10:00").verdict).toBe("admit");
    expect(against(on("2022-03-01T10:00"))[0]?.law).toBe("perhaps");
    expect(against(on("2022-04-01T10:00"))[0]?.law).toBe("surely");
  });

  it("there is none before May 2016", () => {
    const findings = found("finding.documentsUntrue");
    expect(judged(book([HOURS]), { submitted: "2016-04-29T10:00", findings }).verdict).toBe("admit");
    expect(judged(book([HOURS]), { submitted: "2016-06-01T10:00", findings }).verdict).toBe("refuse");
  });

  it("are not those of a licence, which has its own (art. 19-1(4); Law on permits, art. 32(1))", () => {
    const licence = book([HOURS], { law: { country: "kz", scope: "licence" } });
    const on = (fact: string): Verdict =>
      judged(licence, { submitted: "2026-02-02T10:00", findings: found(fact) });
    expect(on("finding.doesNotMeetRequirements").verdict).toBe("admit");
    expect(against(on("finding.feeUnpaid")).map(({ rule }) => rule)).toEqual(["kz-law/zru/32-1-fee"]);
  });
});

describe("refusal of intake (art. 19, second part)", () => {
  const paper: Rule = { id: "made/paper", kind: "document", document: "identity-document", cite: "clause 8" };
  const on = (submitted: string, documents: { type: string; validUntil?: string }[]): Verdict =>
    judged(book([HOURS, paper]), { submitted, documents });

  it("papers that are missing are no ground of the regulation's alone", () => {
    const verdict = on("2026-02-02T10:00", []);
    expect(verdict.verdict).toBe("incomplete");
    expect(against(verdict).map(({ rule }) => rule)).toContain("kz-law/zgu/19-incomplete");
    expect(against(verdict).map(({ rule }) => rule)).not.toContain("kz-law/zgu/19-expired");
  });

  it("nor are those that have expired", () => {
    const verdict = on("2026-02-02T10:00", [{ type: "identity-document", validUntil: "2026-02-01" }]);
    expect(against(verdict).map(({ rule }) => rule)).toEqual(["made/paper", "kz-law/zgu/19-expired"]);
  });

  it("the corporation's own is cited where the corporation takes the papers, the expired from 2019 on (art. 20(2))", () => {
    const rules = (submitted: string): string[] =>
      against(judged(book([HOURS, paper]), { submitted, documents: [], channel: "corporation" })).map(
        ({ rule }) => rule,
      );
    expect(rules("2026-02-02T10:00")).toContain("kz-law/zgu/20-2-incomplete");
    expect(against(on("2026-02-02T10:00", [])).map(({ rule }) => rule)).not.toContain(
      "kz-law/zgu/20-2-incomplete",
    );
  });
});

describe("a verdict says whether the general law judged", () => {
  it("which one, in the verdict and in its receipt; left out, that it was; of no country, nothing", () => {
    const request = { service: "made", channel: "portal" as const, submitted: "2026-02-02T10:00" };
    const under = judged(book([HOURS]), request);
    expect(under.rulebook.law).toMatchObject({ country: "kz" });
    expect(receiptOf(request, under, "v").rulebook.law).toMatch(/^[0-9a-f]{64}$/);
    const without = judged(book([HOURS]), request, "left-out");
    expect(without.rulebook.law).toBe("left-out");
    expect(without.openFindings).toEqual([]);
    expect(receiptOf(request, without, "v").rulebook.law).toBeUndefined();
    const nowhere = { id: "made", zone: "Asia/Almaty", rules: [HOURS] };
    expect(judged(nowhere, request, "left-out").rulebook.law).toBeUndefined();
    expect(judged(book([HOURS], { law: "none" }), request).rulebook.law).toBeUndefined();
  });
});
