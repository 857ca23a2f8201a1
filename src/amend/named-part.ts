import type { AmendWords } from "../language/amend-words.ts";
import type { AmendStep } from "../model/amendment.ts";
import type { ProvisionType } from "../structure/provision.ts";
import { partOf, scopeOf, type Flat, type Scope } from "./flat.ts";
import { beginningsOf, likeness } from "./likeness.ts";

/** A name is that of a part where so much of both is the same. */
const ALIKE = 0.6;

/** So many words of the name of an annex may be others than those of its title; of a list none: lists differ by one word. */
const OTHERS = 1;

/** Parts of an act that have provisions of their own. */
export const PARTS: ReadonlySet<ProvisionType> = new Set(["regulation", "annex", "table", "row", "form"]);

/** The part, heading or line that opens a list whose words are the likest to a name; two that are alike to it are several. */
export function named(
  scope: Scope,
  step: AmendStep,
  flats: readonly Flat[],
  words: AmendWords,
): readonly Scope[] {
  const name = beginningsOf(step.words ?? "", words);
  if (name.size === 0) return [];
  const own = namesOf(flats, words);
  const scored = flats
    .slice(scope.from, scope.to)
    .filter((flat) => flat.at !== scope.from)
    .flatMap((flat) => {
      const known = own[flat.at] ?? NOTHING;
      const score = known.size === 0 ? 0 : likeness(name, known);
      const others = [...name].filter((word) => !known.has(word) && !/^\d/u.test(word)).length;
      return score >= ALIKE && others <= (PARTS.has(flat.node.type) ? OTHERS : 0) ? [{ flat, score }] : [];
    });
  const best = Math.max(...scored.map(({ score }) => score));
  const likest = scored.filter(({ score }) => score === best).map(({ flat }) => flat);
  return ofOneKind(likest).map((flat) => listBelow(flat, flats, scope));
}

/** Where a part and a line that only speaks of it, `1) Положение о Министерстве;`, bear one name, the part is meant. */
function ofOneKind(likest: readonly Flat[]): readonly Flat[] {
  const headed = likest.filter(({ node }) => PARTS.has(node.type) || HEADED.has(node.type));
  return headed.length > 0 ? headed : likest;
}

const HEADED: ReadonlySet<ProvisionType> = new Set(["chapter", "heading"]);
const NOTHING: ReadonlySet<string> = new Set();

/** The beginnings of the words that each provision is called by: made once for an act. */
function namesOf(flats: readonly Flat[], words: AmendWords): readonly ReadonlySet<string>[] {
  const known = names.get(flats) ?? flats.map((flat) => beginningsOf(nameOf(flat), words));
  names.set(flats, known);
  return known;
}

const names = new WeakMap<readonly Flat[], readonly ReadonlySet<string>[]>();

const nameOf = ({ node }: Flat): string =>
  node.title?.text ?? (LINES.has(node.type) ? (node.passage?.text ?? "") : "");

const LINES: ReadonlySet<ProvisionType> = new Set(["heading", "paragraph", "clause", "item"]);

/** A part with all in it; a heading, or a line before a list, with what stands behind it up to the next of its kind. */
export function listBelow(flat: Flat, flats: readonly Flat[], scope: Scope): Scope {
  if (flat.end > flat.at + 1 || flat.parent === undefined) return scopeOf(flat);
  if (flat.node.type !== "heading" && flat.node.type !== "paragraph") return scopeOf(flat);
  const opens = (other: Flat): boolean =>
    flat.node.type === "heading" ? other.node.type === "heading" : /:$/u.test(other.node.passage?.text ?? "");
  let to = flat.end;
  // Sections behind a heading stand beside the chapter that it is the last of: they are its list.
  const end = flat.end === flat.parent.end ? (partOf(flat)?.end ?? flat.end) : flat.parent.end;
  while (to < Math.min(end, scope.to)) {
    const next = flats[to];
    if (next === undefined || (next.node.type === flat.node.type && opens(next))) break;
    to = next.end;
  }
  return { from: flat.at, to };
}
