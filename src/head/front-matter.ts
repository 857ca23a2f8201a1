import type { Said } from "../model/act-head.ts";

const FENCE = "---";

/** The plain fields (`title: …`) that a collection has put before the text of a Markdown file; none where there are none. */
export function frontMatter(content: string): ReadonlyMap<string, Said<string>> {
  const fields = new Map<string, Said<string>>();
  const start = content.search(/\S/u);
  if (start < 0 || !content.startsWith(`${FENCE}\n`, start)) return fields;
  let at = start + FENCE.length + 1;
  while (at < content.length) {
    const end = content.indexOf("\n", at);
    const line = content.slice(at, end < 0 ? content.length : end);
    if (line.trimEnd() === FENCE) return fields;
    const field = /^(?<name>[a-z_]{1,40}):[ \t]+(?<value>\S.*)$/u.exec(line.trimEnd());
    const { name, value } = field?.groups ?? {};
    if (name !== undefined && value !== undefined)
      fields.set(name, {
        value: value.replace(/^(["'])(.*)\1$/u, "$2"),
        words: line.trim(),
        spans: [{ start: at, end: at + line.length }],
      });
    if (end < 0) break;
    at = end + 1;
  }
  // Without its end it is no front matter, but words of the text.
  return new Map();
}

/** Of a field that holds a day, `YYYY-MM-DD`. */
export const dayIn = (field: Said<string> | undefined): Said<string> | undefined =>
  field !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(field.value) ? field : undefined;
