import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tarmaq } from "../journeys/tarmaq.ts";
import { readLaw } from "../../src/files/read-law.ts";
import type { Verdict } from "../../src/model/verdict.ts";

const folder = mkdtempSync(join(tmpdir(), "law-command-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A request of kz-mz-2020-49/1 with a finding, in a file. */
const request = join(folder, "request.json");
const finding = { fact: "finding.documentsUntrue", holds: true, by: "n", at: "2026-02-02T10:00" };
writeFileSync(
  request,
  JSON.stringify({
    service: "kz-mz-2020-49/1",
    channel: "portal",
    submitted: "2026-02-02T10:00",
    findings: [finding],
  }),
);

const check = (...more: string[]): { status: number | null; stdout: string; verdict: Verdict } => {
  const { status, stdout } = tarmaq("check", request, "--format", "json", ...more);
  return { status, stdout, verdict: JSON.parse(stdout) as Verdict };
};

describe("tarmaq check", () => {
  it("judges with the general law beneath: untrue papers are a ground of every service (art. 19-1(2)1)", () => {
    const { status, verdict } = check();
    expect([status, verdict.verdict, verdict.rulebook.law]).toEqual([
      1,
      "refuse",
      expect.objectContaining({ country: "kz" }),
    ]);
    expect(tarmaq("check", request, "--lang", "ru").stdout).toContain("ЗГУ, ст. 19-1(2)1), общий закон");
    // A letter names the law as lawyers do.
    expect(tarmaq("check", request, "--letter", "--lang", "kk").stdout).toContain(
      "№ 88-V Қазақстан Республикасы Заңының 19-1-бабының 2-тармағының 1) тармақшасы",
    );
  });

  it("leaves it out where that is asked for, and says so", () => {
    const { verdict } = check("--without-law");
    expect([verdict.verdict, verdict.rulebook.law]).toEqual(["undetermined", "left-out"]);
    expect(tarmaq("check", request, "--without-law", "--lang", "en").stdout).toContain("was left out");
  });

  it("replays a verdict as it was made, with the law or without", () => {
    for (const more of [[], ["--without-law"]]) {
      const file = join(folder, `verdict${more.length}.json`);
      writeFileSync(file, check(...more).stdout);
      expect(tarmaq("replay", file, request)).toMatchObject({ status: 0 });
    }
  });
});

describe("tarmaq rules show --with-law", () => {
  it("prints a service with every provision beneath it, its citation and words, in every language", () => {
    const law = readLaw("kz");
    const provisions = (law?.books ?? [])
      .flatMap(({ rules }) => rules)
      .filter((each) => !("scope" in each) || each.scope === "service");
    for (const language of ["kk", "ru", "en"] as const) {
      const { status, stdout } = tarmaq("rules", "show", "kz-mz-2020-49/1", "--with-law", "--lang", language);
      expect(status).toBe(0);
      const flat = stdout.replaceAll(/\s+/gu, " ");
      for (const { cite, cites, words } of provisions) {
        expect(flat).toContain(`${cites?.[language] ?? cite} ·`);
        const said = words[language] ?? Object.values(words)[0];
        if (said !== undefined) expect(flat).toContain(`«${said}»`);
      }
    }
    expect(tarmaq("rules", "show", "kz-mz-2020-49/1", "--lang", "en").stdout).not.toContain("APPC");
  });

  it("gives them as JSON as well; where no law lies beneath, says so", () => {
    const { stdout } = tarmaq("rules", "show", "kz-mz-2020-49/1", "--with-law", "--format", "json");
    const { beneath } = JSON.parse(stdout) as { beneath: { id: string }[] };
    expect(beneath.map(({ id }) => id)).toContain("kz-law/zgu/19-1-2-6");
    const file = join(folder, "nowhere.json");
    writeFileSync(file, JSON.stringify({ id: "nowhere", rules: [] }));
    expect(tarmaq("rules", "show", "nowhere", "--rules", file, "--with-law")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("no general law lies beneath nowhere") as string,
    });
  });
});
