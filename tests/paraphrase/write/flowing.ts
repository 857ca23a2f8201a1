import { numbered, type Act, type Block, type TableRow } from "../act.ts";
import { says } from "../expected.ts";
import type { Random } from "../random.ts";
import { straight } from "./plain.ts";
import { Sheet } from "./sheet.ts";
import type { Writer } from "./writer.ts";

const WIDTH = 88;
const CELL = 36;

/** A page read without its layout: lines of a width, no indents, cells one after another, pages marked. */
export const flowing: Writer = {
  id: "flowing",
  ending: "txt",
  write(act: Act, random: Random): Sheet {
    const sheet = new Sheet(random.chance(0.5) ? straight : undefined);
    const pageEvery = random.int(45, 55);
    let page = 1;
    for (const [block, service] of numbered(act)) {
      sheet.service = service;
      put(sheet, block);
      if (sheet.lines.length > page * pageEvery) sheet.line(`${++page}`, "\f");
    }
    return sheet;
  },
};

function put(sheet: Sheet, block: Block): void {
  switch (block.is) {
    case "heading":
      for (const line of block.lines) sheet.put(says(line), { width: WIDTH });
      sheet.line("");
      break;
    case "stamp":
    case "signature":
    case "blank":
      sheet.line(...block.lines, "");
      break;
    case "note":
      sheet.put(says(`Ескерту. ${block.text}`), { width: WIDTH });
      break;
    case "clause":
      block.parts.forEach(({ mark, said }, index) => {
        const head = `${index === 0 ? `${block.number}. ` : ""}${mark === undefined ? "" : `${mark} `}`;
        sheet.put(said, { first: head, width: WIDTH });
      });
      break;
    case "paragraph":
      sheet.put(block.said, { width: WIDTH });
      break;
    case "table":
      table(sheet, block.rows, block.title);
      break;
  }
}

function table(sheet: Sheet, rows: readonly TableRow[], title: string | undefined): void {
  if (title !== undefined) sheet.put(says(title), { width: WIDTH });
  sheet.line("");
  for (const row of rows)
    for (const cell of row) {
      for (const said of cell) sheet.put(said, { width: CELL });
      if (cell.length > 0) sheet.line("");
    }
}
