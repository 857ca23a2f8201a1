/**
 * A text in Markdown with what a web page would lose of it kept: the numbers of clauses and items stay words, as the
 * register's pages have them (a list in HTML has no `1)`), lines in a cell end with a break, a table's head is a row, and
 * rows of cells parted by tabs are a table.
 */
export function asWebPage(markdown: string): string {
  let inTable = 0;
  const lines = withTabTables(markdown.split("\n")).map((line) => {
    if (line.includes("<table")) inTable += 1;
    const inside = inTable > 0;
    if (line.includes("</table")) inTable -= 1;
    return inside ? line : line.trimStart().replace(/^((?:[-*] )?\**\d+(?:-\d+)*)([.)])/u, "$1\\$2");
  });
  // A text that is only a part of its act may end within a table.
  if (inTable > 0) lines.push("</td></tr></table>");
  return lines
    .join("\n")
    .replace(/<(\/?)th\b/gu, "<$1td")
    .replace(
      /(<td[^>]*>)((?:(?!<table|<\/td>)[\s\S])*)<\/td>/gu,
      (_, tag: string, inner: string) => `${tag}${cellLines(inner).join("<br>")}</td>`,
    );
}

/** Rows of cells parted by tabs; a blank line or two between them do not part them. */
function withTabTables(lines: readonly string[]): string[] {
  const written: string[] = [];
  let rows: string[] = [];
  let blank = 0;
  const close = (): void => {
    if (rows.length > 0) written.push("", `<table>${rows.join("")}</table>`, "");
    rows = [];
  };
  for (const line of lines) {
    if (line.trim().includes("\t")) {
      const cells = line.trim().split("\t");
      rows.push(`<tr>${cells.map((cell) => `<td>${cell.replace(/\*\*/gu, "")}</td>`).join("")}</tr>`);
      blank = 0;
    } else if (rows.length > 0 && line.trim() === "" && blank < 2) blank += 1;
    else {
      close();
      written.push(line);
    }
  }
  close();
  return written;
}

const cellLines = (inner: string): string[] =>
  inner
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
