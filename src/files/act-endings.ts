/** Endings of files that hold texts; others are no act. */
export const ACT_ENDINGS: ReadonlySet<string> = new Set([
  "txt",
  "md",
  "markdown",
  "html",
  "htm",
  "xhtml",
  "docx",
  "doc",
  "rtf",
  "odt",
  "pdf",
]);

/** The ending of a file's name, in small letters; empty where it has none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf(".");
  return at <= 0 ? "" : name.slice(at + 1).toLowerCase();
}
