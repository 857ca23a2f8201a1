import { definitionsIn, type Definition } from "./abbreviations.ts";
import { citePart, type Draft, type Part } from "./draft.ts";
import type { Found, Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";
import { regulationsOf } from "./regulations.ts";

/** A quoted name that was abbreviated and is written out in full again. Told once for each abbreviation of a regulation. */
export const fullNameAfterAbbreviation: Lint = {
  code: "full-name-after-abbreviation",
  severity: "note",

  find: (draft, { lint: words }) =>
    regulationsOf(draft).flatMap(({ parts }) => {
      const seen = new Set<string>();
      return definitionsIn(parts, words).flatMap((definition): readonly Found[] => {
        // Annexes name the rules and the service they belong to in full: that is their custom, not a slip.
        const own = new RegExp(`^${anyOf([...words.document, ...words.service])}`, "iu").test(
          definition.name,
        );
        const pattern = own ? undefined : fullName(definition);
        if (pattern === undefined || seen.has(pattern.source)) return [];
        seen.add(pattern.source);
        return laterUse(draft, parts, definition, pattern, words.hereinafter);
      });
    }),

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

/** The name in quotes right before the bracket and the words after it, endings open; nothing without such words. */
function fullName({ before }: Definition): RegExp | undefined {
  const name = /"([^"]{6,})"([^"]{3,80})$/u.exec(before);
  const rest = name?.[2]?.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (name === null || rest.length === 0 || rest.length > 6) return undefined;
  const quoted = (name[1] ?? "").replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const open = rest.map((word) => `${word.slice(0, Math.max(3, word.length - 1))}[\\p{L}\\p{M}]*`);
  return new RegExp(`"\\s?${quoted}\\s?"\\s+${open.join("[\\s-]+")}`, "iu");
}

function laterUse(
  draft: Draft,
  parts: readonly Part[],
  { part, start, end, name }: Definition,
  pattern: RegExp,
  hereinafter: string,
): readonly Found[] {
  const uses = parts.slice(parts.indexOf(part)).flatMap((other) => {
    const from = other === part ? end : 0;
    const match = other.aside || other.role !== "words" ? null : pattern.exec(other.words.text.slice(from));
    const after =
      match === null
        ? ""
        : other.words.text.slice(
            from + match.index + match[0].length,
            from + match.index + match[0].length + 20,
          );
    return match === null || after.includes(hereinafter)
      ? []
      : [{ other, at: from + match.index, length: match[0].length }];
  });
  const [use] = uses;
  if (use === undefined) return [];
  return [
    {
      at: citePart(draft, use.other, use.at, use.at + use.length),
      beside: citePart(draft, part, start, end),
      details: { name, times: uses.length },
    },
  ];
}
