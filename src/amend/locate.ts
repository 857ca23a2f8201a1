import type { AmendWords } from "../language/amend-words.ts";
import type { AmendReason, AmendStep, Wording } from "../model/amendment.ts";
import type { ProvisionType } from "../structure/provision.ts";
import { scopeOf, type Flat, type Scope } from "./flat.ts";
import { beginningsOf, likeness } from "./likeness.ts";
import { rowsIn } from "./rows.ts";

/** What an instruction is about, or why it is not known. */
export type Located =
  | { readonly scopes: readonly Scope[] }
  | { readonly because: AmendReason; readonly cites: readonly string[]; readonly words?: string };

/** A name is that of a part where so much of both is the same. */
const ALIKE = 0.6;

/** So many words of the name of an annex may be others than those of its title; of a list none: lists differ by one word. */
const OTHERS = 1;

/** Finds what steps lead to; each number of the last step is one scope. */
export function locate(
  steps: readonly AmendStep[],
  flats: readonly Flat[],
  words: AmendWords,
  was?: Wording,
): Located {
  const [root] = flats;
  if (root === undefined) return missing(undefined);
  let scopes: readonly Scope[] = [scopeOf(root)];
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const labels = step.labels.length > 0 ? step.labels : [undefined];
    if (labels.length > 1 && !isLast) return missing(step);
    const found = labels.map((label) => within(scopes, step, label, flats, words, isLast ? was : undefined));
    const fault = found.find((one) => one.length !== 1);
    if (fault !== undefined && fault.length === 0) return missing(step, isLast);
    if (fault !== undefined)
      return { because: "target-several", cites: fault.map(({ from }) => flats[from]?.node.cite ?? "") };
    scopes = found.flat();
  }
  return { scopes };
}

/** Where a list that an address names is not there, nothing may be looked for in all that is around it. */
const missing = (step: AmendStep | undefined, isLast = true): Located => ({
  because: step?.unit === "named" && !isLast ? "address-not-understood" : "target-not-found",
  cites: [],
  ...(step?.words === undefined ? {} : { words: step.words }),
});

/** What a step leads to from where the steps before it have led: the nearest that there is. */
function within(
  scopes: readonly Scope[],
  step: AmendStep,
  label: string | undefined,
  flats: readonly Flat[],
  words: AmendWords,
  was: Wording | undefined,
): readonly Scope[] {
  const [scope] = scopes;
  if (scope === undefined || scopes.length > 1) return [];
  switch (step.unit) {
    case "clause":
    case "item":
    case "chapter":
    case "section":
    case "annex":
      return label === undefined
        ? named(scope, step, flats, words)
        : nearest(
            range(flats, scope).filter(
              ({ node }) =>
                TYPES[step.unit as keyof typeof TYPES].includes(node.type) && node.label === label,
            ),
            scope,
          ).map(scopeOf);
    case "named":
      return named(scope, step, flats, words);
    case "part":
      return partsOf(scope, flats).filter((_, index) => index + 1 === Number(label));
    case "sentence":
      return sentencesOf(scope).filter((_, index) => index + 1 === Number(label));
    case "title":
      return titleOf(scope);
    case "preamble":
      return preambleOf(flats);
    case "row":
      return rowsIn(range(flats, scope), label, step.words, was).map(scopeOf);
    case "column":
      return [];
  }
}

const TYPES: Readonly<Record<"clause" | "item" | "chapter" | "section" | "annex", readonly ProvisionType[]>> =
  {
    clause: ["clause"],
    item: ["item"],
    chapter: ["chapter"],
    section: ["chapter"],
    annex: ["annex", "regulation"],
  };

const range = (flats: readonly Flat[], { from, to }: Scope): readonly Flat[] => flats.slice(from, to);

/** Those that stand in the part itself and in no annex of it; where none does, all. */
function nearest(found: readonly Flat[], scope: Scope): readonly Flat[] {
  const depths = found.map((flat) => depthBelow(flat, scope));
  const least = Math.min(...depths);
  return found.filter((_, index) => depths[index] === least);
}

/** How many parts of an act, or lists of items, a provision is deeper than a scope. */
function depthBelow(flat: Flat, scope: Scope): number {
  let depth = 0;
  for (let up = flat.parent; up !== undefined && up.at > scope.from; up = up.parent)
    if (PARTS.has(up.node.type)) depth += 1;
  return depth;
}

const PARTS: ReadonlySet<ProvisionType> = new Set(["regulation", "annex", "table", "row", "form"]);

/** The part, heading or line that opens a list whose words are the likest to a name; two that are alike to it are several. */
function named(scope: Scope, step: AmendStep, flats: readonly Flat[], words: AmendWords): readonly Scope[] {
  const name = beginningsOf(step.words ?? "", words);
  if (name.size === 0) return [];
  const scored = range(flats, scope)
    .filter((flat) => flat.at !== scope.from)
    .flatMap((flat) => {
      const own = beginningsOf(nameOf(flat), words);
      const score = likeness(name, own);
      const others = [...name].filter((word) => !own.has(word) && !/^\d/u.test(word)).length;
      return score >= ALIKE && others <= (PARTS.has(flat.node.type) ? OTHERS : 0) ? [{ flat, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  return scored.filter(({ score }) => score === best?.score).map(({ flat }) => listBelow(flat, flats, scope));
}

const nameOf = ({ node }: Flat): string =>
  node.title?.text ?? (LINES.has(node.type) ? (node.passage?.text ?? "") : "");

const LINES: ReadonlySet<ProvisionType> = new Set(["heading", "paragraph", "clause", "item"]);

/** A part with all in it; a heading, or a line before a list, with what stands behind it up to the next of its kind. */
function listBelow(flat: Flat, flats: readonly Flat[], scope: Scope): Scope {
  if (flat.end > flat.at + 1 || flat.parent === undefined) return scopeOf(flat);
  if (flat.node.type !== "heading" && flat.node.type !== "paragraph") return scopeOf(flat);
  const opens = (other: Flat): boolean =>
    flat.node.type === "heading" ? other.node.type === "heading" : /:$/u.test(other.node.passage?.text ?? "");
  let to = flat.end;
  while (to < Math.min(flat.parent.end, scope.to)) {
    const next = flats[to];
    if (next === undefined || (next.node.type === flat.node.type && opens(next))) break;
    to = next.end;
  }
  return { from: flat.at, to };
}

/** Parts of a provision: its own words, and each paragraph under it that has no number. */
function partsOf(scope: Scope, flats: readonly Flat[]): readonly Scope[] {
  const { flat } = scope;
  if (flat === undefined) return [];
  const own = flat.node.passage === undefined ? [] : [{ from: flat.at, to: flat.at + 1, flat }];
  const below = range(flats, scope).filter(
    ({ parent, node }) => parent === flat && node.type === "paragraph",
  );
  return [...own, ...below.map(scopeOf)];
}

const SENTENCE_END = /[.!?](?= \p{Lu})/gu;

function sentencesOf({ flat }: Scope): readonly Scope[] {
  const text = flat?.node.passage?.text;
  if (flat === undefined || text === undefined) return [];
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
  return [...ends, text.length].map((end, index) => {
    const before = ends[index - 1];
    return {
      from: flat.at,
      to: flat.at + 1,
      flat,
      within: [before === undefined ? 0 : before + 1, end] as const,
    };
  });
}

const titleOf = ({ flat }: Scope): readonly Scope[] =>
  flat?.node.title === undefined ? [] : [{ from: flat.at, to: flat.at + 1, flat }];

/** What the act says before its first clause: why it is adopted. */
function preambleOf(flats: readonly Flat[]): readonly Scope[] {
  const first = flats.findIndex(({ node }) => node.type === "clause");
  const before = flats.slice(0, Math.max(first, 0)).filter(({ node }) => node.type === "paragraph");
  const last = before.at(-1);
  return last === undefined ? [] : [scopeOf(last)];
}
