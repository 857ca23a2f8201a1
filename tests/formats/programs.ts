import { execFileSync } from "node:child_process";

/** Runs a program that is not ours in a folder; what it says of faults is shown. */
export function run(folder: string, program: string, args: readonly string[]): void {
  execFileSync(program, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** A text, and the web page that pandoc makes of it; all are paths. */
interface WebPage {
  readonly text: string;
  /** What pandoc calls the text's format. */
  readonly format: "gfm" | "markdown";
  /** A style for the page. */
  readonly head: string;
  readonly page: string;
}

/** Has pandoc write a text as a page of its own, without a title. */
export function toWebPage(folder: string, { text, format, head, page }: WebPage): void {
  const options = ["-f", format, "-t", "html", "-s", "--metadata", "title= ", "-H", head];
  run(folder, "pandoc", [...options, text, "-o", page]);
}

/** Thin rules around every cell of a table in a Word document. */
export const BORDERS = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("")}</w:tblBorders>`;
