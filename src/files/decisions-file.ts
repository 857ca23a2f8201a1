import { isUtf8 } from "node:buffer";
import { constants } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { print } from "../model/print.ts";
import { DoubledKey, strictJson } from "../model/strict-json.ts";
import { Trouble } from "../model/trouble.ts";
import type { Decision } from "../review/decision.ts";
import { inLine } from "./json-lines.ts";
import { passedLine, type JsonKind } from "./read-json.ts";
import { bytesIfThere } from "./text-if-there.ts";
import { syncFolder } from "./to-disk.ts";

/** Decisions as they stand in a file, and the lines that are no decision because a write was cut short. */
export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  /** Line numbers, from 1, of what a killed process left behind; nobody was told that it had been written. */
  readonly torn: readonly number[];
}

const DECISION: JsonKind<"decision"> = {
  what: "The decision",
  schema: "decision",
  help: "restore the line from version control",
};

/**
 * Reads a `decisions.jsonl`; a file that is not there holds none. A line that is no JSON was cut short while being
 * written and never acknowledged: it is left out and told. Throws `Trouble` for a line that is JSON and no decision, that
 * is no text or has a name twice, or whose words were changed after it was written.
 */
export async function readDecisions(file: string): Promise<ReadDecisions> {
  const bytes = await contentOf(file);
  const decisions: Decision[] = [];
  const torn: number[] = [];
  // A letter each byte: a line that is no text is told by its number.
  for (const [index, line] of bytes.toString("latin1").split("\n").entries()) {
    if (line === "") continue;
    const value = parsed(Buffer.from(line, "latin1"), file, index + 1);
    if (value === undefined) torn.push(index + 1);
    else decisions.push(decisionIn(value, file, index + 1));
  }
  return { decisions, torn };
}

/**
 * Appends decisions, all in one write, and returns when they are on the disk. They are what `desk/` has made and held
 * against their schema; here nobody looks at them again.
 */
export async function appendDecisions(file: string, decisions: readonly Decision[]): Promise<void> {
  const isNew = (await mkdir(dirname(file), { recursive: true })) !== undefined;
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o644);
  try {
    const { size } = await handle.stat();
    const lines = decisions.map((decision) => `${JSON.stringify(decision)}\n`).join("");
    // What a killed process left without a line's end stays as it is, on a line of its own.
    await handle.appendFile((await endsInLineBreak(handle, size)) ? lines : `\n${lines}`);
    await handle.sync();
    if (isNew || size === 0) await syncFolder(dirname(file));
  } finally {
    await handle.close();
  }
}

async function endsInLineBreak(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  if (size === 0) return true;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === 0x0a;
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return (await bytesIfThere(file)) ?? Buffer.alloc(0);
  } catch {
    throw new Trouble("cannot be read", { file, wayOut: "Check the path and who may read it." });
  }
}

function parsed(line: Buffer, file: string, number: number): unknown {
  const at = { file, place: `line ${number}`, wayOut: "Restore the line from version control." };
  try {
    const value = strictJson(line.toString("utf8"));
    if (isUtf8(line)) return value;
  } catch (error) {
    if (error instanceof DoubledKey) throw new Trouble(`${error.pointer} ${error.message}`.trim(), at);
    return undefined;
  }
  throw new Trouble("is no text in UTF-8", at);
}

/** A decision as its schema has it. Throws `Trouble` for what is none, or was changed after it was written. */
export function decisionIn(value: unknown, file: string, line: number): Decision {
  const decision = inLine(file, line, () => passedLine(value, DECISION));
  const { id, ...told } = decision;
  if (print(told) !== id)
    throw new Trouble("was changed after it was written: its id is not the print of its words", {
      file,
      place: `line ${line}`,
      wayOut:
        "Decisions are only ever added. Restore the line, and add a decision that says what has changed.",
    });
  return decision;
}
