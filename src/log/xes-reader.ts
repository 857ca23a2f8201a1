import { SaxesParser } from "saxes";
import type { NoRecord } from "./log-format.ts";
import { Attributes, OF_TRACE, XesEvent, type XesTrace } from "./xes-event.ts";
import { entitiesOf } from "./xml-entities.ts";

/** The log is no XES that can be read; `line` is where. */
export class XesError extends Error {
  constructor(
    message: string,
    readonly line: number,
    /** What to do about it; absent: it is broken. */
    readonly wayOut?: string,
  ) {
    super(message);
  }
}

const MOST_HELD = 50_000;

/**
 * Reads XES handed in piece by piece. Attributes nested in others, and what stands outside events and traces, are
 * passed over; events and traces inside an event, and traces without an event, are told as no records. Names of elements
 * may have a prefix. Events of a trace are given at its end, when all its attributes are known.
 */
export class XesReader {
  readonly #parser: SaxesParser<{ position: true }>;
  readonly #done: (XesEvent | NoRecord)[] = [];
  #held: (XesEvent | NoRecord)[] = [];
  #trace: XesTrace | undefined;
  #event: Attributes | undefined;
  #depth = 0;
  #traceDepth = 0;
  #eventDepth = 0;
  #traces = 0;
  /** Lines on which the open tag, event and trace begin. */
  #tagLine = 0;
  #eventLine = 0;
  #traceLine = 0;
  #isEmpty = true;

  constructor() {
    const parser = new SaxesParser({ position: true });
    this.#parser = parser;
    parser.on("doctype", (text) => {
      const entities = entitiesOf(text);
      if (typeof entities === "string")
        throw new XesError(entities, parser.line, "Write out what they stand for.");
      Object.assign(parser.ENTITIES, entities);
    });
    parser.on("opentagstart", () => {
      this.#tagLine = parser.line;
    });
    parser.on("opentag", ({ name, attributes }) => {
      this.#open(name.slice(name.indexOf(":") + 1), attributes as Readonly<Record<string, string>>);
    });
    parser.on("closetag", () => {
      this.#close();
    });
    parser.on("error", (error) => {
      throw new XesError(error.message, parser.line);
    });
  }

  push(piece: string): (XesEvent | NoRecord)[] {
    this.#parser.write(piece);
    return this.#done.splice(0);
  }

  end(): (XesEvent | NoRecord)[] {
    this.#parser.close();
    return this.#done.splice(0);
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth === 1 && name !== "log")
      throw new XesError(`its outermost element is ${name}, not log`, this.#tagLine, "Name a XES file.");
    if (name === "event") this.#openEvent();
    else if (name === "trace") this.#openTrace();
    else if (this.#event !== undefined) {
      if (this.#depth === this.#eventDepth + 1) this.#event.put("", attributes);
    } else if (this.#trace !== undefined && this.#depth === this.#traceDepth + 1)
      this.#trace.attributes.put(OF_TRACE, attributes);
  }

  #openEvent(): void {
    const isIn = this.#trace === undefined ? 1 : this.#traceDepth;
    if (this.#event !== undefined || this.#depth !== isIn + 1) {
      this.#refuse("nested-event");
      return;
    }
    this.#event = new Attributes();
    this.#eventDepth = this.#depth;
    this.#eventLine = this.#tagLine;
    this.#isEmpty = false;
  }

  #openTrace(): void {
    if (this.#event !== undefined || this.#trace !== undefined) {
      this.#refuse("nested-trace");
      return;
    }
    this.#traces += 1;
    this.#trace = { number: this.#traces, attributes: new Attributes() };
    this.#traceDepth = this.#depth;
    this.#traceLine = this.#tagLine;
    this.#isEmpty = true;
  }

  /** Told of the line on which it begins; what stands in it is passed over. */
  #refuse(refused: NoRecord["refused"]): void {
    this.#held.push({ row: this.#tagLine, refused, text: "" });
  }

  #close(): void {
    if (this.#event !== undefined && this.#depth === this.#eventDepth) {
      this.#held.push(new XesEvent(this.#eventLine, this.#event, this.#trace));
      this.#event = undefined;
      if (this.#trace === undefined || this.#held.length > MOST_HELD) this.#give();
    } else if (this.#trace !== undefined && this.#depth === this.#traceDepth) {
      const { attributes } = this.#trace;
      if (this.#isEmpty)
        this.#held.push({
          row: this.#traceLine,
          refused: "empty-trace",
          text: attributes.values.join(" | "),
        });
      this.#give();
      this.#trace = undefined;
    }
    this.#depth -= 1;
  }

  /** In the order of their lines: an event is told at its end, what stands inside it before that. */
  #give(): void {
    for (const each of this.#held.sort((a, b) => a.row - b.row)) this.#done.push(each);
    this.#held = [];
  }
}
