import { SaxesParser } from "saxes";
import type { Database } from "../../engine/database.ts";
import { textOf } from "../log-text.ts";
import type { LogFile, OnBytes } from "../log-file.ts";
import { OcelWriter } from "./tables.ts";

/** What an attribute without a time has been from. */
const EVER = "1970-01-01T00:00:00Z";

/** Takes OCEL 2.0 in XML into its tables, as it streams. Throws what is wrong with the XML. */
export async function fromXml(file: LogFile, database: Database, onBytes: OnBytes): Promise<void> {
  const writer = await OcelWriter.open(database);
  const parser = new SaxesParser();
  let event: number | undefined;
  let object: string | undefined;
  let attribute: { readonly name: string; readonly time: string; text: string } | undefined;
  const seen: string[] = [];
  parser.on("doctype", () => {
    throw new Error("it declares a type of document, which no such log does");
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const {
      id = "",
      type = "",
      time = "",
      name: called = "",
    } = attributes as Readonly<Record<string, string>>;
    const of = (attributes as Readonly<Record<string, string>>)["object-id"];
    const within = seen.at(-1);
    seen.push(name);
    if (of !== undefined) {
      if (event !== undefined) writer.link(event, of);
      else if (object !== undefined) writer.pair(object, of);
    } else if (name === "event" && within === "events") event = writer.event({ id, type, time });
    else if (name === "object" && within === "objects" && event === undefined && object === undefined) {
      object = id;
      writer.object(id, type);
    } else if (name === "attribute") attribute = { name: called, time: time === "" ? EVER : time, text: "" };
  });
  parser.on("text", (text) => {
    if (attribute !== undefined) attribute.text += text;
  });
  parser.on("closetag", ({ name }) => {
    seen.pop();
    const within = seen.at(-1);
    if (name === "attribute" && attribute !== undefined) {
      if (event !== undefined) writer.eventValue(event, attribute.name, attribute.text);
      else if (object !== undefined)
        writer.objectValue(object, { name: attribute.name, time: attribute.time, value: attribute.text });
      attribute = undefined;
    } else if (name === "event" && within === "events") event = undefined;
    else if (name === "object" && within === "objects" && seen.length === 2) object = undefined;
  });
  for await (const piece of textOf(file, undefined)(onBytes)) parser.write(piece);
  parser.close();
  writer.close();
}
