import ENDINGS from "./reinflected.json" with { type: "json" };

const BACK = "аоұыуяюё";
const FRONT = "әөүіеиэ";

/** What decides which of its forms an ending takes: the last vowel of the word, and its last sound. */
type Sound = "vowel" | "nasal" | "sonorant" | "voiced" | "voiceless";

/**
 * `by` with the ending that `found` has behind `old`, as vowels and the last sound of `by` ask for it: `Қағидаларға` of
 * `Қағидалар` makes `Ережеге` of `Ереже`. Undefined where what stands behind `old` is no ending that is known.
 */
export function reinflected(old: string, found: string, by: string): string | undefined {
  if (found === old) return by;
  if (!found.startsWith(old)) return undefined;
  let rest = found.slice(old.length);
  let word = by;
  while (rest !== "") {
    const ending = longestEnding(rest);
    if (ending === undefined || (MAYBE_OWNED.test(word) && !ending.alikeBehindOwned)) return undefined;
    const fit = ending.forms.find((form) => fits(word, form, ending.after));
    if (fit === undefined) return undefined;
    word += fit;
    rest = rest.slice(ending.form.length);
  }
  return word;
}

/** A word that may be someone's already: most of its cases have other endings then. */
const MAYBE_OWNED = /[ыі]$/u;
/** Cases that have the same endings behind a word that is someone's. */
const ALIKE: ReadonlySet<string> = new Set(["genitive", "instrumental"]);

/** The ending that a text begins with, the longest of those that fit. */
function longestEnding(text: string): (Ending & { readonly form: string }) | undefined {
  const found = Object.entries(ENDINGS.endings).flatMap(([name, { forms, after }]) =>
    forms
      .filter((form) => text.startsWith(form))
      .map((form) => ({ form, forms, after, alikeBehindOwned: ALIKE.has(name) })),
  );
  return found.sort((a, b) => b.form.length - a.form.length)[0];
}

interface Ending {
  readonly forms: readonly string[];
  /** How its forms begin behind each sound. */
  readonly after: Readonly<Record<Sound, readonly string[]>>;
  readonly alikeBehindOwned: boolean;
}

/** Whether a form of an ending may stand behind a word. */
function fits(word: string, form: string, after: Ending["after"]): boolean {
  const harmony = harmonyOf(form);
  if (harmony !== undefined && harmony !== harmonyOf(word)) return false;
  return after[soundOf(word)].some((beginning) => form.startsWith(beginning));
}

function harmonyOf(word: string): "back" | "front" | undefined {
  for (let at = word.length - 1; at >= 0; at -= 1) {
    const letter = word.charAt(at).toLowerCase();
    if (BACK.includes(letter)) return "back";
    if (FRONT.includes(letter)) return "front";
  }
  return undefined;
}

function soundOf(word: string): Sound {
  const last = word.toLowerCase().at(-1) ?? "";
  if (BACK.includes(last) || FRONT.includes(last)) return "vowel";
  const { nasal, sonorant, voiced } = ENDINGS.sounds;
  return nasal.includes(last)
    ? "nasal"
    : sonorant.includes(last)
      ? "sonorant"
      : voiced.includes(last)
        ? "voiced"
        : "voiceless";
}
