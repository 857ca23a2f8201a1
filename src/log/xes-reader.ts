import { SaxesParser } from "saxes";
import type { NamedRecord } from "./log-format.ts";
import { TextHash } from "./text-hash.ts";

/** What names of a trace's attributes begin with, beside those of its events. */
const OF_TRACE = "case:";

/** The attributes of an event or a trace, in their order. A dozen in a list are found sooner than a map of them is made. */
class Attributes {
  readonly keys: string[] = [];
  readonly values: string[] = [];

  put(key: string, value: string): void {
    this.keys.push(key);
    this.values.push(value);
  }

  entries(): [key: string, value: string][] {
    return this.keys.map((key, place) => [key, this.values[place] ?? ""]);
  }

  /** Of two with the same key the later one counts. */
  get(key: string): string | undefined {
    const place = this.keys.lastIndexOf(key);
    return place < 0 ? undefined : this.values[place];
  }
}

/** An event of a XES log: its index in the file from 1, its attributes and those of its trace. */
class XesEvent implements NamedRecord {
  constructor(
    readonly row: number,
    private readonly event: Attributes,
    /** Undefined for an event outside every trace. */
    private readonly trace: Attributes | undefined,
  ) {}

  get hash(): number {
    const all = new TextHash();
    for (const [key, value] of this.event.entries()) all.add(key).add("\u0000").add(value).add("\u0001");
    return all.value;
  }

  take(names: readonly (string | undefined)[]): (string | undefined)[] {
    return names.map((name) =>
      name === undefined ? undefined : (name.startsWith(OF_TRACE) ? this.trace : this.event)?.get(name),
    );
  }

  entries(): [string, string][] {
    return [...(this.trace?.entries() ?? []), ...this.event.entries()];
  }
}

/** The log is no well-formed XML; `line` is where. */
export class XesError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

const MOST_HELD = 50_000;

/**
 * Reads XES handed in piece by piece. Attributes nested in others, and what stands outside events and traces, are
 * passed over. Events of a trace are given at its end, when all its attributes are known.
 */
export class XesReader {
  readonly #parser: SaxesParser<{ position: true }>;
  readonly #done: XesEvent[] = [];
  #held: XesEvent[] = [];
  #trace: Attributes | undefined;
  #event: Attributes | undefined;
  #depth = 0;
  #traceDepth = 0;
  #eventDepth = 0;
  #index = 0;

  constructor() {
    const parser = new SaxesParser({ position: true });
    this.#parser = parser;
    parser.on("opentag", (tag) => {
      this.#open(tag.name, tag.attributes as Readonly<Record<string, string>>);
    });
    parser.on("closetag", () => {
      this.#close();
    });
    parser.on("error", (error) => {
      throw new XesError(error.message, parser.line);
    });
  }

  push(piece: string): XesEvent[] {
    this.#parser.write(piece);
    return this.#done.splice(0);
  }

  end(): XesEvent[] {
    this.#parser.close();
    return this.#done.splice(0);
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (name === "event" && this.#event === undefined) {
      this.#event = new Attributes();
      this.#eventDepth = this.#depth;
    } else if (name === "trace" && this.#trace === undefined) {
      this.#trace = new Attributes();
      this.#traceDepth = this.#depth;
    } else if (this.#event !== undefined) {
      if (this.#depth === this.#eventDepth + 1) put(this.#event, "", attributes);
    } else if (this.#trace !== undefined && this.#depth === this.#traceDepth + 1)
      put(this.#trace, OF_TRACE, attributes);
  }

  #close(): void {
    if (this.#event !== undefined && this.#depth === this.#eventDepth) {
      this.#index += 1;
      this.#held.push(new XesEvent(this.#index, this.#event, this.#trace));
      this.#event = undefined;
      if (this.#trace === undefined || this.#held.length > MOST_HELD) this.#give();
    } else if (this.#trace !== undefined && this.#depth === this.#traceDepth) {
      this.#give();
      this.#trace = undefined;
    }
    this.#depth -= 1;
  }

  #give(): void {
    for (const event of this.#held) this.#done.push(event);
    this.#held = [];
  }
}

function put(into: Attributes, of: string, attributes: Readonly<Record<string, string>>): void {
  const { key, value } = attributes;
  if (key !== undefined && value !== undefined) into.put(of + key, value);
}
