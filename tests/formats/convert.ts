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
import { asWebPage } from "./web-page.ts";

const [folder, ...texts] = process.argv.slice(2);
if (folder === undefined || texts.length === 0) throw new Error("name a folder and the texts of acts");
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "formats-"));
const run = (program: string, args: readonly string[]): void => {
  execFileSync(program, args, { cwd: work, stdio: ["ignore", "ignore", "inherit"] });
};
const office = (to: string, file: string): void => {
  const plain = file.endsWith(".txt") ? ["--infilter=Text (encoded):UTF8"] : [];
  run("soffice", ["--headless", ...plain, "--convert-to", to, "--outdir", work, file]);
};

const reference = borderedReference();
const browser = await startBrowser();
for (const text of texts) {
  const stem = basename(text).replace(/\..*$/u, "");
  const content = readFileSync(text, "utf8");
  const [html, docx, pdf] = ["html", "docx", "pdf"].map((ending) => join(work, `${stem}.${ending}`)) as [
    string,
    string,
    string,
  ];
  if (/^#{1,3} \S/mu.test(content)) {
    const markdown = join(work, `${stem}.md`);
    writeFileSync(markdown, asWebPage(content));
    const head = join(work, "head.html");
    writeFileSync(head, style());
    run("pandoc", [
      "-f",
      "gfm",
      "-t",
      "html",
      "-s",
      "--metadata",
      "title= ",
      "-H",
      head,
      markdown,
      "-o",
      html,
    ]);
    run("pandoc", ["-f", "html", "-t", "docx", `--reference-doc=${reference}`, html, "-o", docx]);
  } else {
    const plain = join(work, `${stem}.txt`);
    copyFileSync(text, plain);
    office("html", plain);
    office("docx", plain);
  }
  office("pdf", docx);
  renameSync(pdf, join(folder, `${stem}.libreoffice.pdf`));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href);
  const margin = { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" };
  await page.pdf({
    path: resolve(folder, `${stem}.chromium.pdf`),
    format: "A4",
    displayHeaderFooter: true,
    margin,
  });
  await page.close();
  copyFileSync(html, join(folder, `${stem}.html`));
  copyFileSync(docx, join(folder, `${stem}.docx`));
}
await browser.close();
rmSync(work, { recursive: true });

/** Tables with rules around their cells, as acts have them. */
function style(): string {
  return "<style>table{border-collapse:collapse} td{border:1px solid black;padding:2pt 4pt;vertical-align:top}</style>";
}

/** pandoc's own template for Word, its tables with rules around their cells. */
function borderedReference(): string {
  const file = join(work, "reference.docx");
  writeFileSync(file, execFileSync("pandoc", ["--print-default-data-file", "reference.docx"]));
  run("unzip", ["-q", file, "word/styles.xml"]);
  const styles = join(work, "word/styles.xml");
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join("");
  const at = /(w:styleId="Table">[\s\S]*?<w:tblInd [^>]*\/>)/u;
  writeFileSync(styles, readFileSync(styles, "utf8").replace(at, `$1<w:tblBorders>${edges}</w:tblBorders>`));
  run("zip", ["-q", file, "word/styles.xml"]);
  return file;
}
