import { writeXlsx } from "hucre/xlsx";
import type { Mapping } from "../../../src/log/mapping.ts";
import { ATTRIBUTES, attributesOf, type CaseOf, type ShapedLog } from "./made-log.ts";

const HEADING = ["case", "activity", "time", ...ATTRIBUTES];

/** A workbook of another program's making: a title, a row for each event with a real date, its rows in two sheets. */
export async function workbook(cases: readonly CaseOf[], mapping: Mapping): Promise<ShapedLog> {
  const rows = cases.flatMap((each) =>
    each.made.events.map((event) => [
      each.made.id,
      event.event,
      new Date(event.at),
      ...attributesOf(each, event).map((said) => (said === "" ? null : said)),
    ]),
  );
  const half = Math.floor(rows.length / 2);
  const columns = HEADING.map((name) => (name === "time" ? { numFmt: "dd.mm.yyyy hh:mm:ss" } : {}));
  const bytes = await writeXlsx({
    sheets: [
      { name: "Нұсқаулық", rows: [["Бұл парақта тек нұсқаулық бар"]] },
      { name: "2024", columns, rows: [["Тізілім"], HEADING, ...rows.slice(0, half)] },
      { name: "2025", columns, rows: [HEADING, ...rows.slice(half)] },
      { name: "Ескі", columns, hidden: true, rows: [HEADING, ...rows.slice(0, 3)] },
    ],
  });
  return {
    files: [["workbook.xlsx", bytes]],
    mapping: {
      ...mapping,
      columns: Object.fromEntries(HEADING.map((name) => [name, name])) as unknown as Mapping["columns"],
    },
  };
}
