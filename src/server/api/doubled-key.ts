/** An object or array that is being gone through. */
interface Open {
  /** Those met so far; of an array none. */
  readonly keys: Set<string> | undefined;
  /** The key or index of what stands next. */
  at: string | number;
}

/** A string, or a mark that says where what is next belongs. */
const TOKEN = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\],]/gsu;
/** After the last letter of a key. */
const COLON = /\s*:/uy;

/** The JSON Pointer of the first key that an object of a JSON text has twice; the text is whole, and deep enough for a stack. */
export function doubledKey(text: string): string | undefined {
  const open: Open[] = [];
  for (const found of text.matchAll(TOKEN)) {
    const [token] = found;
    const within = open.at(-1);
    if (token === "{") open.push({ keys: new Set(), at: "" });
    else if (token === "[") open.push({ keys: undefined, at: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (typeof within?.at === "number") within.at += 1;
    } else if (within?.keys !== undefined && isBeforeColon(text, found.index + token.length)) {
      within.at = JSON.parse(token) as string;
      if (within.keys.has(within.at)) return pointerTo(open);
      within.keys.add(within.at);
    }
  }
  return undefined;
}

function isBeforeColon(text: string, place: number): boolean {
  COLON.lastIndex = place;
  return COLON.test(text);
}

const pointerTo = (open: readonly Open[]): string =>
  open.map(({ at }) => `/${String(at).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
