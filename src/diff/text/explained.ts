import type { Change, ChangeSide } from "../../model/change.ts";
import { groupedBy } from "../../model/grouped-by.ts";
import { pathsOf } from "./joined.ts";
import type { Leftover } from "./leftover.ts";
import type { WordReader } from "./part.ts";
import type { PartPair } from "./text-pairs.ts";
import { tokensOf, type Token } from "./token.ts";

/** Fields of rules that are told by numbers and units alone. */
const BY_NUMBER = new Set(["term", "min", "amount", "open", "close", "break", "time", "before"]);

/** Changes of rules by the provisions that they stand in. */
export class Explained {
  readonly #old: ReadonlyMap<string | undefined, readonly Change[]>;
  readonly #now: ReadonlyMap<string | undefined, readonly Change[]>;

  constructor(
    changes: readonly Change[],
    private readonly reader: WordReader,
  ) {
    const told = changes.filter((change) => change.class === "substance");
    this.#old = groupedBy(told, ({ old }) => old?.path);
    this.#now = groupedBy(told, ({ new: now }) => now?.path);
  }

  /** Whether a rule that came or went is told of a provision that came or went. */
  covers(side: "old" | "new", path: string): boolean {
    return (side === "old" ? this.#old : this.#now).has(path);
  }

  /** What changes of rules do not tell of the words that are left over. */
  without({ old, now, leftover }: PartPair): readonly Leftover[] {
    const before = pathsOf(old.part).flatMap((path) => this.#old.get(path) ?? []);
    const after = pathsOf(now.part).flatMap((path) => this.#now.get(path) ?? []);
    if (before.length + after.length === 0) return leftover;
    const [gone, come] = [
      before.map((one) => this.#told(one, one.old)),
      after.map((one) => this.#told(one, one.new)),
    ];
    return leftover
      .map(({ removed, added }) => ({
        removed: removed.filter((token) => !gone.some((told) => told(token))),
        added: added.filter((token) => !come.some((told) => told(token))),
      }))
      .filter(({ removed, added }) => removed.length + added.length > 0);
  }

  /** Which words of its provision a change of a rule tells of. */
  #told(change: Change, side: ChangeSide | undefined): (token: Token) => boolean {
    const { grammar } = this.reader;
    const byNumber =
      change.old !== undefined &&
      change.new !== undefined &&
      change.fields.every(({ field }) => BY_NUMBER.has(field));
    if (byNumber)
      return ({ key }) =>
        key.startsWith("#") || grammar.unitOf(key) !== undefined || grammar.kindOfDay(key) !== undefined;
    const words = new Set(tokensOf(side?.quote ?? "", this.reader).map(({ key }) => key));
    return ({ key }) => words.has(key);
  }
}
