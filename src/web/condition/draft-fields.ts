import { strictJson } from "../../model/strict-json.ts";
import { type Condition, type FactValue, isCondition, OPERATORS } from "../../model/condition.ts";
import { type Draft, type Group, GROUPS, type Line } from "./draft.ts";

/** Name and value of a form's field, in the order of the page. A name is `0.1/fact`: the second part of the first part's fact. */
export type Entry = readonly [name: string, value: string];

export const fieldName = (path: readonly number[], field: string): string => `${path.join(".")}/${field}`;

/** The draft that a form's fields spell out; an empty group where there are none. */
export function draftFrom(entries: readonly Entry[]): Group {
  const fields = new Map<string, string[]>();
  for (const [name, value] of entries) fields.set(name, [...(fields.get(name) ?? []), value]);
  const root = partFrom([], fields);
  return root?.is === "group" ? root : { is: "group", kind: "all", loose: true, parts: [] };
}

function partFrom(
  path: readonly number[],
  fields: ReadonlyMap<string, readonly string[]>,
): Draft | undefined {
  const of = (field: string): readonly string[] => fields.get(fieldName(path, field)) ?? [];
  const [is] = of("is");
  if (is === "group") {
    const parts: Draft[] = [];
    for (let index = 0; ; index += 1) {
      const part = partFrom([...path, index], fields);
      if (part === undefined) break;
      parts.push(part);
    }
    const kind = GROUPS.find((one) => one === of("kind")[0]) ?? "all";
    return { is, kind, loose: of("loose")[0] === "true", parts };
  }
  if (is === "kept") {
    const condition = conditionIn(of("json")[0] ?? "");
    return condition && { is, condition };
  }
  return is === "line" ? lineFrom(of) : undefined;
}

/** A condition as it is written; absent where the words are none. */
function conditionIn(text: string): Condition | undefined {
  try {
    const written = strictJson(text);
    return isWhole(written) ? written : undefined;
  } catch {
    return undefined;
  }
}

function isWhole(written: unknown): written is Condition {
  if (typeof written !== "object" || written === null || !isCondition(written)) return false;
  if ("fact" in written) return typeof written.fact === "string" && OPERATORS.includes(written.operator);
  if ("not" in written) return isWhole(written.not);
  const parts: unknown = "all" in written ? written.all : written.any;
  return Array.isArray(parts) && parts.every(isWhole);
}

function lineFrom(of: (field: string) => readonly string[]): Line {
  return {
    is: "line",
    negated: of("negated")[0] === "true",
    fact: of("fact")[0]?.trim() ?? "",
    operator: OPERATORS.find((one) => one === of("operator")[0]) ?? "equal",
    value: valueFrom(of),
  };
}

function valueFrom(of: (field: string) => readonly string[]): FactValue | undefined {
  const [boolean] = of("boolean");
  if (boolean !== undefined) return boolean === "" ? undefined : boolean === "true";
  const [number] = of("number");
  if (number !== undefined) return number.trim() === "" ? undefined : numberOf(number);
  const [text] = of("text");
  if (text !== undefined) return text.trim() === "" ? undefined : text.trim();
  const numbers = linesOf(of("numbers")).map(numberOf);
  const texts = linesOf(of("texts"));
  const list = numbers.length > 0 ? numbers : texts;
  return list.length === 0 ? undefined : list;
}

const linesOf = (values: readonly string[]): string[] =>
  values
    .flatMap((value) => value.split(/\r?\n/u))
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A number as people write it; what is none stays as it was typed, and is refused with it. */
function numberOf(text: string): number | string {
  const number = Number(text.trim().replace(",", "."));
  return Number.isFinite(number) ? number : text.trim();
}
