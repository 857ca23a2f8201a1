import { describe, expect, it } from "vitest";
import { outline } from "../../src/reading.ts";
import { rowDoubtsText } from "../../src/report/extract/row-doubts.ts";
import { scoredFiles } from "../gold/read-gold.ts";

/** Rows of the standard form, in its order: number, label and cell. */
const ROWS: readonly (readonly [number: string, label: string, cell: string])[] = [
  ["1", "Көрсетілетін қызметті берушінің атауы", "Министрлік"],
  ["2", "Мемлекеттік қызметті ұсыну тәсілдері", "Портал арқылы"],
  ["3", "Мемлекеттік қызмет көрсету мерзімі", "3 жұмыс күн"],
  ["4", "Мемлекеттік қызмет көрсету нысаны", "Қағаз түрінде"],
  ["5", "Мемлекеттік қызмет көрсету нәтижесі", "Рұқсат"],
  ["6", "Төлем мөлшері", "Тегін"],
  ["7", "Жұмыс графигі", "Дүйсенбіден жұмаға дейін 9.00-ден 18.00-ге дейін"],
  ["8", "Мемлекеттік қызметті көрсету үшін қажетті құжаттардың тізбесі", "өтініш"],
];

/** The findings on a table in which rows by their place in the form are others. */
function findingsOn(changed: Readonly<Record<number, readonly [string, string, string]>> = {}) {
  const rows = ROWS.map((row, index) => changed[index + 1] ?? row);
  const act = [
    "# «Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларын бекіту туралы",
    "Балық министрінің 2024 жылғы 1 наурыздағы № 7 бұйрығына 1-қосымша",
    "**«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидалары**",
    "**1-тарау. Жалпы ережелер**",
    "1. Көл туралы.",
    "«Балық аулауға рұқсат беру» мемлекеттік қызметін көрсету қағидаларына 1-қосымша",
    ["| № | Талап | Мазмұны |", "| --- | --- | --- |", ...rows.map((row) => `| ${row.join(" | ")} |`)].join(
      "\n",
    ),
  ].join("\n\n");
  return outline(new TextEncoder().encode(act), { file: "act.md" }).findings.filter(
    ({ code }) => code === "structure/row-signs-disagree",
  );
}
const detailsOn = (...args: Parameters<typeof findingsOn>): unknown[] =>
  findingsOn(...args).map(({ details }) => details);

const CITE = "бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, кесте";

describe("a row of requirements whose signs disagree", () => {
  it("is told by none of the rows of the standard form", () => {
    expect(detailsOn()).toEqual([]);
  });

  it("by its number, which is no other's: 44 for 4", () => {
    expect(detailsOn({ 4: ["44", "Мемлекеттік қызмет көрсету нысаны", "Қағаз түрінде"] })).toEqual([
      { cite: `${CITE} 44-жол`, readAs: "form", number: "44", due: 4 },
    ]);
  });

  it("by a cell that holds what another row is about", () => {
    expect(detailsOn({ 3: ["3", "Мемлекеттік қызмет көрсету мерзімі", "Тегін"] })).toEqual([
      { cite: `${CITE} 3-жол`, readAs: "term", cell: ["fee"] },
    ]);
  });

  it("by a label that says otherwise than cell and place, which decide", () => {
    const [details] = detailsOn({ 6: ["6", "Көрсету мерзімі", "Тегін, айлық есептік көрсеткіш төленбейді"] });
    expect(details).toMatchObject({ cite: `${CITE} 6-жол` });
    // Whichever decides, the other is told.
    const { readAs, label, cell } = details as { readAs: string; label?: string; cell?: string[] };
    expect(readAs === "fee" ? label : cell).toEqual(readAs === "fee" ? "term" : ["fee"]);
  });

  it("stands at its label in the file, and is worded with its citation in three languages", () => {
    const findings = findingsOn({ 4: ["44", "Мемлекеттік қызмет көрсету нысаны", "Қағаз түрінде"] });
    expect(findings[0]?.where).toMatchObject({ in: "text", path: "annex-1/annex-1/table/row-44" });
    expect(rowDoubtsText(findings, "en")).toBe(
      `Rows of requirements whose signs disagree: 1\n  • annex 1 to the Rules (annex 1 to the order), table, row 44: numbered 44 where 4 is due; read as «form»\n`,
    );
    for (const lang of ["kk", "ru"] as const) expect(rowDoubtsText(findings, lang)).toContain("44");
    expect(rowDoubtsText([], "en")).toBe("");
  });

  it("is in no table of the acts whose gold was read by people but where a row is numbered 44 for 4", () => {
    const doubts = [...scoredFiles("corpus"), ...scoredFiles("acts")].flatMap(({ reading }) =>
      reading.findings
        .filter(({ code }) => code.startsWith("structure/"))
        .map(({ details }) => [reading.file, details?.["number"], details?.["due"]]),
    );
    expect(doubts).toEqual([["143369-rus.md", "44", 4]]);
  });
});
