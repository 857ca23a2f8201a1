import { numbered, type Act, type Block, type Part, type TableRow } from "../act.ts";
import type { Said } from "../expected.ts";
import type { Random } from "../random.ts";
import { Sheet } from "./sheet.ts";
import type { Writer } from "./writer.ts";

/** Markdown as public collections of acts carry it: stamps as quotations, tables in HTML. */
export const markdown: Writer = {
  id: "markdown",
  ending: "md",
  write(act: Act, random: Random): Sheet {
    const sheet = new Sheet();
    const manner = { italic: random.chance(0.8), anchored: random.chance(0.3) };
    for (const [block, service] of numbered(act)) {
      sheet.service = service;
      put(sheet, block, manner);
      sheet.line("");
    }
    return sheet;
  },
};

interface Manner {
  readonly italic: boolean;
  readonly anchored: boolean;
}

function put(sheet: Sheet, block: Block, manner: Manner): void {
  switch (block.is) {
    case "heading":
      sheet.line(...between(block.lines.map((line) => headed(line, block))));
      break;
    case "stamp":
      sheet.line(...quoted(block.lines, manner.italic));
      break;
    case "signature":
      sheet.line(...between(block.lines.map((line) => `**${line}**`)));
      break;
    case "note":
      sheet.line(`> *Ескерту. ${block.text}*`);
      break;
    case "clause":
      if (manner.anchored) sheet.line(`<a id="an${sheet.service}_p${block.number}"></a>`, "");
      clause(sheet, block.number, block.parts);
      break;
    case "paragraph":
      sheet.put(block.said);
      break;
    case "table":
      table(sheet, block.rows, block.title);
      break;
    case "blank":
      sheet.line(...(block.fenced ? ["```", ...block.lines, "```"] : between(block.lines)));
      break;
  }
}

/** With an empty line between one and the next. */
const between = (lines: readonly string[]): string[] =>
  lines.flatMap((line, index) => (index === 0 ? [line] : ["", line]));

function headed(line: string, { level, mark }: Block & { is: "heading" }): string {
  if (mark === "bare") return line;
  return mark === "bold" ? `**${line}**` : `${"#".repeat(level)} ${line}`;
}

const quoted = (lines: readonly string[], italic: boolean): string[] =>
  lines.map((line, index) => `> ${italic ? `*${line}*` : line}${index === lines.length - 1 ? "" : "  "}`);

function clause(sheet: Sheet, number: string, parts: readonly Part[]): void {
  const margin = " ".repeat(number.length + 2);
  parts.forEach(({ mark, said }, index) => {
    if (index > 0) sheet.line("");
    const head = index === 0 ? `${number}. ` : margin;
    sheet.put(said, { first: mark === undefined ? head : `${head}${mark} ` });
  });
}

function table(sheet: Sheet, rows: readonly TableRow[], title: string | undefined): void {
  sheet.line("<table>");
  const width = Math.max(...rows.map((row) => row.length));
  if (title !== undefined) sheet.line("<tr>", `<td colspan="${width}">${title}</td>`, "</tr>");
  for (const row of rows) {
    sheet.line("<tr>");
    for (const cell of row) putCell(sheet, cell);
    sheet.line("</tr>");
  }
  sheet.line("</table>");
}

function putCell(sheet: Sheet, cell: readonly Said[]): void {
  const [only] = cell;
  if (only === undefined) {
    sheet.line("<td></td>");
    return;
  }
  if (cell.length === 1) {
    sheet.put(only, { first: "<td>", after: "</td>" });
    return;
  }
  sheet.line("<td>");
  for (const said of cell) sheet.put(said);
  sheet.line("</td>");
}
