import type { SerialDates } from "../serial-date.ts";
import { ArchiveFault, type WorkbookArchive } from "./archive.ts";
import { readWholePart } from "./parts.ts";
import { formatsOf, type CellFormat } from "./cell-formats.ts";

/** A sheet of a workbook: its name, the part that holds it, and whether people see it. */
export interface SheetOf {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What cells refer to, and the sheets that have them. */
export interface Workbook {
  readonly sheets: readonly SheetOf[];
  readonly dates: SerialDates;
  /** By the number of a cell's style. */
  readonly formats: readonly (CellFormat | undefined)[];
  readonly strings: readonly string[];
}

/** More than that, and it is no list of words but a memory to be filled. */
const MOST_STRINGS = 20_000_000;
const MOST_LETTERS = 500_000_000;

/** The parts of a workbook beside its sheets. Throws `ArchiveFault` where it is none. */
export async function workbookOf(archive: WorkbookArchive): Promise<Workbook> {
  const main = (await targets(archive, "", "/officedocument"))[0]?.part ?? "xl/workbook.xml";
  if (!archive.has(main)) throw new ArchiveFault("it holds no workbook");
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const links = await targets(archive, main, "");
  const partOf = (kind: string): string | undefined => links.find(({ type }) => type.endsWith(kind))?.part;
  const sheets: SheetOf[] = [];
  let dates: SerialDates = "1900";
  await readWholePart(archive, main, {
    open: (name, attributes) => {
      if (name === "workbookPr" && /^(?:1|true)$/.test(attributes["date1904"] ?? "")) dates = "1904";
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const link = links.find((each) => each.id === id);
      if (link?.type.endsWith("/worksheet") !== true) return;
      sheets.push({
        name: attributes["name"] ?? "",
        part: link.part,
        hidden: /hidden/i.test(attributes["state"] ?? ""),
      });
    },
  });
  return {
    sheets,
    dates,
    formats: await formatsOf(archive, partOf("/styles") ?? `${folder}styles.xml`),
    strings: await stringsOf(archive, partOf("/sharedstrings") ?? `${folder}sharedStrings.xml`),
  };
}

interface Link {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** What a part refers to, of one kind; "" is the archive itself. */
async function targets(archive: WorkbookArchive, of: string, kind: string): Promise<Link[]> {
  const at = of.lastIndexOf("/") + 1;
  const folder = of.slice(0, at);
  const links: Link[] = [];
  await readWholePart(archive, `${folder}_rels/${of.slice(at)}.rels`, {
    open: (name, { Id: id = "", Type: type = "", Target: target = "" }) => {
      if (name !== "Relationship" || !type.toLowerCase().endsWith(kind)) return;
      links.push({ id, type: type.toLowerCase(), part: resolved(folder, target) });
    },
  });
  return links;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** The words that cells share, without how they are pronounced. */
async function stringsOf(archive: WorkbookArchive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let letters = 0;
  let item: string | undefined;
  let inText = false;
  let aside = 0;
  await readWholePart(archive, part, {
    open: (name) => {
      if (name === "si") item = "";
      else if (name === "rPh") aside += 1;
      else if (name === "t") inText = aside === 0;
    },
    text: (text) => {
      if (inText && item !== undefined) item += text;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") aside -= 1;
      if (name !== "si" || item === undefined) return;
      letters += item.length;
      strings.push(unescaped(item));
      item = undefined;
      if (strings.length > MOST_STRINGS || letters > MOST_LETTERS)
        throw new ArchiveFault("it holds more words than any workbook");
    },
  });
  return strings;
}

/** Letters that XML cannot hold are written by their numbers. */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
