import { deflateSync } from "node:zlib";

/** An object of a PDF: what stands between `obj` and `endobj`, in Latin letters, a byte each. */
export type PdfObject = string;

/** A PDF of such objects, the first of them its catalog, with a table that says where each begins. */
export function pdfOf(objects: readonly PdfObject[], trailer = ""): Buffer {
  let file = "%PDF-1.5\n";
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  const lines = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  file += `trailer\n<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** A stream, as it is or packed. */
export const stream = (content: string, packed = false, more = ""): PdfObject => {
  const body = packed ? deflateSync(Buffer.from(content, "latin1")).toString("latin1") : content;
  return `<</Length ${body.length}${packed ? "/Filter/FlateDecode" : ""}${more}>>\nstream\n${body}\nendstream`;
};

/** A PDF of one page, so many points wide and 800 high, with a font `F1` and this stream for its content. */
export const onePage = (content: PdfObject, width: number): Buffer =>
  pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>`,
    content,
  ]);

/** Which letters the font's bytes are: a small part of a Kazakh alphabet. */
const LETTERS = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfrange <20> <40> <0020> <60> <7F> <0430> endbfrange
1 beginbfchar <41> <049B> endbfchar endcmap end end`;

/** Two clauses, a table of two rows with its rules, and a picture's place. */
const CONTENT = `q 0.5 w 50 500 200 40 re S 50 520 m 250 520 l S 150 500 m 150 540 l S Q
BT /F1 12 Tf 50 700 Td (1. abcde fghij klmno) Tj 0 -14 Td [(pqrst) -300 (uvwxy) 20 (z)] TJ ET
BT /F1 12 Tf 1 0 0 1 55 525 Tm (a) Tj 1 0 0 1 155 525 Tm (b) Tj 1 0 0 1 55 505 Tm (c) Tj 1 0 0 1 155 505 Tm (d) Tj ET
q 1 0 0 1 0 -100 cm /X1 Do Q`;

const FORM = "BT /F1 10 Tf 50 650 Td (2. nopqr) Tj 0 -12 Td (stuvw) ' ET";

const objects = (packed: boolean): PdfObject[] => [
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R]/Count 1>>",
  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 7 0 R>>>>>>",
  stream(CONTENT, packed),
  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 127/ToUnicode 6 0 R>>",
  stream(LETTERS, packed),
  stream(FORM, packed, "/Type/XObject/Subtype/Form/BBox[0 0 300 800]/Resources<</Font<</F1 5 0 R>>>>"),
];

/** The same page with its objects packed into a stream of objects, and its table into a stream as well. */
function packedObjects(): Buffer {
  const [catalog = "", pages = "", page = "", content = "", font = "", letters = "", form = ""] =
    objects(true);
  const inside = [catalog, pages, page, font];
  const numbers = [1, 2, 3, 5];
  const offsets = inside.map((_, index) => inside.slice(0, index).join(" ").length + (index > 0 ? 1 : 0));
  const head = numbers.map((number, index) => `${number} ${offsets[index] ?? 0}`).join(" ");
  let file = "%PDF-1.5\n";
  const at = new Map<number, number>();
  const add = (number: number, object: PdfObject): void => {
    at.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  };
  add(4, content);
  add(6, letters);
  add(7, form);
  add(
    8,
    stream(`${head} ${inside.join(" ")}`, true, `/Type/ObjStm/N ${inside.length}/First ${head.length + 1}`),
  );
  at.set(9, file.length);
  const rows = Array.from({ length: 10 }, (_, number) => {
    const packed = numbers.indexOf(number);
    const [kind, place, last] =
      packed >= 0 ? [2, 8, packed] : at.has(number) ? [1, at.get(number) ?? 0, 0] : [0, 0, 0];
    return String.fromCharCode(kind, place >> 8, place & 255, last);
  });
  add(9, stream(rows.join(""), true, "/Type/XRef/W[1 2 1]/Size 10/Root 1 0 R"));
  return Buffer.from(`${file}startxref\n${at.get(9) ?? 0}\n%%EOF\n`, "latin1");
}

/** Whole PDFs of one page, each of another make. */
export const SMALL_PDFS: readonly Buffer[] = [pdfOf(objects(false)), pdfOf(objects(true)), packedObjects()];
