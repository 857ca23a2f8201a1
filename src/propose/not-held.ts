import type { LeftKind } from "../language/book-words.ts";
import type { PointerProposal } from "../model/book-proposal.ts";
import type { Leaf } from "../review/reading.ts";
import { groundOf, type Matter, ownLeaves, placeOf, asidePaths } from "./matter.ts";
import { pointersIn, type Pointer } from "./pointers.ts";

/** Paths of these hold nothing that binds. */
const ASIDE = ["note", "title", "form", "signature", "contacts"];
/** What a regulation has of its own, or leaves to its standard as a whole. */
const MAIN: readonly LeftKind[] = ["document", "refusal", "deadline"];

/**
 * What a regulation leaves to acts that are not at hand: where its words on papers, grounds, terms, payment or hours point to
 * a part of another act. Terms of complaint that a law has, and its holidays, are in the general law and in the calendar.
 */
export function leftElsewhere(matter: Matter): readonly PointerProposal[] {
  const aside = asidePaths(matter.own, ASIDE);
  const seen = new Set<string>();
  return ownLeaves(matter)
    .filter(({ path }) => !aside.has(path))
    .flatMap((leaf) => pointersIn(leaf.passage.text, matter.words).map((pointer) => ({ leaf, pointer })))
    .flatMap(({ leaf, pointer }) => {
      const kinds = kindsOf(leaf, pointer, matter);
      // The standard as a whole is told of once.
      const key = pointer.isWhole ? "" : `${leaf.path} ${pointer.what}`;
      if (kinds.length === 0 || seen.has(key)) return [];
      seen.add(key);
      const ground = groundOf(leaf, matter.own, pointer.start, pointer.end);
      const { path, cite, quote } = ground;
      return [{ notHeld: { kinds, what: pointer.what, path, cite, quote }, ground }];
    });
}

/** Of which kinds the rules are that the other act has: as the words around say, else as the rules read there. */
function kindsOf({ path }: Leaf, { act, isWhole, words }: Pointer, matter: Matter): readonly LeftKind[] {
  const { candidates } = matter.own;
  if (isWhole) return MAIN.filter((kind) => !candidates.some((one) => one.kind === kind));
  const told = (Object.entries(matter.words.kinds) as [LeftKind, readonly string[]][])
    .filter(([, stems]) => placeOf(words, stems) >= 0)
    .map(([kind]) => kind);
  const read = candidates.filter((one) => one.path === path).map(({ kind }) => kind as LeftKind);
  const [kind] = told.length > 0 ? told : read;
  if (kind === undefined || !Object.hasOwn(matter.words.kinds, kind)) return [];
  const isAtHand = act === "law" && (kind === "deadline" || kind === "hours");
  return isAtHand ? [] : [kind];
}
