import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openParity, sideOf } from "../../src/desk/open-parity.ts";
import { readAct } from "../../src/desk/read-act.ts";
import { faults } from "../../src/files/validate.ts";
import type { Candidate } from "../../src/model/rule.ts";
import { pairBlocks } from "../../src/parity/pair-blocks.ts";
import { parity } from "../../src/parity/parity.ts";
import { parityHtml } from "../../src/report/parity/html.ts";
import { parityReport } from "../../src/report/parity/json.ts";
import { parityText } from "../../src/report/parity/text.ts";
import { readOtherwise } from "../../src/twin/read-otherwise.ts";

const KAZAKH =
  "1. Көрсетілетін қызметті беруші құжаттарды бес жұмыс күні ішінде қарайды және жауап береді.\n";
const RUSSIAN = "1. Услугодатель рассматривает документы в течение пяти рабочих дней и дает ответ.\n";
const SIX_DAYS = RUSSIAN.replace("пяти", "шести");

const textOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** The two texts as read, the rules of each changed as if they had been misread. */
async function held(
  russian: string,
  misread: { readonly kazakh?: Partial<Candidate>; readonly russian?: Partial<Candidate> },
  isOneVersion = true,
) {
  const [one, other] = await Promise.all(
    [textOf("kaz.md", KAZAKH), textOf("rus.md", russian)].map(({ name, bytes }) =>
      readAct(bytes, { file: name }, name),
    ),
  );
  if (one === undefined || other === undefined) throw new Error("two texts were read");
  const [here, there] = [sideOf(one), sideOf(other)];
  const as = (rules: readonly Candidate[], change: Partial<Candidate> = {}): readonly Candidate[] =>
    rules.map((rule) => ({ ...rule, ...change }) as Candidate);
  const told = { ...parity(here, there), isOneVersion };
  const [ours, theirs] = [as(one.candidates, misread.kazakh), as(other.candidates, misread.russian)];
  const pairs = pairBlocks(here, there);
  // Whoever reads a rule twice at one place is told once.
  return readOtherwise([...ours, ...ours], [...theirs, ...theirs], pairs, told);
}

describe("two readings of words that say the same", () => {
  it("is to be looked at where they come to two values, once a place", async () => {
    const found = await held(RUSSIAN, {
      kazakh: { subject: "step" },
      russian: { subject: "response" },
    });
    expect(found).toMatchObject([
      {
        kind: "deadline",
        otherwise: [{ field: "subject", here: "step", there: "response" }],
        first: [{ document: "kaz.md", path: "clause-1" }],
        second: [{ document: "rus.md", path: "clause-1" }],
      },
    ]);
  });

  it.each([
    ["they come to the same", RUSSIAN, {}, true],
    ["only one says anything of it", RUSSIAN, { russian: { channel: "portal" } }, true],
    [
      "the words differ there, which is told",
      SIX_DAYS,
      { kazakh: { subject: "step" }, russian: { subject: "response" } },
      true,
    ],
    [
      "the texts are of two days",
      RUSSIAN,
      { kazakh: { subject: "step" }, russian: { subject: "response" } },
      false,
    ],
  ] as const)("is silent where %s", async (_, russian, misread, isOneVersion) => {
    expect(await held(russian, misread as Parameters<typeof held>[1], isOneVersion)).toEqual([]);
  });

  it("is told in text, on the page and in JSON, and is no difference", async () => {
    const { result, locate } = await openParity(textOf("kaz.md", KAZAKH), textOf("rus.md", RUSSIAN), ".");
    expect([result.differences, result.readOtherwise]).toEqual([[], []]);
    expect(parityText(result, locate, "en")).not.toContain("To be looked at");
    const cited = (document: string) => [
      { document, path: "clause-1", cite: "", quote: "1", spans: [{ start: 3, end: 9 }] },
    ];
    const otherwise = [{ field: "subject", here: "step", there: "response" }] as const;
    const looked = {
      ...result,
      readOtherwise: [
        { kind: "deadline", otherwise, first: cited("kaz.md"), second: cited("rus.md") },
      ] as const,
    };
    expect(faults("parity", parityReport(looked, locate))).toEqual([]);
    for (const words of [parityText(looked, locate, "en"), parityHtml(looked, locate, "en")]) {
      expect(words).toContain("To be looked at");
      expect(words).toMatch(/kaz\.md:1:4 ↔ rus\.md:1:4: .*: in Kazakh – .*, in Russian – /u);
    }
  });
});

it.each(["94652", "140664-2025"])(
  "is silent in %s, where the readings differ in words alone",
  async (act) => {
    const folder = join(import.meta.dirname, "../fixtures/acts");
    const { result } = await openParity(`${act}-kaz.md`, `${act}-rus.md`, folder);
    expect(result.readOtherwise).toEqual([]);
  },
);
