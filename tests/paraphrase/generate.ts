import type { Row } from "../gold/scoring.ts";
import type { Family } from "./family.ts";
import { randomOf } from "./random.ts";
import { markdown } from "./write/markdown.ts";
import { plainText } from "./write/plain.ts";
import type { Placed } from "./write/sheet.ts";

/** A made-up act as written down, and the rules it states. */
export interface Made {
  readonly family: string;
  readonly number: number;
  readonly writer: string;
  /** The file's name, as a reader would be given it. */
  readonly file: string;
  readonly text: string;
  readonly gold: readonly ExpectedRow[];
  /** Lines, from 1, whose words only frame the act: what is read there beside its rules is no matter of the family. */
  readonly framing: ReadonlySet<number>;
}

/** A row of gold; `own` where it is what the family is about. */
export type ExpectedRow = Row & { readonly own: boolean };

/** Three acts in Markdown to one in plain text. */
const USUAL = [markdown, markdown, markdown, plainText] as const;

/** The family's act of that number: always the same text. */
export function make(family: Family, number: number): Made {
  const random = randomOf(seedOf(family.id) + number);
  const writers = family.writers ?? USUAL;
  const writer = writers[number % writers.length]!;
  const sheet = writer.write(family.make(random), random);
  return {
    family: family.id,
    number,
    writer: writer.id,
    file: `${family.id}-${number}.${writer.ending}`,
    text: sheet.text,
    gold: sheet.placed.map(rowOf),
    framing: sheet.framing,
  };
}

const rowOf = ({ rule, own, service, lines }: Placed): ExpectedRow => ({
  ...rule.fields,
  kind: rule.kind,
  lines,
  service,
  quote: rule.words,
  own,
});

/** A number for a family's name, so that two families do not make the same choices. */
const seedOf = (id: string): number =>
  Array.from(id).reduce((all, letter) => (Math.imul(all, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
