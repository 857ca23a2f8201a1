import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Trouble } from "../model/trouble.ts";
import { faults } from "./validate.ts";

/** What is known of a text beside its words (`corpus/<stem>.about.json`). */
export interface About {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly edition: string;
  readonly body: string;
  readonly language: string;
  readonly zone: { readonly id: string };
}

/** What is known of a text; absent where no such file lies beside it. Throws `Trouble` for one that is not as it should be. */
export function aboutOf(path: string): About | undefined {
  const file = join(dirname(path), `${basename(path).replace(/\.[^.]*$/u, "")}.about.json`);
  if (!existsSync(file)) return undefined;
  const value: unknown = parse(readFileSync(file, "utf8"), file);
  const [fault] = faults("about", value);
  if (fault !== undefined)
    throw new Trouble(`${fault.pointer} ${fault.message}`, {
      file,
      wayOut: "The format is described in schemas/about.schema.json.",
    });
  return value as About;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Trouble("is no JSON", {
      file,
      wayOut: "The format is described in schemas/about.schema.json.",
    });
  }
}
