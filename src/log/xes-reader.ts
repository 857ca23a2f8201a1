import { SaxesParser } from "saxes";

/** The attributes of an event or a trace, in their order. A dozen in a list are found sooner than a map of them is made. */
export class Attributes {
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
export interface XesEvent {
  readonly index: number;
  readonly event: Attributes;
  /** Undefined for an event outside every trace. */
  readonly trace: Attributes | undefined;
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
      if (this.#depth === this.#eventDepth + 1) put(this.#event, attributes);
    } else if (this.#trace !== undefined && this.#depth === this.#traceDepth + 1)
      put(this.#trace, attributes);
  }

  #close(): void {
    if (this.#event !== undefined && this.#depth === this.#eventDepth) {
      this.#index += 1;
      this.#held.push({ index: this.#index, event: this.#event, trace: this.#trace });
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

function put(into: Attributes, attributes: Readonly<Record<string, string>>): void {
  const { key, value } = attributes;
  if (key !== undefined && value !== undefined) into.put(key, value);
}
