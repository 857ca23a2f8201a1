import { servicesOf } from "../../src/desk/open-version.ts";
import { versionText } from "../../src/desk/parts-of.ts";
import type { Version } from "../../src/diff/version.ts";
import { isRead } from "../../src/language/rule-language.ts";
import { read } from "../../src/reading.ts";

/** A text as one side of a comparison, its words as well as its rules. */
export function versionOf(content: string | Uint8Array, file = "act.txt"): Version {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reading = read(bytes, { file });
  const { language } = reading;
  if (!isRead(language)) throw new TypeError(`${file} is in no language whose rules are read`);
  return {
    name: file,
    of: "candidates",
    services: servicesOf(reading.tree, reading.candidates),
    text: versionText({ ...reading, language, ledger: reading.ledger }),
  };
}
