import { wordMarks } from "../diff/marks.ts";
import type { AmendWords } from "../language/amend-words.ts";
import type { AgainstConsolidation, ConsolidationDifference } from "../model/amendment.ts";
import type { Provision } from "../structure/provision.ts";
import { withoutEnd } from "../model/without-end.ts";
import { flatten, wordsOf, type Flat } from "./flat.ts";

/** A provision's own words as they are compared. */
interface Words {
  readonly cite: string;
  readonly path: string;
  readonly text: string;
  readonly level: string;
}

/**
 * Holds an amended text against a published one, provision by provision: what stands at one place, and what says the same
 * wherever it stands. Editors' notes, signatures and heads of annexes are left out; provisions that were taken out say the
 * same, however that is noted.
 */
export function against(
  ours: Provision,
  theirs: Provision,
  file: string,
  words: AmendWords,
): AgainstConsolidation {
  const [here, there] = [provisionsOf(ours, words), provisionsOf(theirs, words)];
  const pairs = pairsOf(here, there);
  const equal = pairs.filter(([one, other]) => one?.level === other?.level).length;
  const differences = pairs.flatMap(([one, other]): readonly ConsolidationDifference[] => {
    if (one?.level === other?.level) return [];
    const is = one === undefined ? "only-there" : other === undefined ? "only-here" : "differs";
    const cite = one?.cite ?? other?.cite ?? "";
    return [{ is, cite, marks: wordMarks(one?.text ?? "", other?.text ?? "") }];
  });
  return { file, provisions: there.length, equal, differences };
}

const LEFT_OUT: ReadonlySet<string> = new Set(["note", "signature"]);
const EXCLUDED = "\u0000";

function provisionsOf(tree: Provision, { gone }: AmendWords): readonly Words[] {
  return flatten(tree).flatMap((flat) => {
    if (isLeftOut(flat)) return [];
    const { node } = flat;
    const text = wordsOf({ ...node, ...(node.head === undefined ? {} : { head: EMPTY }) })
      .map((words) => words.text)
      .join(" ")
      .trim();
    const onlyNote = node.passage === undefined && (node.children ?? []).some(({ type }) => type === "note");
    const isGone = onlyNote && node.marker !== undefined && node.children?.length === 1;
    if (text === "" || !/[\p{L}\p{Nd}]/u.test(text)) return [];
    const level =
      isGone || saidBehind(node.marker?.text, text).startsWith(gone)
        ? `${node.marker?.text ?? ""}${EXCLUDED}`
        : levelled(text);
    return [{ cite: node.cite, path: node.path, text, level }];
  });
}

/** What stands behind the number of a provision, in small letters. */
const saidBehind = (marker: string | undefined, text: string): string =>
  (marker !== undefined && text.startsWith(marker) ? text.slice(marker.length) : text).trim().toLowerCase();

const EMPTY = { text: "", runs: [] };

function isLeftOut({ node, parent }: Flat): boolean {
  for (let [one, up] = [node, parent]; ;) {
    if (LEFT_OUT.has(one.type)) return true;
    if (up === undefined) return false;
    [one, up] = [up.node, up.parent];
  }
}

/** Words without what printing makes of them: quotation marks, dashes, spaces and the mark at the end. */
const levelled = (text: string): string =>
  withoutEnd(
    text
      .toLowerCase()
      .replace(/["«»“”]/gu, "")
      .replace(/[–—]/gu, "-")
      .replace(/\s+/gu, " "),
    ".;,: ",
  );

/** Provisions at one place, then those that say the same, then the rest each alone; in the order of the texts. */
function pairsOf(
  here: readonly Words[],
  there: readonly Words[],
): readonly (readonly [Words | undefined, Words | undefined])[] {
  const left = new Map<Words, Words>();
  const taken = new Set<Words>();
  const pair = (keyOf: (words: Words) => string): void => {
    const byKey = new Map<string, Words[]>();
    for (const words of there)
      if (!taken.has(words)) byKey.set(keyOf(words), [...(byKey.get(keyOf(words)) ?? []), words]);
    for (const words of here) {
      const other = left.has(words) ? undefined : byKey.get(keyOf(words))?.shift();
      if (other === undefined) continue;
      left.set(words, other);
      taken.add(other);
    }
  };
  pair(({ path, level }) => `${path}\n${level}`);
  pair(({ level }) => level);
  pair(({ path }) => path);
  const ours = here.map((words) => [words, left.get(words)] as const);
  const theirs = there.filter((words) => !taken.has(words)).map((words) => [undefined, words] as const);
  return [...ours, ...theirs];
}
