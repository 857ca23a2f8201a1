import { definitionsIn, type Definition } from "./abbreviations.ts";
import { citePart, type Draft, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { regulationsOf } from "./regulations.ts";

/** A quoted name that was abbreviated and is written out in full again. Told once for each abbreviation of a regulation. */
export const fullNameAfterAbbreviation: Lint = {
  code: "full-name-after-abbreviation",
  severity: "note",

  find: (draft, { lint: words }) =>
    regulationsOf(draft).flatMap(({ parts }) => writtenOutIn(draft, parts, words)),

  examples: {
    must: [
      {
        text: [
          ["service-1/clause-2", '"электрондық үкімет" веб-порталы (бұдан әрі – портал) арқылы'],
          ["service-1/clause-4", '"электрондық үкімет" веб-порталында пайдаланушы'],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["service-1/clause-2", '"электрондық үкімет" веб-порталы (бұдан әрі – портал) арқылы'],
          ["service-1/clause-4", '"электрондық үкімет" шлюзі арқылы, порталда'],
        ],
      },
    ],
  },
};

/** Words that may stand between the end of a name and "hereinafter", where it is introduced once more. */
const INTRODUCED_WITHIN = 20;
/** So many names with the same words in quotes are looked for; nothing is told of more. */
const QUOTED_ALIKE = 16;

/** What of the name is in quotes, as `quotedIn` has it, and the whole of it; sticky. */
interface FullName {
  readonly quoted: string;
  readonly pattern: RegExp;
}

/** A stretch in quotes: its part, which of the regulation's parts that is, and where its first quotation mark stands. */
interface Quoted {
  readonly part: Part;
  readonly number: number;
  readonly at: number;
}

function writtenOutIn(draft: Draft, parts: readonly Part[], words: LintWords): readonly Found[] {
  const seen = new Set<string>();
  const alike = new Map<string, number>();
  // Annexes name the rules and the service they belong to in full: that is their custom, not a slip.
  const own = new RegExp(`^${anyOf([...words.document, ...words.service])}`, "iu");
  const names = definitionsIn(parts, words).flatMap((definition) => {
    const name = own.test(definition.name) ? undefined : fullName(definition.before);
    if (name === undefined || seen.has(name.pattern.source)) return [];
    seen.add(name.pattern.source);
    const before = alike.get(name.quoted) ?? 0;
    alike.set(name.quoted, before + 1);
    return before < QUOTED_ALIKE ? [{ definition, ...name }] : [];
  });
  if (names.length === 0) return [];
  const numbers = new Map(parts.map((part, number) => [part, number]));
  const quoted = quotedIn(parts, new Set(names.map((name) => name.quoted)));
  return names.flatMap(({ definition, pattern, quoted: name }) => {
    const from = numbers.get(definition.part) ?? 0;
    const after = (quoted.get(name) ?? []).filter(
      ({ number, at }) => number > from || (number === from && at >= definition.end),
    );
    return laterUse(draft, after, definition, pattern, words.hereinafter);
  });
}

/** The name in quotes that ends a text and the words after it, endings open; nothing without such words. */
function fullName(before: string): FullName | undefined {
  const name = /"([^"]{6,})"([^"]{3,80})$/u.exec(before);
  const rest = name?.[2]?.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (name === null || rest.length === 0 || rest.length > 6) return undefined;
  const quoted = name[1] ?? "";
  const exact = quoted.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const open = rest.map((word) => `${word.slice(0, Math.max(3, word.length - 1))}[\\p{L}\\p{M}]*`);
  return {
    quoted: quoted.trim().toLowerCase(),
    pattern: new RegExp(`"\\s?${exact}\\s?"\\s+${open.join("[\\s-]+")}`, "iuy"),
  };
}

/** Where in the words of the normative parts something stands in quotes that is looked for, in reading order. */
function quotedIn(
  parts: readonly Part[],
  soughtFor: ReadonlySet<string>,
): ReadonlyMap<string, readonly Quoted[]> {
  const found = new Map<string, Quoted[]>();
  for (const [number, part] of parts.entries()) {
    if (part.aside || part.role !== "words") continue;
    const { text } = part.words;
    let at = text.indexOf('"');
    for (let next = text.indexOf('"', at + 1); at >= 0 && next >= 0; next = text.indexOf('"', at + 1)) {
      const quoted = text
        .slice(at + 1, next)
        .trim()
        .toLowerCase();
      if (soughtFor.has(quoted)) {
        const places = found.get(quoted) ?? [];
        places.push({ part, number, at });
        found.set(quoted, places);
      }
      at = next;
    }
  }
  return found;
}

/** The first use after the definition, and in how many parts the name is written out: not where it is introduced again. */
function laterUse(
  draft: Draft,
  after: readonly Quoted[],
  definition: Definition,
  pattern: RegExp,
  hereinafter: string,
): readonly Found[] {
  const firsts = new Map<Part, { readonly at: number; readonly end: number }>();
  for (const { part, at } of after) {
    pattern.lastIndex = at;
    if (!firsts.has(part) && pattern.test(part.words.text)) firsts.set(part, { at, end: pattern.lastIndex });
  }
  const uses = [...firsts].filter(
    ([part, { end }]) => !part.words.text.slice(end, end + INTRODUCED_WITHIN).includes(hereinafter),
  );
  const [use] = uses;
  if (use === undefined) return [];
  const [part, { at, end }] = use;
  return [
    {
      at: citePart(draft, part, at, end),
      beside: citePart(draft, definition.part, definition.start, definition.end),
      details: { name: definition.name, times: uses.length },
    },
  ];
}
