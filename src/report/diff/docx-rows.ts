import { AlignmentType, Paragraph, TableCell, TableRow, TextRun, WidthType, type IRunOptions } from "docx";
import type { Comparison, Mark } from "../../model/change.ts";
import type {
  ComparedWords,
  ProvisionRow,
  ProvisionWords,
  TableSection,
} from "../../model/provision-table.ts";
import { legalCitation, ownerNamed } from "../legal-citation.ts";
import type { Names } from "../names.ts";
import { remarksOn } from "./remarks.ts";
import { WORDING } from "./wording.ts";

/** What every row is made with. */
export interface TableMatter {
  readonly columns: readonly Column[];
  readonly comparison: Comparison;
  readonly names: Names;
}

interface Column {
  readonly title: (typeof TITLES)[number];
  /** In twentieths of a point. */
  readonly width: number;
}

const TITLES = ["number", "element", "current", "proposed", "reason", "remark"] as const;
/** Widths of the columns, in twentieths of a point: an A4 page on its side less its margins. */
const WITH_REMARKS = [650, 2050, 4000, 4000, 1700, 2150] as const;
const WITHOUT_REMARKS = [650, 2100, 4800, 4800, 2200] as const;

/** The columns of the table. */
export const columnsOf = (remarks: boolean): readonly Column[] =>
  (remarks ? WITH_REMARKS : WITHOUT_REMARKS).map((width, at) => ({ title: TITLES[at] ?? "remark", width }));

export const headRow = ({ columns, names }: TableMatter): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title, width }) =>
      cell(width, [line([run({ text: WORDING[names.language].page[title], bold: true })], true)]),
    ),
  });

/** A row with the name of the regulation, and one for each provision, numbered on from a number. */
export function sectionRows(section: TableSection, from: number, matter: TableMatter): readonly TableRow[] {
  const { columns, names } = matter;
  const name = section.act ? WORDING[names.language].page.theActItself : (section.new ?? section.old ?? "");
  const title = new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns.length,
        margins: MARGINS,
        children: [line([run({ text: name, bold: true })], true, true)],
      }),
    ],
  });
  const rows = section.rows.map((row, at) => provisionRow(row, from + at + 1, section, matter));
  return name === "" ? rows : [title, ...rows];
}

function provisionRow(
  row: ProvisionRow,
  number: number,
  section: TableSection,
  matter: TableMatter,
): TableRow {
  const { columns, comparison, names } = matter;
  const told: Readonly<Record<Column["title"], () => readonly Paragraph[]>> = {
    number: () => [line([run({ text: `${number}.` })])],
    element: () => elementsOf(row, section, names).map((text) => line([run({ text })])),
    current: () => sideOf(row, "old", names),
    proposed: () => sideOf(row, "new", names),
    reason: () => [line([])],
    remark: () => remarksOn(row, comparison, names).map((text) => line([run({ text, size: SMALL })])),
  };
  return new TableRow({
    cantSplit: false,
    children: columns.map(({ title, width }) => cell(width, told[title]())),
  });
}

/** Where a provision stands, once where both sides say the same; of several that moved together, each. */
function elementsOf(row: ProvisionRow, section: TableSection, names: Names): readonly string[] {
  const { page } = WORDING[names.language];
  const owner = section.act ? undefined : ownerNamed(section.new ?? section.old ?? "");
  const cited = ({ side: { cite, quote } }: ProvisionWords): string =>
    ["", quote, section.old, section.new].includes(cite)
      ? page.heading
      : legalCitation(cite, names.language, owner);
  const shown = row.is === "moved" ? row.words : row.words.slice(0, 1);
  const told = shown.map(({ old, new: now }) =>
    [...new Set([old, now].flatMap((one) => (one === undefined ? [] : [cited(one)])))].join(" → "),
  );
  return [...new Set(told)];
}

/** The whole wording of a side, a paragraph for each part of it, with what only this side has marked. */
function sideOf(row: ProvisionRow, side: "old" | "new", names: Names): readonly Paragraph[] {
  const { page } = WORDING[names.language];
  if (row.is === "moved" && row.words.length > 1)
    return [line([run({ text: page.wordsKept, italics: true })])];
  const shown = row.words.filter((words) => words[side] !== undefined);
  if (shown.length === 0) return [line([run({ text: page.none, italics: true })])];
  return shown.flatMap((words) => paragraphsOf(words, side));
}

function paragraphsOf(words: ComparedWords, side: "old" | "new"): readonly Paragraph[] {
  const leave: Mark["is"] = side === "old" ? "added" : "removed";
  const paragraphs: TextRun[][] = [numberRuns(words, side)];
  for (const { is, text } of words.marks.filter((mark) => mark.is !== leave))
    for (const [at, part] of text.split("\n").entries()) {
      if (at > 0) paragraphs.push([]);
      if (part !== "") paragraphs.at(-1)?.push(run({ text: part, ...LOOKS[is] }));
    }
  return paragraphs.filter((runs) => runs.length > 0).map((runs) => line(runs));
}

/** The number as printed, marked where the other side has another or none. */
function numberRuns({ old, new: now }: ComparedWords, side: "old" | "new"): TextRun[] {
  const own = (side === "old" ? old : now)?.number;
  if (own === undefined) return [];
  const same = old?.number === now?.number;
  return [run({ text: `${own} `, ...(same ? {} : LOOKS[side === "old" ? "removed" : "added"]) })];
}

/** What goes and what comes can be told apart in print without colours. */
const LOOKS: Readonly<Record<Mark["is"], IRunOptions>> = {
  same: {},
  removed: { strike: true, color: "9B1C1C" },
  added: { bold: true, underline: {}, color: "14532D" },
};

/** Half points: what a table of many pages is set in. */
const TEXT_SIZE = 20;
const SMALL = 17;
const run = (options: IRunOptions): TextRun => new TextRun({ size: TEXT_SIZE, ...options });

const line = (runs: readonly TextRun[], centred = false, keepNext = false): Paragraph =>
  new Paragraph({
    children: [...runs],
    keepNext,
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
  });

const MARGINS = { top: 60, bottom: 60, left: 80, right: 80 } as const;

const cell = (width: number, children: readonly Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    children: children.length === 0 ? [line([])] : [...children],
  });
