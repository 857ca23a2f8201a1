/**
 * Prints a text as gazettes do: in two columns, with a head and a number on each page, words cut at the ends of lines,
 * footnotes, and a table whose head row is printed again on the next page. By programs that are not ours: pandoc,
 * LibreOffice (both have to be installed) and Chromium. `npx tsx tests/formats/print-gazette.ts` wrote the PDFs of
 * `tests/fixtures/prints` from `gazette.md`.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { startBrowser } from "../browser.ts";
import { BORDERS, run, toWebPage } from "./programs.ts";

const folder = resolve(import.meta.dirname, "../fixtures/prints");
const source = join(folder, "gazette.md");
const work = mkdtempSync(join(tmpdir(), "gazette-"));

/** What stands at the head of every page. */
const HEAD = "Заң газеті";

const STYLE = `<style>
html body { font: 10pt/1.25 serif; max-width: none; padding: 0; margin: 0; columns: 2; column-gap: 8mm; text-align: justify; hyphens: manual; column-fill: auto; }
h1, header { font-size: 12pt; text-align: center; }
p { margin: 0; text-indent: 5mm; }
table { display: table; border-collapse: collapse; width: 100%; font-size: 8pt; text-align: left; margin: 2mm 0; }
td, th { border: 0.5pt solid black; padding: 1pt 2pt; vertical-align: top; }
.footnote-back { display: none; }
.footnotes { font-size: 8pt; }
</style>`;

async function byChromium(): Promise<void> {
  writeFileSync(join(work, "head.html"), STYLE);
  const page = join(work, "gazette.html");
  toWebPage(work, { text: source, format: "markdown", head: "head.html", page });
  const browser = await startBrowser();
  const shown = await browser.newPage();
  await shown.goto(pathToFileURL(page).href);
  const line = (words: string): string =>
    `<div style="font-size:8pt;width:100%;text-align:center">${words}</div>`;
  await shown.pdf({
    path: join(folder, "gazette.chromium.pdf"),
    width: "105mm",
    height: "110mm",
    displayHeaderFooter: true,
    headerTemplate: line(HEAD),
    footerTemplate: line('<span class="pageNumber"></span>'),
    margin: { top: "15mm", bottom: "15mm", left: "8mm", right: "8mm" },
  });
  await browser.close();
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Of the table's columns, in twentieths of a point. */
const WIDTHS = [500, 1600, 1200];

/** pandoc's document, set in two columns on small pages with a head and a page number. */
function inColumns(docx: string): void {
  const parts = unzipSync(readFileSync(docx));
  const change = (name: string, by: (text: string) => string): void => {
    parts[name] = strToU8(by(strFromU8(parts[name] ?? new Uint8Array())));
  };
  const paragraph = (runs: string): string => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs}</w:p>`;
  parts["word/header9.xml"] = strToU8(
    `<w:hdr ${NAMESPACES}>${paragraph(`<w:r><w:t>${HEAD}</w:t></w:r>`)}</w:hdr>`,
  );
  parts["word/footer9.xml"] = strToU8(
    `<w:ftr ${NAMESPACES}>${paragraph('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')}</w:ftr>`,
  );
  change("[Content_Types].xml", (types) =>
    types.replace(
      "</Types>",
      `<Override PartName="/word/header9.xml" ContentType="${CONTENT}.header+xml"/><Override PartName="/word/footer9.xml" ContentType="${CONTENT}.footer+xml"/></Types>`,
    ),
  );
  change("word/_rels/document.xml.rels", (relations) =>
    relations.replace(
      "</Relationships>",
      `<Relationship Id="rId901" Type="${RELATION}/header" Target="header9.xml"/><Relationship Id="rId902" Type="${RELATION}/footer" Target="footer9.xml"/></Relationships>`,
    ),
  );
  change("word/document.xml", (document) =>
    document
      .replace(
        /<w:tblW [^>]*\/>/u,
        `<w:tblW w:type="dxa" w:w="3300"/>${BORDERS}<w:tblLayout w:type="fixed"/>`,
      )
      .replace(
        /<w:tblGrid>[\s\S]*?<\/w:tblGrid>/u,
        `<w:tblGrid>${WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
      )
      .replace(/<w:sectPr\s*\/>|<w:sectPr>[\s\S]*?<\/w:sectPr>/u, "")
      .replace(
        "</w:body>",
        '<w:sectPr><w:headerReference w:type="default" r:id="rId901"/><w:footerReference w:type="default" r:id="rId902"/><w:pgSz w:w="8391" w:h="6000"/><w:pgMar w:top="1000" w:right="600" w:bottom="1000" w:left="600" w:header="400" w:footer="400" w:gutter="0"/><w:cols w:num="2" w:space="400"/></w:sectPr></w:body>',
      ),
  );
  change("word/styles.xml", (styles) =>
    styles.replace(
      /(w:styleId="FootnoteText">[\s\S]*?)<\/w:style>/u,
      '$1<w:rPr><w:sz w:val="16"/></w:rPr></w:style>',
    ),
  );
  writeFileSync(docx, zipSync(parts));
}

function byLibreOffice(): void {
  const docx = join(work, "gazette.docx");
  run(work, "pandoc", ["-f", "markdown", "-t", "docx", source, "-o", docx]);
  inColumns(docx);
  run(work, "soffice", ["--headless", "--convert-to", "pdf", "--outdir", work, docx]);
  renameSync(join(work, "gazette.pdf"), join(folder, "gazette.libreoffice.pdf"));
}

await byChromium();
byLibreOffice();
rmSync(work, { recursive: true });
