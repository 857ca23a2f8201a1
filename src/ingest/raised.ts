/** Digits set above the line, as letters of their own: `14` and a raised `1` are not `141`. */
export const raised = (text: string): string =>
  text.replaceAll(/\d/gu, (digit) => RAISED[Number(digit)] ?? digit);

const RAISED = Array.from("\u{2070}\u{B9}\u{B2}\u{B3}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}");
