/** A text that a spreadsheet would read as a formula, a number or a date begins with an apostrophe: `007` stays `007`. */
export const asText = (text: string): string =>
  /^[=+\-@\t\r']/.test(text) || (/\d/.test(text) && /^[\s\d.,:/\\e%+-]+$/i.test(text)) ? `'${text}` : text;

/** A field of a line, between quotes where it has to be (RFC 4180). */
export const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
