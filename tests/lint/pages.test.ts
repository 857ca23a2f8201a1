import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LINTS } from "../../src/lint/lints.ts";
import { LINT_WORDING } from "../../src/report/lint/wording.ts";

const folder = new URL("../../docs/lints/", import.meta.url);

describe("the pages of explanation", () => {
  it("are one for each lint and no others", () => {
    const pages = readdirSync(folder).map((name) => name.replace(/\.md$/u, ""));
    expect(pages.sort()).toEqual(LINTS.map(({ code }) => code).sort());
  });

  it.each(LINTS.map(({ code }) => code))(
    "%s: a title, its code, why, what is found and what is not, what to do",
    (code) => {
      const page = readFileSync(new URL(`${code}.md`, folder), "utf8");
      for (const part of [/^# \S/u, "**Why it matters.**", "**Found:**", "**Not found:**", "**What to do.**"])
        expect(page).toMatch(part);
      expect(page).toContain(`lint/${code}`);
    },
  );
});

it.each(["kk", "ru", "en"] as const)("every lint has its sentence in %s", (language) => {
  const missing = LINTS.filter(({ code }) => LINT_WORDING[language].codes[code] === undefined);
  expect(missing).toEqual([]);
});
