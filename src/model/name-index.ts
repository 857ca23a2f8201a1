/**
 * Things by name, as a Map has them, for names that have just been read: a Map would first go through the whole name
 * for its hash, which took a tenth of a verdict; here its length and three characters say where to look.
 */
export class NameIndex<Thing> {
  readonly #names: (string | undefined)[];
  readonly #things: (Thing | undefined)[];
  /** Room for four times the names, so that next to each other there are few. */
  readonly #mask: number;

  constructor(entries: Iterable<readonly [string, Thing]>) {
    const all = new Map(entries);
    let room = 4;
    while (room < all.size * 4) room *= 2;
    this.#mask = room - 1;
    this.#names = new Array<undefined>(room).fill(undefined);
    this.#things = new Array<undefined>(room).fill(undefined);
    for (const [name, thing] of all) {
      let at = placeOf(name) & this.#mask;
      while (this.#names[at] !== undefined) at = (at + 1) & this.#mask;
      this.#names[at] = name;
      this.#things[at] = thing;
    }
  }

  get(name: string): Thing | undefined {
    let at = placeOf(name) & this.#mask;
    for (;;) {
      const there = this.#names[at];
      if (there === name) return this.#things[at];
      if (there === undefined) return undefined;
      at = (at + 1) & this.#mask;
    }
  }
}

/** Any number will do: names that share it lie side by side. */
function placeOf(name: string): number {
  const { length } = name;
  if (length === 0) return 0;
  const middle = length >> 1;
  return (
    length * 5 +
    name.charCodeAt(length - 1) * 7 +
    name.charCodeAt(middle) * 31 +
    name.charCodeAt(middle >> 1) * 3
  );
}
