import { resolve } from "node:path";
import type { Pattern } from "../linear-time.ts";

/** A pattern that code of `src/` put together while it ran, and where it did so. */
export interface Made extends Pattern {
  /** File from `src/` on. */
  readonly file: string;
  readonly line: number;
}

/** Ours, and not that of a package. */
const SOURCE = `${resolve(import.meta.dirname, "../../src")}/`;
const PLACE = /\/src\/([^\s?:)]+)(?:\?[^\s:)]*)?:(\d+):\d+/u;

/** So often it is asked who made a pattern: more than one place may make the same, and asking costs more than making. */
const ASKED = 20;

const made = new Map<string, Made>();
const asked = new Map<string, number>();

/** The patterns put together so far, each once for each place. Import this file before what puts them together, in a process of its own. */
export const patternsMade = (): readonly Made[] => [...made.values()];

function note(pattern: RegExp): RegExp {
  const { source, flags } = pattern;
  const times = (asked.get(String(pattern)) ?? 0) + 1;
  asked.set(String(pattern), times);
  if (times > ASKED) return pattern;
  const caller = callerOf();
  const [, file, line] = caller.includes(SOURCE) ? (PLACE.exec(caller) ?? []) : [];
  if (file !== undefined)
    made.set([file, line, source, flags].join("\n"), { file, line: Number(line), source, flags });
  return pattern;
}

/** The line of the stack that is above the constructor. */
function callerOf(): string {
  const lines = (new Error("who makes a pattern").stack ?? "").split("\n");
  return lines[lines.findLastIndex((line) => line.includes("/tests/patterns/made.ts")) + 1] ?? "";
}

globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, given) => note(Reflect.construct(target, given) as RegExp),
  apply: (target, self, given) => note(Reflect.apply(target, self, given) as RegExp),
});
