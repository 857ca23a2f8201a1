import type { Finding, Outcome } from "../../model/finding.ts";
import { refused } from "../refused.ts";
import { richText } from "../rich-text.ts";
import type { TextRead } from "../text-format.ts";
import type { DrawnPage } from "./drawn-page.ts";
import { flowOf } from "./flow.ts";
import { itemsOf } from "./items.ts";
import { isLine, type PageParts } from "./page-parts.ts";
import { runningLines } from "./running-lines.ts";

/** The text of a file's pages, each taken apart. */
export function textOfPages(parts: readonly PageParts[], file: string): Outcome<TextRead> {
  const pages = parts.map(({ page }) => page);
  const bare = pages.filter(({ texts }) => texts.length === 0);
  if (bare.length === pages.length) return refused(file, "ingest/pdf-scan", { pages: pages.length });
  const unmapped = shareUnmapped(pages);
  if (unmapped > MOST_UNMAPPED)
    return refused(file, "ingest/pdf-letters", { percent: Math.round(unmapped * 100) });
  const running = runningLines(
    parts.map(({ page, parts: own }) => ({
      number: page.number,
      height: page.height,
      lines: own.filter(isLine),
    })),
  );
  const text = richText(itemsOf(flowOf(parts, running)));
  const findings: Finding[] = [];
  const note = (code: string, severity: Finding["severity"], details: Finding["details"]): void => {
    findings.push({ code, severity, where: { in: "file", file }, ...(details && { details }) });
  };
  const pictures = bare.filter((page) => page.pictures).map(({ number }) => number);
  if (pictures.length > 0) note("ingest/pdf-pages-without-text", "warning", { pages: pictures });
  const cut = parts.filter((part) => part.parts.some((one) => !isLine(one) && one.grid.cutAtRight));
  if (cut.length > 0) note("ingest/pdf-table-cut", "warning", { pages: cut.map(({ page }) => page.number) });
  const left = [...new Set([...running].map((line) => line.text.replace(/\d+/gu, "#")))];
  if (left.length > 0) note("ingest/pdf-running-lines", "note", { lines: left });
  const turned = parts.flatMap((part) => part.turned.map((one) => one.text));
  if (turned.length > 0) note("ingest/pdf-turned", "note", { words: [...new Set(turned)] });
  return { value: { format: "pdf", ...text }, findings };
}

/** From this share of letters without a meaning on, a text is not one. */
const MOST_UNMAPPED = 0.05;

/** The share of letters that the file's fonts draw without saying which they are. */
function shareUnmapped(pages: readonly DrawnPage[]): number {
  let letters = 0;
  let unmapped = 0;
  for (const { texts } of pages)
    for (const { text } of texts) {
      letters += text.length;
      unmapped += text.match(/[\p{Cc}\p{Co}\u{FFFD}]/gu)?.length ?? 0;
    }
  return letters === 0 ? 0 : unmapped / letters;
}
