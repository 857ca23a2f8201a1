import type { Change, ChangeSide } from "../../model/change.ts";
import type { Leftover } from "./leftover.ts";
import type { WordReader } from "./part.ts";
import type { PartPair } from "./text-pairs.ts";
import { tokensOf, type Token } from "./token.ts";

/** Fields of rules that are told by numbers and units alone. */
const BY_NUMBER = new Set(["term", "min", "amount", "open", "close", "break", "time", "before"]);

/** Changes of rules by the provisions that they stand in. */
export class Explained {
  readonly #old = new Map<string, Change[]>();
  readonly #now = new Map<string, Change[]>();

  constructor(
    changes: readonly Change[],
    private readonly reader: WordReader,
  ) {
    for (const change of changes) {
      if (change.class !== "substance") continue;
      put(this.#old, change.old, change);
      put(this.#now, change.new, change);
    }
  }

  /** Whether a rule that came or went is told of a provision that came or went. */
  covers(side: "old" | "new", path: string): boolean {
    return ((side === "old" ? this.#old : this.#now).get(path) ?? []).length > 0;
  }

  /** What changes of rules do not tell of the words that are left over. */
  without({ old, now, leftover }: PartPair): readonly Leftover[] {
    const before = this.#old.get(old.part.path) ?? [];
    const after = this.#now.get(now.part.path) ?? [];
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

function put(map: Map<string, Change[]>, side: ChangeSide | undefined, change: Change): void {
  if (side?.path === undefined) return;
  const known = map.get(side.path);
  if (known === undefined) map.set(side.path, [change]);
  else known.push(change);
}
