import { Trouble } from "../model/trouble.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import {
  isRead,
  languageOfRules,
  outline,
  read,
  receive,
  type About,
  type Outline,
  type Reading,
  type RuleLanguage,
} from "../reading.ts";
import { wordsFor } from "./ways-out.ts";

/**
 * The reading of an act whose rules are asked for: the one way for every command, page and folder of texts. Throws
 * `Trouble` that names `path` where it is no text, or one in a language whose rules are not read.
 */
export async function readAct(bytes: Uint8Array, about: About, path: string): Promise<ActReading> {
  const reading = orTrouble(read(await receive(bytes, about), about), path);
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
  orTrouble(outline(await receive(bytes, about), about), path);

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
