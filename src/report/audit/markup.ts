import { escaped } from "../escaped.ts";

/** A piece of a page that is markup already. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = string | number | Markup | readonly Markup[] | null | undefined;

/** A piece of a page; whatever is put into it is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = strings[0] ?? "";
  for (const [index, part] of parts.entries()) html += htmlOf(part) + (strings[index + 1] ?? "");
  return new Markup(html);
}

function htmlOf(part: Part): string {
  if (part === null || part === undefined) return "";
  if (part instanceof Markup) return part.html;
  if (typeof part === "object") return part.map(({ html }) => html).join("");
  return escaped(String(part));
}

/** A name that a link can lead to, out of any text. */
export const anchor = (...names: readonly string[]): string =>
  names.map((name) => encodeURIComponent(name).replaceAll("%", ".")).join("-");
