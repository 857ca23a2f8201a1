import { dirname, join, resolve } from "node:path";
import { openOwnLints, type OwnLint } from "../desk/own-lints.ts";
import type { Lint } from "../lint/lint.ts";
import { LINTS } from "../lint/lints.ts";
import type { Suppression } from "../lint/suppress.ts";
import { suppressionsIn } from "../files/read-suppressions.ts";
import { readBytes, type Limit } from "../files/read-bytes.ts";
import { whatIsAt } from "../files/what-is-at.ts";
import { LANGUAGES, type Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";

/** What is said of how to look at acts: by the command line, then by the editor. */
export interface Asked {
  readonly lang?: Language;
  /** Folder of lints of one's own. */
  readonly rules?: string;
  /** List of findings that are known and stay. */
  readonly suppress?: string;
}

/** Where a lint of one's own is explained: its file, and what that says. */
export interface OwnPage {
  readonly file: string;
  readonly explanation: (language: Language) => string;
}

/** What is known and stays, the file that says so, and what is wrong with that. */
interface Known {
  /** Undefined where there is no such list. */
  readonly text: string | undefined;
  readonly suppressions: readonly Suppression[];
  readonly trouble?: Trouble;
}

/** The lints that run, and what is wrong with the folder that some of them should have come from. */
interface Chosen {
  /** The folder that some come from. */
  readonly rules?: string;
  readonly lints: readonly Lint[];
  readonly pages: ReadonlyMap<string, OwnPage>;
  readonly trouble?: Trouble;
}

/** What an editor sends as `tarmaq`, or as options of initialization; what is none of ours is left out. */
export function askedIn(value: unknown): Asked {
  if (typeof value !== "object" || value === null) return {};
  const { lang, rules, suppress } = value as Readonly<Record<string, unknown>>;
  const language = languageIn(lang);
  return {
    ...(language === undefined ? {} : { lang: language }),
    ...(typeof rules === "string" && rules !== "" ? { rules } : {}),
    ...(typeof suppress === "string" && suppress !== "" ? { suppress } : {}),
  };
}

/** The language that an editor speaks, `kk`, `ru-RU`, where it is one of ours. */
export const languageIn = (locale: unknown): Language | undefined =>
  typeof locale === "string"
    ? LANGUAGES.find((one) => one === locale.toLowerCase().split(/[-_]/u)[0])
    : undefined;

/** The lints of this program and those of a folder. A folder with a fault in it takes nothing from ours. */
export function chosenLints({ rules }: Asked, folder: string): Chosen {
  if (rules === undefined) return { lints: LINTS, pages: new Map() };
  const at = resolve(folder, rules);
  try {
    const own = openOwnLints(at);
    const pages = own.map(({ file, lint, explanation }): [string, OwnPage] => [
      `lint/${lint.code}`,
      { file, explanation: (language) => wordsIn(explanation, language) },
    ]);
    return { rules: at, lints: [...LINTS, ...own.map(({ lint }) => lint)], pages: new Map(pages) };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { rules: at, lints: LINTS, pages: new Map(), trouble: error };
  }
}

const wordsIn = (words: OwnLint["explanation"], language: Language): string =>
  words[language] ?? words.en ?? words.ru ?? words.kk ?? "";

/** The name of the list of what is known, where no other is named. */
const LIST = "tarmaq-suppressions.json";

/** Where the list of what is known lies: as asked, or in the folder that is open, or beside the act. */
export const listFile = ({ suppress }: Asked, folder: string, act: string | undefined): string =>
  suppress === undefined
    ? join(act === undefined || act.startsWith(`${folder}/`) ? folder : dirname(act), LIST)
    : resolve(folder, suppress);

/** What is known and stays, as it stands in the editor where it is open there, else as it lies on the disk. */
export function knownIn(file: string, opened: string | undefined): Known {
  let text = opened;
  try {
    if (text === undefined && whatIsAt(file) === "file")
      text = new TextDecoder().decode(readBytes(file, LIMIT));
    const suppressions = text === undefined ? [] : suppressionsIn(new TextEncoder().encode(text), file);
    return { text, suppressions };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { text, suppressions: [], trouble: error };
  }
}

const LIMIT: Limit = { megabytes: 64, wayOut: "Hand in a smaller one." };
