/**
 * A text in Markdown with what a web page would lose of it kept: the numbers of clauses and items stay words, as the
 * register's pages have them (a list in HTML has no `1)`), lines in a cell end with a break, and a table's head is a row.
 */
export function asWebPage(markdown: string): string {
  let inTable = 0;
  const lines = markdown.split("\n").map((line) => {
    if (line.includes("<table")) inTable += 1;
    const inside = inTable > 0;
    if (line.includes("</table")) inTable -= 1;
    return inside ? line : line.trimStart().replace(/^((?:[-*] )?\**\d+(?:-\d+)*)([.)])/u, "$1\\$2");
  });
  return lines
    .join("\n")
    .replace(/<(\/?)th\b/gu, "<$1td")
    .replace(
      /(<td[^>]*>)((?:(?!<table|<\/td>)[\s\S])*)<\/td>/gu,
      (_, tag: string, inner: string) => `${tag}${cellLines(inner).join("<br>")}</td>`,
    );
}

const cellLines = (inner: string): string[] =>
  inner
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
