import type { Part } from "../../../src/diff/text/part.ts";
import type { Version } from "../../../src/diff/version.ts";
import type { TextLanguage } from "../made-up.ts";
import { versionOf } from "../version-of.ts";

/** A provision whose words stand in the text as they are read, so that they can be edited there. */
export interface Place {
  readonly part: Part;
  /** Its words, its number before them not among them. */
  readonly start: number;
  readonly end: number;
  /** Where its line begins with its number. */
  readonly from: number;
}

/** A real text that drafters' edits are made in. */
export interface Act {
  readonly name: string;
  readonly language: TextLanguage;
  readonly text: string;
  readonly version: Version;
  readonly places: readonly Place[];
}

/** Letters that tell the language. */
const HEAD = 300;
/** So much of a provision is edited at least. */
const LEAST_LETTERS = 25;

/** An act read for being edited. */
export function actOf(name: string, text: string): Act {
  const version = versionOf(text, name);
  const places = (version.text?.parts ?? []).flatMap((part) => placeOf(part, text));
  return { name, language: /[қғңөұү]/u.test(text.slice(0, HEAD)) ? "kk" : "ru", text, version, places };
}

function placeOf(part: Part, text: string): readonly Place[] {
  const [first] = part.side.spans ?? [];
  const end = part.side.spans?.at(-1)?.end;
  if (first === undefined || end === undefined || part.role !== "law" || part.excluded) return [];
  const { start } = first;
  if (end - start < LEAST_LETTERS || text.slice(start, end) !== part.text) return [];
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const before = /(?:\d+(?:-\d+)?\\?[.)][ \t]*)?$/u.exec(text.slice(line, start))?.[0].length ?? 0;
  return [{ part, start, end, from: start - before }];
}
