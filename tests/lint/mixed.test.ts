import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openDraft } from "../../src/desk/open-draft.ts";
import { lintParts } from "../../src/lint/lint-parts.ts";
import { LINTS } from "../../src/lint/lints.ts";
import type { Finding } from "../../src/model/finding.ts";

/** Clause 2 has a number in figures and another in words; both languages call the portal by the same short name. */
const KAZAKH = [
  "1. Өтініш «электрондық үкімет» веб-порталы (бұдан әрі – портал) арқылы беріледі.",
  "2. Көрсетілетін қызметті беруші өтінішті портал арқылы түскен күннен бастап 5 (алты) жұмыс күні ішінде қарайды.",
  "3. Көрсетілетін қызметті алушы нәтижені портал арқылы алады және оған қол қояды.",
];
/** Clause 2 has the same fault; behind it comes clause 4. */
const RUSSIAN = [
  "1. Заявление подается через веб-портал «электронного правительства» (далее – портал).",
  "2. Услугодатель рассматривает заявление в течение 5 (шести) рабочих дней со дня его поступления через портал.",
  "4. Услугополучатель получает результат через портал и расписывается за него.",
];

async function lintOf(text: string): Promise<readonly Finding[]> {
  const { drafts } = await openDraft({ name: "act.md", bytes: new TextEncoder().encode(text) }, ".");
  return lintParts(drafts, LINTS);
}

const placesOf = (findings: readonly Finding[]): readonly unknown[] =>
  findings.map(({ code, because }) => [code, because?.[0]?.path, because?.[0]?.quote.slice(0, 8)]);

describe("lint of a file in two languages", () => {
  const number = ["lint/number-words-differ", "clause-2", "5 (алты)"];
  const russian = [
    ["lint/number-words-differ", "ru/clause-2", "5 (шести"],
    ["lint/numbering", "ru/clause-4", "Услугопо"],
  ];

  it.each([
    ["Kazakh then Russian", [...KAZAKH, ...RUSSIAN].join("\n\n")],
    ["by turns", KAZAKH.map((clause, index) => `${clause}\n\n${RUSSIAN[index] ?? ""}`).join("\n\n")],
    [
      "side by side",
      `<table>\n${KAZAKH.map((clause, index) => `<tr><td>${clause}</td><td>${RUSSIAN[index] ?? ""}</td></tr>`).join("\n")}\n</table>`,
    ],
  ])("looks at each by its own words and numbers: %s", async (_, text) => {
    const findings = await lintOf(text);
    expect(placesOf(findings)).toEqual([number, ...russian]);
    for (const { where, because } of findings)
      expect(where).toMatchObject({ in: "text", path: because?.[0]?.path });
  });

  it("finds the same in a file of one language, under its own paths", async () => {
    expect(placesOf(await lintOf(KAZAKH.join("\n\n")))).toEqual([number]);
    expect(placesOf(await lintOf(RUSSIAN.join("\n\n")))).toEqual(
      russian.map(([code, path = "", quote]) => [code, path.replace("ru/", ""), quote]),
    );
  });

  it("tells findings in the order of the file, whichever language comes first", async () => {
    const [last, ...others] = KAZAKH.toReversed();
    const long = [...others.toReversed(), `${last ?? ""} ${"Нәтиже бір жыл бойы сақталады. ".repeat(10)}`];
    expect(placesOf(await lintOf([...RUSSIAN, ...long].join("\n\n")))).toEqual([...russian, number]);
  });
});

/** Findings with their places moved, and without the language that paths of a part begin with. */
const told = (findings: readonly Finding[], moved: number): readonly string[] =>
  findings
    .map(({ code, severity, because = [], details }) =>
      JSON.stringify([
        code,
        severity,
        details,
        because.map(({ path, cite, quote, spans }) => [
          path.replace(/^(?:ru|kk)\//u, ""),
          cite,
          quote,
          spans.map(({ start, end }) => [start + moved, end + moved]),
        ]),
      ]),
    )
    .sort();

it("finds in two acts put together what it finds in each", async () => {
  const [kazakh, russian] = ["94652-kaz", "94652-rus"].map((name) =>
    readFileSync(new URL(`../fixtures/acts/${name}.md`, import.meta.url), "utf8"),
  ) as [string, string];
  for (const [one, other] of [
    [kazakh, russian],
    [russian, kazakh],
  ] as const) {
    const together = await lintOf(`${one}\n\n${other}`);
    const apart = [...told(await lintOf(one), 0), ...told(await lintOf(other), one.length + 2)];
    expect(apart.length).toBeGreaterThan(10);
    expect(told(together, 0)).toEqual(apart.toSorted());
    const starts = together.map(({ where }) => (where.in === "text" ? where.span.start : Infinity));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  }
});
