import { describe, expect, it } from "vitest";
import { against } from "../../src/amend/against.ts";
import { AMEND_LANGUAGES } from "../../src/language/amend-words.ts";
import { outlined } from "./amended.ts";

const held = (ours: string, theirs: string, code: "kk" | "ru"): readonly string[] =>
  against(
    outlined(ours).tree,
    outlined(theirs).tree,
    "published.md",
    AMEND_LANGUAGES[code]!.words,
  ).differences.map(({ is }) => is);

const act = (...clauses: readonly string[]): string => ["# Ереже", ...clauses].join("\n\n");

describe("a text held against a published one", () => {
  it.each([
    ["kk", "бір", "екі", "2. Карта {0} жылға беріледі. Алып жүру міндетті."],
    ["ru", "один", "два", "2. Карта выдается на {0} год. Исключение составляют гости."],
  ] as const)(
    "is no other for a sentence that begins like the words for what is gone: %s",
    (code, one, two, line) => {
      const told = [one, two].map((amount) => act("1. Жалпы.", line.replace("{0}", amount), "3. Соңы."));
      expect(held(told[0]!, told[1]!, code)).toEqual(["differs"]);
      expect(held(told[0]!, told[0]!, code)).toEqual([]);
    },
  );

  it.each([
    ["kk", "2. Алып тасталды (№ 1, 1-тармақ).", "2. Алып тасталды – Министрдің 06.06.2021 № 1 бұйрығымен."],
    [
      "ru",
      "2. Исключен в соответствии с изменениями (№ 1, п. 1).",
      "2. Исключен приказом Министра от 06.06.2021 № 1.",
    ],
  ] as const)("says the same of what is gone, however that is noted: %s", (code, ours, theirs) => {
    expect(held(act("1. Жалпы.", ours, "3. Соңы."), act("1. Жалпы.", theirs, "3. Соңы."), code)).toEqual([]);
    expect(
      held(act("1. Жалпы.", "2. Карта.", "3. Соңы."), act("1. Жалпы.", theirs, "3. Соңы."), code),
    ).toEqual(["differs"]);
  });
});
