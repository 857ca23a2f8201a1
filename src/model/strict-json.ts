/** A name that stands twice in one object: which of its values is meant nobody can tell. */
export class DoubledKey extends Error {
  constructor(
    readonly key: string,
    /** JSON Pointer to the object. */
    readonly pointer: string,
  ) {
    super(`has ${JSON.stringify(key)} twice`);
  }

  /** JSON Pointer to the name itself. */
  get place(): string {
    return `${this.pointer}/${escaped(this.key)}`;
  }
}

/**
 * The value that a JSON text spells out. Throws SyntaxError for what is no JSON, and DoubledKey where an object has a
 * name twice: `JSON.parse` would take the last of them without a word, and another reader the first.
 */
export function strictJson(text: string): unknown {
  const value = JSON.parse(text) as unknown;
  if (namesIn(text) !== membersOf(value)) throw doubledIn(text);
  return value;
}

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

/** How many names of members a JSON text has: strings before a colon. Jumps from quote to quote. */
function namesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    at = afterString(text, at);
    if (text.charCodeAt(afterSpaces(text, at)) === COLON) count += 1;
  }
  return count;
}

/** Where a string that begins at a quote is over. */
function afterString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

const LAST_SPACE = 32;

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= LAST_SPACE) at += 1;
  return at;
}

/** How many members the objects of a value have, all together: fewer than its text has where a name stands twice. */
export function membersOf(value: unknown): number {
  let count = 0;
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== "object" || next === null) continue;
    if (Array.isArray(next)) {
      for (const part of next) if (typeof part === "object") left.push(part);
      continue;
    }
    for (const name in next) {
      count += 1;
      const part = (next as Readonly<Record<string, unknown>>)[name];
      if (typeof part === "object") left.push(part);
    }
  }
  return count;
}

/** An object or a list that is not over yet: the names that it has so far, or how many items. */
interface Open {
  readonly names: Set<string> | undefined;
  name: string;
  index: number;
}

/** The first name that a JSON text has twice in one object. Throws RangeError where none does. */
export function doubledIn(text: string): DoubledKey {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    const inner = open.at(-1);
    if (letter === "{") open.push({ names: new Set(), name: "", index: 0 });
    else if (letter === "[") open.push({ names: undefined, name: "", index: 0 });
    else if (letter === "}" || letter === "]") open.pop();
    else if (letter === "," && inner !== undefined) inner.index += 1;
    else if (text.charCodeAt(at) === QUOTE) {
      const end = afterString(text, at);
      if (inner?.names !== undefined && text.charCodeAt(afterSpaces(text, end)) === COLON) {
        const name = JSON.parse(text.slice(at, end)) as string;
        if (inner.names.has(name)) return new DoubledKey(name, pointerTo(open.slice(0, -1)));
        inner.names.add(name);
        inner.name = name;
      }
      at = end - 1;
    }
  }
  throw new RangeError("no name stands twice");
}

const pointerTo = (open: readonly Open[]): string =>
  open.map(({ names, name, index }) => (names === undefined ? `/${index}` : `/${escaped(name)}`)).join("");

const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
