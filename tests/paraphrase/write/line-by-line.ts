import { numbered, type Act, type Block, type TableRow } from "../act.ts";
import type { Random } from "../random.ts";
import { straight } from "./plain.ts";
import { Sheet } from "./sheet.ts";
import type { Writer } from "./writer.ts";

/** Text with one paragraph a line and no empty line between them, as it is copied from a page of a web site. */
export const lineByLine: Writer = {
  id: "line-by-line",
  ending: "txt",
  write(act: Act, random: Random): Sheet {
    const sheet = new Sheet(random.chance(0.5) ? straight : undefined);
    const tabbed = random.chance(0.4);
    for (const [block, service] of numbered(act)) {
      sheet.service = service;
      put(sheet, block, tabbed);
    }
    return sheet;
  },
};

function put(sheet: Sheet, block: Block, tabbed: boolean): void {
  switch (block.is) {
    case "heading":
    case "stamp":
    case "signature":
    case "blank":
      sheet.line(...block.lines);
      break;
    case "note":
      sheet.line(`Ескерту. ${block.text}`);
      break;
    case "clause":
      block.parts.forEach(({ mark, said }, index) => {
        sheet.put(said, {
          first: `${index === 0 ? `${block.number}. ` : ""}${mark === undefined ? "" : `${mark} `}`,
        });
      });
      break;
    case "paragraph":
      sheet.put(block.said);
      break;
    case "table":
      if (block.title !== undefined) sheet.line(block.title);
      for (const row of block.rows) putRow(sheet, row, tabbed);
      break;
  }
}

/** A row as a line with tabs, its first cells before the first line of the last; or each line by itself. */
function putRow(sheet: Sheet, row: TableRow, tabbed: boolean): void {
  const before = tabbed ? row.slice(0, -1).map((cell) => cell.map(({ text }) => text).join(" ")) : [];
  const lines = tabbed ? (row.at(-1) ?? []) : row.flat();
  lines.forEach((said, index) => {
    sheet.put(said, { first: index === 0 ? before.map((cell) => `${cell}\t`).join("") : "" });
  });
}
