import { read } from "../../src/reading.ts";
import { sideOf } from "../../src/desk/open-parity.ts";
import { isRead } from "../../src/language/rule-language.ts";
import type { Parity } from "../../src/model/parity.ts";
import { parity } from "../../src/parity/parity.ts";
import type { ParitySide } from "../../src/parity/side.ts";

/** A side from the words of a text. */
export function side(file: string, text: string): ParitySide {
  const reading = read(new TextEncoder().encode(text), { file });
  const { language } = reading;
  if (!isRead(language)) throw new TypeError(`${file} is in no language that is read`);
  return sideOf({ ...reading, language });
}

const KAZAKH_HEAD = `Қызмет көрсету қағидалары

1-тарау. Жалпы ережелер

`;
const RUSSIAN_HEAD = `Правила оказания услуги

Глава 1. Общие положения

`;

/** Clauses of one act in both languages held against each other. */
export const held = (kazakh: readonly string[], russian: readonly string[]): Parity =>
  parity(side("kaz.md", KAZAKH_HEAD + numbered(kazakh)), side("rus.md", RUSSIAN_HEAD + numbered(russian)));

const numbered = (clauses: readonly string[]): string =>
  clauses.map((clause, index) => `${index + 1}. ${clause}`).join("\n\n");
