import { numbered, type Act, type Block, type Part, type TableRow } from "../act.ts";
import type { Random } from "../random.ts";
import { Sheet } from "./sheet.ts";
import type { Writer } from "./writer.ts";

const WIDTH = 80;
const CELL = 34;
const INDENT = "      ";

/** Plain text as it comes out of a page: lines of a width, indented paragraphs, tables run out of their grid. */
export const plainText: Writer = {
  id: "plain",
  ending: "txt",
  write(act: Act, random: Random): Sheet {
    const sheet = new Sheet(straight);
    const numbersApart = random.chance(0.5);
    sheet.line("");
    for (const [block, service] of numbered(act)) {
      sheet.service = service;
      put(sheet, block, numbersApart);
    }
    return sheet;
  },
};

/** With the straight quotation marks of such texts. */
export const straight = (text: string): string => text.replace(/[«»]/gu, '"');

function put(sheet: Sheet, block: Block, numbersApart: boolean): void {
  switch (block.is) {
    case "heading":
      if (sheet.lines.at(-1) !== "") sheet.line("");
      for (const line of block.lines) sheet.put({ text: line, rules: [] }, { width: WIDTH });
      sheet.line("");
      break;
    case "stamp":
      sheet.line(" ", ...block.lines, "");
      break;
    case "signature":
      sheet.line(...block.lines.map((line) => `${INDENT}${line}`), "");
      break;
    case "note":
      sheet.put({ text: `Ескерту. ${block.text}`, rules: [] }, { first: INDENT, width: WIDTH });
      break;
    case "clause":
      clause(sheet, block.number, block.parts);
      break;
    case "paragraph":
      sheet.put(block.said, { first: INDENT, width: WIDTH });
      break;
    case "table":
      table(sheet, block.rows, block.title, numbersApart);
      break;
    case "blank":
      sheet.line(...block.lines.map((line) => `${INDENT}${line}`), "");
      break;
  }
}

function clause(sheet: Sheet, number: string, parts: readonly Part[]): void {
  parts.forEach(({ mark, said }, index) => {
    const head = `${index === 0 ? `${number}. ` : ""}${mark === undefined ? "" : `${mark} `}`;
    sheet.put(said, { first: `${INDENT}${head}`, width: WIDTH });
  });
}

function table(
  sheet: Sheet,
  rows: readonly TableRow[],
  title: string | undefined,
  numbersApart: boolean,
): void {
  if (title !== undefined) {
    sheet.put({ text: title, rules: [] }, { width: WIDTH });
    sheet.line("");
  }
  for (const row of rows) {
    row.forEach((cell, column) => {
      const isNumber = column === 0 && row.length > 2;
      for (const said of cell) {
        const [number] = row[0] ?? [];
        const before =
          column === 1 && row.length > 2 && !numbersApart ? `${number?.text ?? ""} `.trimStart() : "";
        if (!isNumber || numbersApart)
          sheet.put(said, { first: said === cell[0] ? before : "", width: CELL });
      }
      if (!isNumber) sheet.line("");
    });
  }
}
