import type { Finding } from "../model/finding.ts";
import { Trouble } from "../model/trouble.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import {
  isRead,
  languageOfRules,
  outline,
  read,
  type About,
  type Outline,
  type Reading,
  type RuleLanguage,
} from "../reading.ts";

/**
 * The reading of an act whose rules are asked for: the one way for every command, page and folder of texts. Throws
 * `Trouble` that names `path` where it is no text, or one in a language whose rules are not read.
 */
export function readAct(bytes: Uint8Array, about: About, path: string): ActReading {
  const reading = orTrouble(read(bytes, about), path);
  const { language } = reading;
  if (!isRead(language)) throw new TypeError(`${path} was read in no language and without an error`);
  return { ...reading, language };
}

/** A reading without errors: its rules are all that could be found in it. */
export interface ActReading extends Reading {
  readonly language: RuleLanguage;
}

/** The same as far as the act's tree, which more languages have. */
export const outlineAct = (bytes: Uint8Array, about: About, path: string): Outline =>
  orTrouble(outline(bytes, about), path);

/** The language of a rulebook, whose rules stand in no text: what its names are read by, and what a lint is asked with. */
export const languageOfBook = ({ rules }: Pick<Rulebook, "rules">): RuleLanguage => languageOfRules(rules);

function orTrouble<Read extends Outline>(reading: Read, path: string): Read {
  const fault = reading.findings.find(({ severity }) => severity === "error");
  if (fault === undefined) return reading;
  const [what, wayOut] = wordsFor(fault, reading);
  const byte = fault.details?.["byte"];
  throw new Trouble(what, {
    file: path,
    ...(typeof byte === "number" ? { place: `byte ${byte}` } : {}),
    wayOut,
  });
}

type Words = readonly [what: string, wayOut: string];

const WAYS_OUT: Readonly<Record<string, Words>> = {
  "ingest/empty": ["there is nothing in it", "Name a file that holds the text of an act."],
  "ingest/binary": [
    "this is no text: it holds bytes that no text has",
    "Save it as plain text or Markdown in UTF-8 (PDF and DOCX are not read yet).",
  ],
  "ingest/utf-16": [
    "this is UTF-16; only UTF-8 is read",
    "Convert it: iconv -f UTF-16LE -t UTF-8 FILE > NEW (UTF-16BE where the first byte of a letter is the smaller one).",
  ],
  "ingest/not-utf-8": [
    "this is not UTF-8",
    "Convert it to UTF-8, for example: iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW.",
  ],
};

function wordsFor({ code, details }: Finding, { language }: Outline): Words {
  const named = (key: string): string => [details?.[key]].flat().join(", ");
  switch (code) {
    case "reading/language-unknown":
      return [
        `it is in none of the languages that are read (${named("knows")})`,
        "Name a file that holds the text of an act in one of them.",
      ];
    case "reading/language-not-read":
      return [
        `it is in ${language?.name ?? named("language")}, and rules are read from texts in ${named("reads")} only`,
        "Name the same act in a language that is read; `tarmaq outline` shows the parts of this text.",
      ];
    default:
      return WAYS_OUT[code] ?? [`it cannot be read (${code})`, "Hand in text or Markdown in UTF-8."];
  }
}
