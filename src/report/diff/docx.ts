import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TextRun,
  WidthType,
} from "docx";
import type { Comparison } from "../../model/change.ts";
import type { ProvisionTable } from "../../model/provision-table.ts";
import { FONT, LOCALES, MARGIN, WIDE_MARGIN } from "../docx-look.ts";
import type { Names } from "../names.ts";
import { columnsOf, headRow, sectionRows, type TableMatter } from "./docx-rows.ts";
import { unreadText } from "./text.ts";
import { WORDING } from "./wording.ts";

/** What a comparative table is made of. */
export interface ComparativeTable {
  readonly table: ProvisionTable;
  /** What the machine has to say of each provision. */
  readonly comparison: Comparison;
  /** Title of the act, in the version in force and in the proposed one, where it is known. */
  readonly act: { readonly old?: string; readonly new?: string };
  /** Whether what the machine has to say stands in a column of its own. */
  readonly remarks: boolean;
}

/**
 * The comparative table that drafters in Kazakhstan hand in beside a draft: number, structural element, wording in force,
 * proposed wording, grounds; each provision whose words differ once, in the order of the text. Struck through: words that
 * go; underlined and bold: words that come. The grounds are the drafter's and stay empty.
 */
export async function diffDocx(matter: ComparativeTable, names: Names): Promise<Uint8Array> {
  const { page } = WORDING[names.language];
  const { language } = names;
  const document = new Document({
    title: [page.table, matter.act.new ?? matter.act.old].filter((part) => part !== undefined).join(": "),
    creator: "Tarmaq",
    styles: {
      default: { document: { run: { font: FONT, size: 22, language: { value: LOCALES[language] } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE },
            margin: { left: WIDE_MARGIN, right: WIDE_MARGIN, top: MARGIN, bottom: MARGIN },
          },
        },
        footers: { default: pageNumbers() },
        children: [...header(matter, names), tableOf(matter, names)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/** The name of the table and of the act; what the machine has to say of the whole, where its remarks are wanted. */
function header({ act, comparison, remarks }: ComparativeTable, names: Names): readonly Paragraph[] {
  const { page } = WORDING[names.language];
  const titles = [...new Set([act.old, act.new])].filter((title) => title !== undefined && title !== "");
  const notes = remarks
    ? [`${comparison.old} → ${comparison.new}`, page[comparison.of], ...unreadText(comparison, names)]
    : [];
  return [
    centred(page.table.toLocaleUpperCase(names.language), { bold: true, size: 28 }),
    ...titles.map((title, at) => centred(`${at === 0 ? "" : "→ "}${title ?? ""}`, { bold: true })),
    ...notes.map((note) => centred(note, { size: 18 })),
    new Paragraph({}),
  ];
}

const centred = (text: string, look: { readonly bold?: boolean; readonly size?: number }): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...look })] });

function tableOf({ table, comparison, remarks }: ComparativeTable, names: Names): Table | Paragraph {
  const { page } = WORDING[names.language];
  if (table.sections.every(({ rows }) => rows.length === 0)) return centred(page.sameWords, {});
  const columns = columnsOf(remarks);
  const matter: TableMatter = { columns, comparison, names };
  let number = 0;
  return new Table({
    width: { size: columns.reduce((sum, { width }) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    rows: [
      headRow(matter),
      ...table.sections.flatMap((section) => {
        const rows = sectionRows(section, number, matter);
        number += section.rows.length;
        return rows;
      }),
    ],
  });
}
