import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import WORDS from "../../src/web/opening-words.json" with { type: "json" };

const source = join(import.meta.dirname, "../../src");

it("words about opening acts are told in three languages, each with the same values", () => {
  for (const [key, told] of Object.entries(WORDS)) {
    expect(Object.keys(told), key).toEqual(["kk", "ru", "en"]);
    const values = Object.values(told).map((words) => (words.match(/\{\d\}/gu) ?? []).join());
    expect(new Set(values).size, key).toBe(1);
    for (const words of Object.values(told)) expect(words.trim(), key).not.toBe("");
  }
});

it("words about opening acts are all used", () => {
  const code = (readdirSync(source, { recursive: true }) as string[])
    .filter((file) => /^(?:web|server|desk)\/.*\.tsx?$/u.test(file))
    .map((file) => readFileSync(join(source, file), "utf8"))
    .join("\n");
  // Names of fields, states and faults are put together from values that the compiler holds against this list.
  const unused = Object.keys(WORDS).filter(
    (key) => !/^(?:field|state|fault|hint)\./u.test(key) && !code.includes(`"${key}"`),
  );
  expect(unused).toEqual([]);
});
