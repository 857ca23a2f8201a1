/** A text without what stands in brackets, from each opening one to the next that closes. */
export function withoutBrackets(text: string): string {
  let kept = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("(", at);
    const close = open < 0 ? -1 : text.indexOf(")", open);
    // A pattern would look for the missing bracket from each opening one anew.
    if (close < 0) return kept + text.slice(at);
    kept += text.slice(at, open);
    at = close + 1;
  }
}
