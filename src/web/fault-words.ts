import type { Language } from "../model/language.ts";
import { filled } from "../report/amounts.ts";
import WORDS from "./fault-words.json" with { type: "json" };

type FaultWord = keyof typeof WORDS;

/** What a schema says, by how it begins; told in the reviewer's language, and as it is where there is no word for it. */
const SAID: readonly (readonly [begins: string, word: FaultWord])[] = [
  ["must be number", "number"],
  ["must be >=", "least"],
  ["must be <=", "most"],
  ["must NOT have fewer than", "missing"],
  ["must have ", "missing"],
  ["must be one of", "choice"],
  ["must match pattern", "written"],
  ["must match format", "written"],
  ["must be array", "written"],
  ["must be string", "written"],
  ["must be object", "condition"],
  ["has ", "stranger"],
];

/** Why something was refused, in the reviewer's language: by its code, else by what the schema said. */
export function faultWords(
  message: string,
  code: string | undefined,
  lang: Language,
  about: { readonly name?: string; readonly meant?: string } = {},
): string {
  if (code !== undefined && Object.hasOwn(WORDS, code)) {
    const said = WORDS[code as FaultWord][lang];
    return filled(about.meant === undefined ? said : `${said} ${WORDS.meant[lang]}`, about, lang);
  }
  const found = SAID.find(([begins]) => message.startsWith(begins))?.[1];
  return found === undefined ? message : WORDS[found][lang];
}

/** The field that a fault is about: the one that is missing where one is, else the one that it stands at. */
export function faultField(pointer: string, message: string): string | undefined {
  const missing = /^must have "([^"]+)"/u.exec(message)?.[1];
  const at = missing === undefined ? pointer : `${pointer}/${missing}`;
  return (
    /^\/(?:values|fields|request|notHeld)\/([^/]+)/u.exec(at)?.[1] ??
    /^\/book\/[^/]+\/([^/]+)/u.exec(at)?.[1] ??
    /^\/(?:book\/)?([^/]+)$/u.exec(at)?.[1]
  );
}
