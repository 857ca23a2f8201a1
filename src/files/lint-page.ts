import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** The file that explains a lint of ours; undefined where an installation has no documents. */
export function lintPage(code: string): string | undefined {
  const file = join(root, "docs/lints", `${code.replace(/^lint\//u, "")}.md`);
  return existsSync(file) ? file : undefined;
}

/** What the page of a lint says, in Markdown; undefined where there is none. */
export function lintPageText(code: string): string | undefined {
  const file = lintPage(code);
  return file === undefined ? undefined : readFileSync(file, "utf8");
}
