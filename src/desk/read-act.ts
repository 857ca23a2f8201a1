import type { Finding } from "../model/finding.ts";
import { throughOffice } from "../files/through-office.ts";
import { Trouble } from "../model/trouble.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { outline, read, receive, type About, type Outline, type Reading } from "../reading.ts";
import { isRead, languageOfRules, type RuleLanguage } from "../language/rule-language.ts";
import { wordsFor } from "./ways-out.ts";

/**
 * The reading of an act whose rules are asked for: the one way for every command, page and folder of texts. Throws
 * `Trouble` that names `path` where it is no text, or one in a language whose rules are not read.
 */
export async function readAct(bytes: Uint8Array, about: About, path: string): Promise<ActReading> {
  const reading = orTrouble(read(await receive(bytes, about, throughOffice), about), path);
  const { language } = reading;
  if (!isRead(language)) throw new TypeError(`${path} was read in no language and without an error`);
  return { ...reading, language };
}

/** A reading without errors: its rules are all that could be found in it. */
export interface ActReading extends Reading {
  readonly language: RuleLanguage;
}

/** The same as far as the act's tree, which more languages have. */
export const outlineAct = async (bytes: Uint8Array, about: About, path: string): Promise<Outline> =>
  orTrouble(outline(await receive(bytes, about, throughOffice), about), path);

/** The language of a rulebook, whose rules stand in no text: what its names are read by, and what a lint is asked with. */
export const languageOfBook = ({ rules }: Pick<Rulebook, "rules">): RuleLanguage => languageOfRules(rules);

function orTrouble<Read extends Outline>(reading: Read, path: string): Read {
  const fault = reading.findings.find(({ severity }) => severity === "error");
  if (fault === undefined) return reading;
  const [what, wayOut] = wordsFor(fault, reading);
  throw new Trouble(what, { file: path, ...placeOf(fault), wayOut });
}

/** Where in the file a fault is: the byte, or the part of a packed document and its line. */
function placeOf({ details }: Finding): { readonly place?: string } {
  const [byte, part, line] = ["byte", "part", "line"].map((name) => details?.[name]);
  if (typeof byte === "number") return { place: `byte ${byte}` };
  if (typeof part !== "string") return {};
  return { place: typeof line === "number" ? `${part}, line ${line}` : part };
}
