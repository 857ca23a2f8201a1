import { likeness, profileOf } from "../words.ts";
import type { WordedPart } from "./pair-parts.ts";
import type { TextPairs } from "./text-pairs.ts";

/** So alike are two parts that say the same. */
const THE_SAME = 0.9;

/**
 * Whether what a part says on one side is said by another part of the same side that is on both. What a word means is said
 * elsewhere only in the same words.
 */
export class Saying {
  readonly #here: Readonly<Record<"old" | "new", readonly WordedPart[]>>;
  readonly #saidElsewhere: ReadonlySet<WordedPart>;
  readonly #olds: readonly WordedPart[];

  constructor({ pairs, removed, added }: TextPairs) {
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

  #says(side: "old" | "new", { part, words, tokens }: WordedPart): boolean {
    const numbers = numbersOf(tokens);
    const profile = profileOf(words.split(" "));
    return this.#here[side].some(
      (other) =>
        other.part.role === part.role &&
        (other.words === words ||
          (!part.defines &&
            numbersOf(other.tokens) === numbers &&
            likeness(profile, profileOf(other.words.split(" "))) >= THE_SAME)),
    );
  }
}

const numbersOf = (tokens: WordedPart["tokens"]): string =>
  tokens
    .filter(({ key }) => key.startsWith("#"))
    .map(({ key }) => key)
    .join(" ");
