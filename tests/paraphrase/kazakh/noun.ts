import { endingOf, harmonised, isFront, type Ending } from "./sounds.ts";

/** A noun, or words that end in one. `third`: with the suffix of possession, as in `еңбек шарты`. */
export interface Noun {
  readonly text: string;
  readonly third: boolean;
}

export type Case = "genitive" | "dative" | "accusative" | "locative" | "ablative" | "instrumental";

/** Back and front form of a suffix. */
type Pair = readonly [string, string];

/** Suffixes by what the word ends in; `third` after the suffix of possession. */
const SUFFIXES: Readonly<Record<Case, Readonly<Record<Ending | "third", Pair>>>> = {
  genitive: {
    vowel: ["ның", "нің"],
    liquid: ["дың", "дің"],
    nasal: ["ның", "нің"],
    buzzing: ["дың", "дің"],
    voiceless: ["тың", "тің"],
    third: ["ның", "нің"],
  },
  dative: {
    vowel: ["ға", "ге"],
    liquid: ["ға", "ге"],
    nasal: ["ға", "ге"],
    buzzing: ["ға", "ге"],
    voiceless: ["қа", "ке"],
    third: ["на", "не"],
  },
  accusative: {
    vowel: ["ны", "ні"],
    liquid: ["ды", "ді"],
    nasal: ["ды", "ді"],
    buzzing: ["ды", "ді"],
    voiceless: ["ты", "ті"],
    third: ["н", "н"],
  },
  locative: {
    vowel: ["да", "де"],
    liquid: ["да", "де"],
    nasal: ["да", "де"],
    buzzing: ["да", "де"],
    voiceless: ["та", "те"],
    third: ["нда", "нде"],
  },
  ablative: {
    vowel: ["дан", "ден"],
    liquid: ["дан", "ден"],
    nasal: ["нан", "нен"],
    buzzing: ["дан", "ден"],
    voiceless: ["тан", "тен"],
    third: ["нан", "нен"],
  },
  instrumental: {
    vowel: ["мен", "мен"],
    liquid: ["мен", "мен"],
    nasal: ["мен", "мен"],
    buzzing: ["бен", "бен"],
    voiceless: ["пен", "пен"],
    third: ["мен", "мен"],
  },
};

const PLURAL: Readonly<Record<Ending, Pair>> = {
  vowel: ["лар", "лер"],
  liquid: ["лар", "лер"],
  nasal: ["дар", "дер"],
  buzzing: ["дар", "дер"],
  voiceless: ["тар", "тер"],
};

/** The plural begins with `д` after `л` too: `өкілдер`, but `органдар`, `пәтерлер`. */
const pluralEnding = (word: string): Ending => (word.endsWith("л") ? "nasal" : endingOf(word));

const VOICED: Readonly<Record<string, string>> = { қ: "ғ", к: "г", п: "б" };

/** Words without the suffix of possession. */
export const plain = (text: string): Noun => ({ text, third: false });

/** Words that already bear the suffix of possession. */
export const third = (text: string): Noun => ({ text, third: true });

/** The noun in a case: `құжаттың`, `еңбек шартына`; an abbreviation takes a hyphen, `АЕК-ті`. */
export function inCase(noun: Noun, wanted: Case): string {
  const [back, front] = SUFFIXES[wanted][noun.third ? "third" : endingOf(noun.text)];
  if (/\p{Lu}{2}$/u.test(noun.text)) return `${noun.text}-${isFront(noun.text) ? front : back}`;
  return harmonised(noun.text, back, front);
}

/** With the suffix of possession: `куәлік – куәлігі`, `анықтама – анықтамасы`. */
export function possessed(noun: Noun): Noun {
  if (noun.third) return noun;
  const { text } = noun;
  if (endingOf(text) === "vowel") return third(harmonised(text, "сы", "сі"));
  const voiced = VOICED[text.slice(-1)];
  return third(harmonised(voiced === undefined ? text : text.slice(0, -1) + voiced, "ы", "і"));
}

/** `құжат – құжаттар`, `куәлік – куәліктер`. */
export function plural(noun: Noun): Noun {
  const [back, front] = PLURAL[pluralEnding(noun.text)];
  return plain(harmonised(noun.text, back, front));
}

/** `шарт, көшірме – шарттың көшірмесі`. */
export const of = (owner: Noun, owned: Noun): Noun =>
  third(`${inCase(owner, "genitive")} ${possessed(owned).text}`);

/** `өтініші мен сауалнамасы`: the one joined to another by the word that goes with its last sound. */
export const joinedWith = (one: Noun, other: Noun): string =>
  `${one.text} ${SUFFIXES.instrumental[endingOf(one.text)][0]} ${other.text}`;
