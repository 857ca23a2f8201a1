import { AlignmentType, BorderStyle, Document, Packer, Paragraph, TextRun, type IRunOptions } from "docx";
import type { Language } from "../../model/language.ts";
import { FONT, LOCALES, MARGIN, WIDE_MARGIN } from "../docx-look.ts";
import { LETTER } from "./letter-words.ts";
import type { Letter } from "./letter.ts";

/** A letter as a DOCX: A4, the notes to the clerk in a box of their own below the signature, to be taken out before sending. */
export async function letterDocx(letter: Letter, language: Language): Promise<Uint8Array> {
  const document = new Document({
    title: letter.title,
    creator: "Tarmaq",
    styles: {
      default: { document: { run: { font: FONT, size: 24, language: { value: LOCALES[language] } } } },
    },
    sections: [
      {
        properties: {
          page: { margin: { left: WIDE_MARGIN, right: MARGIN, top: WIDE_MARGIN, bottom: WIDE_MARGIN } },
        },
        children: [
          ...letter.head.map((text) => line(text)),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 240, after: 240 },
            children: [run({ text: letter.title.toLocaleUpperCase(language), bold: true })],
          }),
          ...letter.body.map((text) => line(text)),
          new Paragraph({ spacing: { before: 480 }, children: [new TextRun({ text: letter.signature })] }),
          ...notes(letter, language),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** A stretch of words in one look. */
const run = (options: IRunOptions): TextRun => new TextRun(options);

/** A line; one that begins with spaces is set in beneath the one before. */
const line = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: { after: 60 },
    ...(text.startsWith(" ") ? { indent: { left: 400 } } : {}),
    children: [new TextRun({ text: text.trim() })],
  });

function notes({ notes: all }: Letter, language: Language): readonly Paragraph[] {
  if (all.length === 0) return [];
  const side = { style: BorderStyle.DASHED, size: 6, space: 4, color: "666666" };
  const border = { top: side, bottom: side, left: side, right: side };
  return [LETTER.notes[language], ...all].map(
    (text, at) =>
      new Paragraph({
        border,
        ...(at === 0 ? { spacing: { before: 480 } } : {}),
        shading: { fill: "FFF4CE" },
        children: [run({ text, italics: true, size: 18, bold: at === 0 })],
      }),
  );
}
