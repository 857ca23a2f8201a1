import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Receipt } from "../../model/receipt.ts";
import { strictJson } from "../../model/strict-json.ts";
import { decisionEntry, type Head, type Link } from "../chain.ts";
import { ChainWatch, type Verified } from "../verified.ts";
import { logFilesIn } from "./day-file.ts";

/** What a line of a decision log has; of before entries were tied, no link. */
type Line = Partial<Link> & { readonly at: string; readonly receipt: Receipt; readonly request: unknown };

/** Looks through a decision log in files, that of each writer by itself. */
export async function verifyFiles(folder: string, noted?: Head): Promise<ReadonlyMap<string, Verified>> {
  const told = new Map<string, Verified>();
  const files = logFilesIn(folder);
  for (const writer of new Set(files.map((file) => file.writer))) {
    const watch = new ChainWatch(noted);
    for (const { name } of files.filter((file) => file.writer === writer))
      if (!(await isWhole(join(folder, name), name, watch))) break;
    told.set(writer, watch.told());
  }
  return told;
}

async function isWhole(path: string, name: string, watch: ChainWatch): Promise<boolean> {
  let number = 0;
  for await (const text of createInterface({
    input: createReadStream(path, "latin1"),
    crlfDelay: Infinity,
  })) {
    const at = `${name}:${(number += 1)}`;
    const line = lineOf(text);
    if (line === undefined) return watch.broken(at, "unreadable");
    const { number: place, previous, hash } = line;
    if (place === undefined || previous === undefined || hash === undefined) {
      // Before the first that is tied, lines may be older than the chain.
      if (watch.told().entries > 0) return watch.broken(at, "not-tied");
      continue;
    }
    if (!watch.meet(decisionEntry(line.at, line.receipt), { number: place, previous, hash }, at))
      return false;
    if (!watch.request(line.receipt, line.request, at)) return false;
  }
  return true;
}

/** The entry of a line, whose letters are its bytes. What another would read otherwise is none. */
function lineOf(text: string): Line | undefined {
  const bytes = Buffer.from(text, "latin1");
  if (!isUtf8(bytes)) return undefined;
  try {
    return strictJson(bytes.toString("utf8")) as Line;
  } catch {
    return undefined;
  }
}
