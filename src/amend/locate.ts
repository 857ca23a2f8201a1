import type { AmendWords } from "../language/amend-words.ts";
import type { AmendReason, AmendStep, Wording } from "../model/amendment.ts";
import type { ProvisionType } from "../structure/provision.ts";
import { partOf, scopeOf, type Flat, type Scope } from "./flat.ts";
import { listBelow, named, PARTS } from "./named-part.ts";
import { linesIn, linesWithin, rowsIn } from "./rows.ts";
import { isCalled } from "./units.ts";

/** What an instruction is about, or why it is not known. */
export type Located =
  | { readonly scopes: readonly Scope[] }
  | { readonly because: AmendReason; readonly cites: readonly string[]; readonly words?: string };

/** Finds what steps lead to; each number of the last step is one scope. */
export function locate(steps: readonly AmendStep[], looked: Looked): Located {
  const [root] = looked.flats;
  return root === undefined ? missing(undefined) : locateFrom(scopeOf(root), steps, looked);
}

/** What is looked through. */
export interface Looked {
  readonly flats: readonly Flat[];
  readonly content: string;
  readonly words: AmendWords;
  /** The row as it is quoted, where it is. */
  readonly was?: Wording | undefined;
}

/** Finds what steps lead to within a part. */
export function locateFrom(scope: Scope, steps: readonly AmendStep[], looked: Looked): Located {
  const [step, ...others] = steps;
  if (step === undefined) return { scopes: [scope] };
  const isLast = others.length === 0;
  const { flats } = looked;
  const labels = step.labels.length > 0 ? step.labels : [undefined];
  if (labels.length > 1 && !isLast) return missing(step);
  const found = labels.map((label) =>
    within(scope, step, label, isLast ? looked : { ...looked, was: undefined }),
  );
  const fault = found.find((one) => one.length !== 1);
  if (fault?.length === 0) return missing(step, isLast);
  if (isLast) return fault === undefined ? { scopes: found.flat() } : several(fault, flats);
  // Of two clauses with one number, in the act and in a list of it, that is meant which has the item that is named.
  const leads = found.flat().map((one) => locateFrom(one, others, looked));
  const right = leads.filter((one) => "scopes" in one);
  const [only] = right.length > 0 ? right : leads;
  return only === undefined || right.length > 1 ? several(found.flat(), flats) : only;
}

const several = (scopes: readonly Scope[], flats: readonly Flat[]): Located => ({
  because: "target-several",
  cites: scopes.map(({ from }) => flats[from]?.node.cite ?? ""),
});

/** Where a list that an address names is not there, nothing may be looked for in all that is around it. */
const missing = (step: AmendStep | undefined, isLast = true): Located => ({
  because: step?.unit === "named" && !isLast ? "address-not-understood" : "target-not-found",
  cites: [],
  ...(step?.words === undefined ? {} : { words: step.words }),
});

/** What a step leads to from where the steps before it have led: the nearest that there is. */
function within(scope: Scope, step: AmendStep, label: string | undefined, looked: Looked): readonly Scope[] {
  const { flats, words } = looked;
  switch (step.unit) {
    case "clause":
    case "item":
    case "chapter":
    case "section":
    case "annex":
      return label === undefined || isByName(step, label, scope, flats)
        ? step.words === undefined && step.unit === "annex"
          ? onlyAnnex(scope, flats)
          : named(scope, step, flats, words)
        : ofUnit(nearest(labelled(step, label, scope, flats), scope), step, words).map((flat) =>
            listBelow(flat, flats, scope),
          );
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
      return rowScopes(scope, label, step, looked);
    case "column":
      return [];
  }
}

/** The rows of tables, or, where no table has such a row, the lines of a list that are called so. */
function rowScopes(
  scope: Scope,
  label: string | undefined,
  { words }: AmendStep,
  { flats, content, was }: Looked,
): readonly Scope[] {
  const inside = range(flats, scope);
  const rows = rowsIn(inside, label, words, was);
  if (rows.length > 0) return rows.map(scopeOf);
  const lines = linesIn(inside, label, words, was);
  if (lines.length === 0 && words !== undefined) return linesWithin(inside, content, words);
  const whole = lines.flatMap(({ flat }) => flat ?? []);
  return whole.length < lines.length ? lines : nearest(whole, scope).map(scopeOf);
}

const TYPES: Readonly<Record<"clause" | "item" | "chapter" | "section" | "annex", readonly ProvisionType[]>> =
  {
    clause: ["clause"],
    item: ["item"],
    chapter: ["chapter"],
    section: ["chapter"],
    annex: ["annex", "regulation"],
  };

/** Provisions of the kind of a step that bear a number. */
const labelled = (
  { unit }: AmendStep,
  label: string,
  scope: Scope,
  flats: readonly Flat[],
): readonly Flat[] =>
  range(flats, scope).filter(
    ({ node }) => TYPES[unit as keyof typeof TYPES].includes(node.type) && node.label === label,
  );

/** Whether a part that is told by a number and a name is looked for by the name: nothing bears the number. */
const isByName = (step: AmendStep, label: string, scope: Scope, flats: readonly Flat[]): boolean =>
  step.words !== undefined && labelled(step, label, scope, flats).length === 0;

/** Of a chapter and a section with one number the one whose own words call it so. */
function ofUnit(found: readonly Flat[], { unit }: AmendStep, words: AmendWords): readonly Flat[] {
  if (found.length < 2 || unit === "named") return found;
  const called = found.filter(({ node }) =>
    isCalled(node.marker?.text ?? node.title?.text ?? "", unit, words),
  );
  return called.length > 0 ? called : found;
}

/** The annex that has no number: `приложение к указанному приказу`. */
const onlyAnnex = (scope: Scope, flats: readonly Flat[]): readonly Scope[] =>
  nearest(
    range(flats, scope).filter(({ node }) => node.type === "annex" && node.label === undefined),
    scope,
  ).map(scopeOf);

const range = (flats: readonly Flat[], { from, to }: Scope): readonly Flat[] => flats.slice(from, to);

/** Those that stand in the part itself and in no annex of it; where none does, all. */
function nearest(found: readonly Flat[], scope: Scope): readonly Flat[] {
  const depths = found.map((flat) => depthBelow(flat, scope));
  const least = Math.min(...depths);
  return firstOfLists(found.filter((_, index) => depths[index] === least));
}

/** Clauses of one part with one number: those behind the first stand in lists that a heading opens, and are named by it. */
function firstOfLists(found: readonly Flat[]): readonly Flat[] {
  const [first] = found;
  const isOne = found.every((flat) => flat.node.type === "clause" && partOf(flat) === partOf(first));
  return first !== undefined && isOne ? [first] : found;
}

/** How many parts of an act, or lists of items, a provision is deeper than a scope. */
function depthBelow(flat: Flat, scope: Scope): number {
  let depth = 0;
  for (let up = flat.parent; up !== undefined && up.at > scope.from; up = up.parent)
    if (PARTS.has(up.node.type)) depth += 1;
  return depth;
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
