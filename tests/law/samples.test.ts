import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { readRequest } from "../../src/files/read-request.ts";
import type { Reason, Verdict } from "../../src/model/verdict.ts";

const folder = join(import.meta.dirname, "../fixtures/check");
const beneath = openLibrary({ law: "beneath" });
const alone = openLibrary();
const samples = readdirSync(folder).flatMap((service) =>
  readdirSync(join(folder, service)).map((name) => `${service}/${name}`),
);
const requestOf = (sample: string): ReturnType<typeof readRequest> =>
  readRequest(join(folder, sample, "request.json"));

/** What of the general law stands against a sample, or cannot be told of it. */
const standing = ({ reasons }: Verdict): string[] =>
  reasons
    .filter(({ law, outcome }: Reason) => law !== undefined && outcome !== "pass")
    .map(({ rule, outcome }) => `${rule.replace("kz-law/", "")} ${outcome}`);

/** The samples of which docs/decisions/general-law.md says what the law adds: `| sample | provisions |`. */
const page = readFileSync(join(import.meta.dirname, "../../docs/decisions/general-law.md"), "utf8");
const listed = new Map(
  page
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .flatMap(([, sample = "", said = ""]) => (said.startsWith("zgu/") ? [[sample, said] as const] : [])),
);

describe("the samples of the rulebooks, judged with the general law beneath and without", () => {
  it.each(samples)("%s: the same verdict and due times; what the law adds is on the page", (sample) => {
    const [under, without] = [beneath.judge(requestOf(sample)), alone.judge(requestOf(sample))];
    expect(under.verdict).toBe(without.verdict);
    expect(under.undetermined).toEqual(without.undetermined);
    expect(under.missingDocuments).toEqual(without.missingDocuments);
    expect(under.deadlines.map(({ rule, start, due }) => [rule, start, due])).toEqual(
      without.deadlines.map(({ rule, start, due }) => [rule, start, due]),
    );
    expect(under.reasons.slice(0, without.reasons.length)).toEqual(without.reasons);
    expect(standing(under).join(", ")).toBe(listed.get(sample) ?? "");
  });

  it("the page lists no sample that there is not", () => {
    for (const sample of listed.keys()) expect(samples).toContain(sample);
    expect(listed.size).toBeGreaterThan(0);
  });

  it("with untrue papers found each of 2017 and later is refused on art. 19-1(2)1, whatever its regulation lists", () => {
    const late = samples.filter((sample) => requestOf(sample).submitted >= "2017");
    for (const sample of late) {
      const request = requestOf(sample);
      const finding = { fact: "finding.documentsUntrue", holds: true, by: "n", at: request.submitted };
      const { verdict, reasons } = beneath.judge({ ...request, findings: [finding] });
      expect(verdict).toBe("refuse");
      expect(reasons.find(({ rule }) => rule === "kz-law/zgu/19-1-2-1")?.outcome).toBe("fail");
    }
  });
});
