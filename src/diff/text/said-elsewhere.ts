import { likeness, profileOf, type Profile } from "../words.ts";
import { leftoverOf } from "./leftover.ts";
import type { WordedPart } from "./pair-parts.ts";
import type { Part, WordReader } from "./part.ts";
import type { TextPairs } from "./text-pairs.ts";

/** Less alike parts are not held against each other word by word. */
const MUCH_THE_SAME = 0.85;
/** Beside a heading that says a part of it. */
const WITH_HEADING = 0.7;
/** Words at least that are known again in a note. */
const LEAST_IN_NOTE = 3;
/** Words at most that one of two parts has beside what both say. */
const WORDS_MORE = 1;

/**
 * Whether what a part says on one side is said by another part of the same side that is on both. What a word means is said
 * elsewhere only in the same words.
 */
export class Saying {
  readonly #here: Readonly<Record<"old" | "new", readonly WordedPart[]>>;
  readonly #saidElsewhere: ReadonlySet<WordedPart>;
  readonly #olds: readonly WordedPart[];
  /** All words of the notes of each version. */
  readonly #notes: Readonly<Record<"old" | "new", string>>;
  readonly #profiles = new Map<WordedPart, Profile>();
  readonly #reader: WordReader;

  /** Words of the headings of rows and chapters, by side and path. */
  readonly #headings: Readonly<Record<"old" | "new", ReadonlyMap<string, readonly string[]>>>;

  constructor({ pairs, removed, added, reader }: TextPairs) {
    this.#reader = reader;
    this.#headings = {
      old: headingsIn([...pairs.map(({ old }) => old), ...removed]),
      new: headingsIn([...pairs.map(({ now }) => now), ...added]),
    };
    this.#notes = {
      old: notesIn([...pairs.map(({ old }) => old), ...removed]),
      new: notesIn([...pairs.map(({ now }) => now), ...added]),
    };
    this.#here = { old: pairs.map(({ old }) => old), new: pairs.map(({ now }) => now) };
    this.#olds = [...this.#here.old, ...removed];
    this.#saidElsewhere = new Set([
      ...removed.filter((part) => this.#says("old", part)),
      ...added.filter((part) => this.#says("new", part)),
    ]);
  }

  /** What came or went with the part stands elsewhere as well. */
  elsewhere(part: WordedPart): boolean {
    return this.#saidElsewhere.has(part);
  }

  /** The other version has the words of a part in a note. */
  inNote(side: "old" | "new", { words, tokens }: WordedPart): boolean {
    return (
      tokens.length >= LEAST_IN_NOTE && this.#notes[side === "old" ? "new" : "old"].includes(` ${words} `)
    );
  }

  /** A part opened a list all of whose items stand elsewhere as well. */
  listSaidElsewhere({ part: { path } }: WordedPart): boolean {
    const items = this.#olds.filter(({ part }) => part.role === "law" && part.path.startsWith(`${path}/`));
    return items.length > 0 && items.every((item) => this.#saidElsewhere.has(item));
  }

  #says(side: "old" | "new", part: WordedPart): boolean {
    return this.#here[side].some((other) => {
      if (other.part.role !== part.part.role || inOneList(part.part, other.part)) return false;
      return other.words === part.words || (!part.part.defines && this.#saysMuchTheSame(side, part, other));
    });
  }

  #saysMuchTheSame(side: "old" | "new", part: WordedPart, other: WordedPart): boolean {
    const heading = this.#headingOf(side, other);
    const least = heading.length > 0 ? WITH_HEADING : MUCH_THE_SAME;
    if (likeness(this.#profileOf(part), this.#profileOf(other)) < least) return false;
    const around = {
      old: part.tokens,
      now: other.tokens,
      reader: this.#reader,
      renumbered: NOTHING_RENUMBERED,
      renamed: [],
    };
    const { wording } = this.#reader;
    const left = leftoverOf(around)
      .flatMap(({ removed, added }) => [...removed, ...added])
      .filter(({ key }) => !heading.some((word) => word === key || wording.areForms(word, key)));
    return left.length <= WORDS_MORE && left.every(({ key }) => !key.startsWith("#"));
  }

  /** What the heading of the row says that a part stands in, which the part need not say. */
  #headingOf(side: "old" | "new", { part: { path } }: WordedPart): readonly string[] {
    const row = /^.*\/row-[^/]*/u.exec(path)?.[0];
    return row === undefined ? [] : (this.#headings[side].get(row) ?? []);
  }

  #profileOf(part: WordedPart): Profile {
    const known = this.#profiles.get(part);
    if (known !== undefined) return known;
    const profile = profileOf(part.tokens.map(({ key }) => key));
    this.#profiles.set(part, profile);
    return profile;
  }
}

const notesIn = (parts: readonly WordedPart[]): string =>
  parts.map(({ part, words }) => (part.role === "note" ? ` ${words} ` : "")).join("|");

const headingsIn = (parts: readonly WordedPart[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    parts
      .filter(({ part }) => part.role === "title")
      .map(({ part, tokens }) => [part.path, tokens.map(({ key }) => key)]),
  );

const NOTHING_RENUMBERED: ReadonlyMap<string, string> = new Map();

/** Parts of one clause, item or row: what a list asks for twice may be asked for two ways of applying. */
function inOneList(one: Part, other: Part): boolean {
  const parent = one.path.slice(0, Math.max(0, one.path.lastIndexOf("/")));
  return /(?:^|\/)(?:clause|item|row)-[^/]*$/u.test(parent) && other.path.startsWith(`${parent}/`);
}
