import { likeness, profileOf, type Profile } from "../words.ts";
import { leftoverOf } from "./leftover.ts";
import type { WordedPart } from "./pair-parts.ts";
import type { Part, WordReader } from "./part.ts";
import type { TextPairs } from "./text-pairs.ts";

/** Less alike parts are not held against each other word by word. */
const MUCH_THE_SAME = 0.85;
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
  readonly #profiles = new Map<WordedPart, Profile>();
  readonly #reader: WordReader;

  constructor({ pairs, removed, added, reader }: TextPairs) {
    this.#reader = reader;
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

  /** A part opened a list all of whose items stand elsewhere as well. */
  listSaidElsewhere({ part: { path } }: WordedPart): boolean {
    const items = this.#olds.filter(({ part }) => part.role === "law" && part.path.startsWith(`${path}/`));
    return items.length > 0 && items.every((item) => this.#saidElsewhere.has(item));
  }

  #says(side: "old" | "new", part: WordedPart): boolean {
    return this.#here[side].some((other) => {
      if (other.part.role !== part.part.role || inOneList(part.part, other.part)) return false;
      return other.words === part.words || (!part.part.defines && this.#saysMuchTheSame(part, other));
    });
  }

  #saysMuchTheSame(part: WordedPart, other: WordedPart): boolean {
    if (likeness(this.#profileOf(part), this.#profileOf(other)) < MUCH_THE_SAME) return false;
    const around = {
      old: part.tokens,
      now: other.tokens,
      reader: this.#reader,
      renumbered: NOTHING_RENUMBERED,
      renamed: [],
    };
    const left = leftoverOf(around).flatMap(({ removed, added }) => [...removed, ...added]);
    return left.length <= WORDS_MORE && left.every(({ key }) => !key.startsWith("#"));
  }

  #profileOf(part: WordedPart): Profile {
    const known = this.#profiles.get(part);
    if (known !== undefined) return known;
    const profile = profileOf(part.tokens.map(({ key }) => key));
    this.#profiles.set(part, profile);
    return profile;
  }
}

const NOTHING_RENUMBERED: ReadonlyMap<string, string> = new Map();

/** Parts of one clause, item or row: what a list asks for twice may be asked for two ways of applying. */
function inOneList(one: Part, other: Part): boolean {
  const parent = one.path.slice(0, Math.max(0, one.path.lastIndexOf("/")));
  return /(?:^|\/)(?:clause|item|row)-[^/]*$/u.test(parent) && other.path.startsWith(`${parent}/`);
}
