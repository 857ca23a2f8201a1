import type { NamedRecord } from "./log-format.ts";
import { TextHash } from "./text-hash.ts";

/** What names of a trace's attributes begin with, beside those of its events. */
export const OF_TRACE = "case:";

/** The attributes of an event or a trace, in their order. A dozen in a list are found sooner than a map of them is made. */
export class Attributes {
  readonly keys: string[] = [];
  readonly values: string[] = [];

  /** The attribute of an element, where it is one. */
  put(of: string, { key, value }: Readonly<Record<string, string>>): void {
    if (key === undefined || value === undefined) return;
    this.keys.push(of + key);
    this.values.push(value);
  }

  entries(): [key: string, value: string][] {
    return this.keys.map((key, place) => [key, this.values[place] ?? ""]);
  }

  get(key: string): string | undefined {
    const place = this.keys.indexOf(key);
    return place < 0 ? undefined : this.values[place];
  }

  /** Whether it has two values for a key: nobody can tell which of them is meant. */
  isTorn(key: string): boolean {
    const first = this.keys.indexOf(key);
    return this.keys.some(
      (each, place) => place > first && each === key && this.values[place] !== this.values[first],
    );
  }
}

/** The trace of an event: its number in the file, from 1, and its attributes. */
export interface XesTrace {
  readonly number: number;
  readonly attributes: Attributes;
}

/** An event of a XES log: the line on which it begins, its attributes and those of its trace. */
export class XesEvent implements NamedRecord {
  constructor(
    readonly row: number,
    private readonly event: Attributes,
    /** Undefined for an event outside every trace. */
    private readonly of: XesTrace | undefined,
  ) {}

  get trace(): number | undefined {
    return this.of?.number;
  }

  get hash(): number {
    const all = new TextHash();
    for (const [key, value] of this.event.entries()) all.add(key).add("\u0000").add(value).add("\u0001");
    return all.value;
  }

  get text(): string {
    return this.entries()
      .map(([key, value]) => `${key}=${value}`)
      .join(" | ");
  }

  take(names: readonly (string | undefined)[]): (string | undefined)[] | "repeated-key" {
    const found = (name: string): Attributes | undefined =>
      name.startsWith(OF_TRACE) ? this.of?.attributes : this.event;
    if (names.some((name) => name !== undefined && found(name)?.isTorn(name) === true)) return "repeated-key";
    return names.map((name) => (name === undefined ? undefined : found(name)?.get(name)));
  }

  entries(): [string, string][] {
    return [...(this.of?.attributes.entries() ?? []), ...this.event.entries()];
  }
}
