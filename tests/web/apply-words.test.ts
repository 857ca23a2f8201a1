import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import WORDS from "../../src/web/apply/apply-words.json" with { type: "json" };

const source = join(import.meta.dirname, "../../src");

it("words of the pages for applicants are told in three languages, each with the same values", () => {
  for (const [key, told] of Object.entries(WORDS)) {
    expect(Object.keys(told), key).toEqual(["kk", "ru", "en"]);
    const values = Object.values(told).map((words) => (words.match(/\{\d\}/gu) ?? []).sort().join());
    expect(new Set(values).size, key).toBe(1);
    for (const words of Object.values(told)) expect(words.trim(), key).not.toBe("");
  }
});

it("words of the pages for applicants are all used", () => {
  const code = (readdirSync(source, { recursive: true }) as string[])
    .filter((file) => /^(?:web|server)\/apply\/.*\.tsx?$/u.test(file))
    .map((file) => readFileSync(join(source, file), "utf8"))
    .join("\n");
  // Those of verdicts are put together from a value that the compiler holds against this list.
  const unused = Object.keys(WORDS).filter((key) => !key.startsWith("answer.") && !code.includes(`"${key}"`));
  expect(unused).toEqual([]);
});
