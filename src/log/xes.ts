import { Trouble } from "../model/trouble.ts";
import type { LogFile } from "./log-file.ts";
import type { Found, RecordFormat } from "./log-format.ts";
import { beginning, textOf } from "./log-text.ts";
import { XesError, XesReader } from "./xes-reader.ts";

/** XES (IEEE 1849): events in traces; an attribute of the trace goes by the name `case:<key>`. */
export const xes: RecordFormat = {
  id: "xes",
  title: "XES",
  endings: ["xes"],
  tells: (head) => beginning(head).startsWith("<"),
  open: (file, { encoding }) => {
    const text = textOf(file, encoding);
    return (onBytes) => recordsOf(file, text(onBytes));
  },
};

async function* recordsOf(file: LogFile, pieces: AsyncIterable<string>): AsyncGenerator<Iterable<Found>> {
  const reader = new XesReader();
  try {
    for await (const piece of pieces) yield reader.push(piece);
    yield reader.end();
  } catch (error) {
    if (!(error instanceof XesError)) throw error;
    throw new Trouble(
      `is no ${error.wayOut === undefined ? "well-formed XML" : "XES that can be read"}: ${error.message}`,
      {
        file: file.path,
        place: `line ${error.line}`,
        wayOut: error.wayOut ?? "It was cut off or changed on the way: export it again.",
      },
    );
  }
}
