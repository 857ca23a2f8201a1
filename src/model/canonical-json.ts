/**
 * A JSON value as text without spaces, the keys of objects in order, so that equal values have equal texts. Keys that are
 * whole numbers come first, by their size, as in every JavaScript object.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (value === undefined) return "null";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? ofList(value) : ofFields(value as Readonly<Record<string, unknown>>);
}

function ofList(items: readonly unknown[]): string {
  let text = "[";
  for (let index = 0; index < items.length; index += 1)
    text += index === 0 ? canonicalJson(items[index]) : `,${canonicalJson(items[index])}`;
  return `${text}]`;
}

function ofFields(fields: Readonly<Record<string, unknown>>): string {
  let text = "{";
  for (const key of keysInOrder(fields)) {
    const item = fields[key];
    if (item !== undefined) text += `${text === "{" ? "" : ","}${quoted(key)}:${canonicalJson(item)}`;
  }
  return `${text}}`;
}

function keysInOrder(fields: object): string[] {
  const keys = Object.keys(fields).sort();
  return keys.some(beginsWithDigit) ? Object.keys(Object.fromEntries(keys.map((key) => [key, 0]))) : keys;
}

const beginsWithDigit = (key: string): boolean => key.charCodeAt(0) >= ZERO && key.charCodeAt(0) <= NINE;

/** As `JSON.stringify` has a text; but where nothing in it needs escaping, which is nearly always, without the call. */
export function quoted(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    if (letter < SPACE || letter === QUOTE || letter === BACKSLASH || letter >= FIRST_SURROGATE)
      return JSON.stringify(text);
  }
  return `"${text}"`;
}

const [ZERO, NINE, SPACE, QUOTE, BACKSLASH] = [0x30, 0x39, 0x20, 0x22, 0x5c];
const FIRST_SURROGATE = 0xd800;
