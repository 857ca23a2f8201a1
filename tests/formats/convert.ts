/**
 * Turns texts of acts into the files in which acts come, by programs that are not ours: pandoc and LibreOffice (both have
 * to be installed) and Chromium. `npx tsx tests/formats/convert.ts FOLDER TEXT…` writes, for each text,
 * `STEM.html`, `STEM.docx`, `STEM.libreoffice.pdf` and `STEM.chromium.pdf`; so were the fixtures of `tests/fixtures/formats` made.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { startBrowser } from "../browser.ts";
import { BORDERS, run, toWebPage } from "./programs.ts";
import { asWebPage } from "./web-page.ts";

/** More columns do not go on an upright page. */
const MOST_COLUMNS = 5;

const [folder, ...texts] = process.argv.slice(2);
if (folder === undefined || texts.length === 0) throw new Error("name a folder and the texts of acts");
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "formats-"));
const office = (to: string, file: string): void => {
  const plain = file.endsWith(".txt") ? ["--infilter=Text (encoded):UTF8"] : [];
  run(work, "soffice", ["--headless", ...plain, "--convert-to", to, "--outdir", work, file]);
};

const upright = template("upright");
const across = template("across");
const browser = await startBrowser();
for (const text of texts) {
  const stem = basename(text).replace(/\..*$/u, "");
  const content = readFileSync(text, "utf8");
  const [html, docx, pdf] = ["html", "docx", "pdf"].map((ending) => join(work, `${stem}.${ending}`)) as [
    string,
    string,
    string,
  ];
  const page = asWebPage(content);
  const isWide = widestRow(page) > MOST_COLUMNS;
  if (/^#{1,3} \S/mu.test(content)) {
    const markdown = join(work, `${stem}.md`);
    writeFileSync(markdown, page);
    const head = join(work, "head.html");
    writeFileSync(head, style());
    toWebPage(work, { text: markdown, format: "gfm", head, page: html });
    run(work, "pandoc", [
      "-f",
      "html",
      "-t",
      "docx",
      `--reference-doc=${isWide ? across : upright}`,
      html,
      "-o",
      docx,
    ]);
  } else {
    const plain = join(work, `${stem}.txt`);
    copyFileSync(text, plain);
    office("html", plain);
    office("docx", plain);
  }
  office("pdf", docx);
  renameSync(pdf, join(folder, `${stem}.libreoffice.pdf`));
  const shown = await browser.newPage();
  await shown.goto(pathToFileURL(html).href);
  const margin = { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" };
  await shown.pdf({
    path: resolve(folder, `${stem}.chromium.pdf`),
    format: "A4",
    displayHeaderFooter: true,
    landscape: isWide,
    margin,
  });
  await shown.close();
  copyFileSync(html, join(folder, `${stem}.html`));
  copyFileSync(docx, join(folder, `${stem}.docx`));
}
await browser.close();
rmSync(work, { recursive: true });

/**
 * Tables with rules around their cells, in small letters, as acts have them, on the whole width of the page: pandoc's own
 * style would cut off in print what of a table is wider than 36 letters.
 */
function style(): string {
  const table =
    "table{border-collapse:collapse;display:table;overflow:visible} td{border:1px solid black;padding:2pt 4pt;vertical-align:top;font-size:8pt}";
  return `<style>@media print{html body{max-width:none}} ${table}</style>`;
}

function widestRow(html: string): number {
  const rows = html.split("<tr").map((row) => row.split("<td").length - 1);
  return Math.max(0, ...rows);
}

/** pandoc's own template for Word, with the same tables, on pages that stand upright or lie across. */
function template(pages: "upright" | "across"): string {
  const file = join(work, `${pages}.docx`);
  writeFileSync(file, execFileSync("pandoc", ["--print-default-data-file", "reference.docx"]));
  const inside = mkdtempSync(join(work, "template-"));
  execFileSync("unzip", ["-q", file, "word/styles.xml", "word/document.xml"], { cwd: inside });
  change(join(inside, "word/styles.xml"), (styles) =>
    styles
      .replace(/(w:styleId="Table">[\s\S]*?<w:tblInd [^>]*\/>)/u, `$1${BORDERS}`)
      .replace(/(w:styleId="Compact">[\s\S]*?<\/w:pPr>)/u, '$1<w:rPr><w:sz w:val="16"/></w:rPr>'),
  );
  const size =
    pages === "upright" ? 'w:w="11906" w:h="16838"' : 'w:w="16838" w:h="11906" w:orient="landscape"';
  change(join(inside, "word/document.xml"), (document) =>
    document.replace(/<w:sectPr\s*\/>|<w:sectPr>/u, (tag) =>
      tag.endsWith("/>")
        ? `<w:sectPr><w:pgSz ${size}/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`
        : `<w:sectPr><w:pgSz ${size}/>`,
    ),
  );
  execFileSync("zip", ["-q", file, "word/styles.xml", "word/document.xml"], { cwd: inside });
  return file;
}

function change(file: string, by: (text: string) => string): void {
  writeFileSync(file, by(readFileSync(file, "utf8")));
}
