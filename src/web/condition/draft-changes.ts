import type { FactValue, Operator } from "../../model/condition.ts";
import { type Draft, EMPTY_LINE, type Group, type Line } from "./draft.ts";
import type { FactShape } from "./fact-shape.ts";
import { operatorsOf } from "./fact-shape.ts";

/** What somebody does to a draft. */
export const CHANGES = ["add", "group", "remove", "up", "down", "fact", "operator", "none"] as const;
export type Change = (typeof CHANGES)[number];

/** A place in a draft: which part of which part; empty for the whole. */
export type Path = readonly number[];

/** A draft after a change, and the place to go on at. */
export interface Changed {
  readonly draft: Group;
  readonly at: Path;
}

/** Changes a draft; what cannot be done there leaves it as it is. */
export function changed(
  draft: Group,
  change: Change,
  at: Path,
  shapeOf: (fact: string) => FactShape,
): Changed {
  switch (change) {
    case "add":
      return added(draft, at, EMPTY_LINE);
    case "group":
      return added(draft, at, { is: "group", kind: "any", loose: true, parts: [EMPTY_LINE] });
    case "remove":
      return removed(draft, at);
    case "up":
    case "down":
      return moved(draft, at, change);
    case "fact":
      return { draft: withLine(draft, at, (line) => forFact(line, shapeOf(line.fact))), at };
    case "operator":
      return { draft: withLine(draft, at, forOperator), at };
    case "none":
      return { draft, at };
  }
}

function partAt(draft: Draft, path: Path): Draft | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return draft;
  const part = draft.is === "group" ? draft.parts[first] : undefined;
  return part === undefined ? undefined : partAt(part, rest);
}

/** The draft with the parts of one of its groups made anew; without a group that has none left. */
function withParts(draft: Group, path: Path, make: (parts: readonly Draft[]) => readonly Draft[]): Group {
  const [first, ...rest] = path;
  if (first === undefined) return { ...draft, parts: make(draft.parts) };
  const parts = draft.parts.flatMap((part, index) => {
    if (index !== first || part.is !== "group") return [part];
    const inner = withParts(part, rest, make);
    return inner.parts.length === 0 ? [] : [inner];
  });
  return { ...draft, parts };
}

function withLine(draft: Group, at: Path, make: (line: Line) => Line): Group {
  const index = at.at(-1);
  return withParts(draft, at.slice(0, -1), (parts) =>
    parts.map((part, place) => (place === index && part.is === "line" ? make(part) : part)),
  );
}

function added(draft: Group, at: Path, part: Draft): Changed {
  const group = partAt(draft, at);
  if (group?.is !== "group") return { draft, at };
  const place = [...at, group.parts.length];
  return {
    draft: withParts(draft, at, (parts) => [...parts, part]),
    at: part.is === "group" ? [...place, 0] : place,
  };
}

function removed(draft: Group, at: Path): Changed {
  const index = at.at(-1);
  const group = at.slice(0, -1);
  if (index === undefined) return { draft: { ...draft, parts: [] }, at };
  const left = withParts(draft, group, (parts) => parts.filter((_, place) => place !== index));
  const beside = [...group, Math.max(index - 1, 0)];
  return { draft: left, at: partAt(left, beside) === undefined ? [] : beside };
}

/** One place up or down: into a group that stands there, and out of a group at its end. */
function moved(draft: Group, at: Path, way: "up" | "down"): Changed {
  const part = partAt(draft, at);
  const index = at.at(-1);
  if (part === undefined || index === undefined) return { draft, at };
  const group = at.slice(0, -1);
  const step = way === "up" ? -1 : 1;
  const other = partAt(draft, [...group, index + step]);
  if (other === undefined) return out(draft, at, part, way);
  if (other.is === "group" && part.is === "line") {
    const into = withParts(draft, [...group, index + step], (parts) =>
      way === "up" ? [...parts, part] : [part, ...parts],
    );
    const place = way === "up" ? index - 1 : index;
    return {
      draft: withParts(into, group, (parts) => parts.filter((_, at_) => at_ !== index)),
      at: [...group, place, way === "up" ? other.parts.length : 0],
    };
  }
  return {
    draft: withParts(draft, group, (parts) =>
      parts.map((one, place) => (place === index ? other : place === index + step ? part : one)),
    ),
    at: [...group, index + step],
  };
}

function out(draft: Group, at: Path, part: Draft, way: "up" | "down"): Changed {
  const group = at.slice(0, -1);
  const place = group.at(-1);
  if (place === undefined) return { draft, at };
  const index = at.at(-1);
  const around = group.slice(0, -1);
  const inner = partAt(draft, group);
  const isLast = inner?.is === "group" && inner.parts.length === 1;
  const without = withParts(draft, group, (parts) => parts.filter((_, one) => one !== index));
  const to = way === "up" || isLast ? place : place + 1;
  return {
    draft: withParts(without, around, (parts) => [...parts.slice(0, to), part, ...parts.slice(to)]),
    at: [...around, to],
  };
}

/** Another fact is compared in its own ways: an operator that it does not have, and the value of the one before, go; a paper is chosen together with its fact. */
function forFact(line: Line, shape: FactShape): Line {
  const operators = operatorsOf(shape);
  const operator = operators.includes(line.operator) ? line.operator : (operators[0] ?? "equal");
  if (shape.is === "paper") return { ...line, operator };
  return { ...line, operator, value: shape.is === "boolean" ? true : undefined };
}

const takesMany = (operator: Operator): boolean => operator === "in" || operator === "notIn";

/** One value becomes a list of one, and a list its first. */
function forOperator(line: Line): Line {
  const { operator, value } = line;
  if (value === undefined || Array.isArray(value) === takesMany(operator)) return line;
  const first = Array.isArray(value) ? (value as readonly FactValue[])[0] : [value];
  return { ...line, value: first };
}
