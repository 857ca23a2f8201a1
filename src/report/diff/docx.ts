import type { Names } from "../names.ts";
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
  WidthType,
} from "docx";
import type { Change, ChangeSide, Comparison, Mark, ServiceComparison } from "../../model/change.ts";
import {
  citesText,
  gainsText,
  headline,
  isOutside,
  nothingText,
  pairedText,
  serviceTitle,
  unchangedText,
  unreadText,
} from "./text.ts";
import { WORDING } from "./wording.ts";

/** A stretch of words in one look. */
const run = (options: IRunOptions): TextRun => new TextRun(options);

/** Widths of the six columns, in twentieths of a point: an A4 page on its side less its margins. */
const WIDTHS = [600, 2000, 3900, 3900, 1800, 2200] as const;
const ALL_WIDTHS = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Two centimetres, in twentieths of a point. */
const MARGIN = 1134;
const NARROW = 1000;
const FONT = "Times New Roman";

/**
 * The comparative table that drafters in Kazakhstan hand in beside a draft: number, structural element, wording in force,
 * proposed wording, grounds. Struck through: words that go; underlined: words that come. Moves alone are left out. The
 * grounds are the drafter's and stay empty; what the comparison found stands in a column of its own.
 */
export async function diffDocx(comparison: Comparison, names: Names): Promise<Uint8Array> {
  const { page } = WORDING[names.language];
  const document = new Document({
    title: `${page.table}: ${comparison.old} → ${comparison.new}`,
    creator: "Tarmaq",
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [
      {
        properties: {
          page: { size: { orientation: PageOrientation.LANDSCAPE }, margin: { left: MARGIN, right: MARGIN } },
        },
        children: [
          new Paragraph({ text: page.table, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
          new Paragraph({ text: `${comparison.old} → ${comparison.new}`, alignment: AlignmentType.CENTER }),
          ...[page[comparison.of], ...unreadText(comparison, names)].map(
            (text) => new Paragraph({ text, alignment: AlignmentType.CENTER }),
          ),
          ...comparison.services.flatMap((service) => serviceParts(service, names)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function serviceParts(service: ServiceComparison, names: Names): readonly (Paragraph | Table)[] {
  const shown = service.changes.filter((change) => change.class !== "moved" && change.class !== "unread");
  const notes = [...pairedText(service, names), ...unchangedText(service, names)].map((text) => text.trim());
  return [
    new Paragraph({ text: serviceTitle(service), heading: HeadingLevel.HEADING_2, keepNext: true }),
    ...notes.map((note) => new Paragraph({ text: note })),
    ...(shown.length === 0
      ? nothingText(service, names).map((text) => new Paragraph({ text }))
      : [
          new Table({
            width: { size: ALL_WIDTHS, type: WidthType.DXA },
            columnWidths: [...WIDTHS],
            rows: [headRow(names), ...shown.map((change, index) => changeRow(change, index + 1, names))],
          }),
        ]),
  ];
}

function headRow(names: Names): TableRow {
  const { page } = WORDING[names.language];
  const titles = [page.number, page.element, page.current, page.proposed, page.reason, page.remark];
  return new TableRow({
    tableHeader: true,
    children: titles.map((title, index) => cell(index, [run({ text: title, bold: true })])),
  });
}

function changeRow(change: Change, number: number, names: Names): TableRow {
  return new TableRow({
    cantSplit: false,
    children: [
      cell(0, [run({ text: `${number}` })]),
      cell(1, [run({ text: citesText(change, names) })]),
      cell(2, sideRuns(change.old, change.marks, "added", names)),
      cell(3, sideRuns(change.new, change.marks, "removed", names)),
      cell(4, []),
      cell(5, [
        run({ text: headline(change, names) }),
        ...(change.class === "substance" && !isOutside(change)
          ? [run({ text: gainsText(change, names), break: 1 })]
          : []),
      ]),
    ],
  });
}

function sideRuns(
  side: ChangeSide | undefined,
  marks: readonly Mark[],
  leave: Mark["is"],
  names: Names,
): readonly TextRun[] {
  if (side === undefined) return [run({ text: WORDING[names.language].page.none, italics: true })];
  return marks
    .filter(({ is }) => is !== leave)
    .map(({ is, text }) =>
      is === "same"
        ? run({ text })
        : is === "removed"
          ? run({ text, strike: true, color: "9B1C1C" })
          : run({ text, underline: {}, bold: true, color: "14532D" }),
    );
}

const cell = (column: number, runs: readonly TextRun[]): TableCell =>
  new TableCell({
    width: { size: WIDTHS[column] ?? NARROW, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ children: [...runs] })],
  });
