import { groupedBy } from "../../model/grouped-by.ts";
import { sourceSpans, type Passage } from "../../model/passage.ts";
import type { Citation } from "../../model/citation.ts";
import type { Rule } from "../../model/rule.ts";
import type { Provision } from "../../structure/provision.ts";
import { byService, citeRule, type Draft } from "../draft.ts";
import type { Found, Lint } from "../lint.ts";
import { boundedPattern } from "./bounded-pattern.ts";
import type { OwnLintFile, OwnSearch, ProvisionPattern } from "./own-lint-file.ts";
import { fitsOf, placedIn, wordsOf, type Placed } from "./provision-matches.ts";
import { meets } from "./rule-meets.ts";

/** Whether there are fewer or more of something than there may be. */
const isWrong = (times: number, { count }: OwnSearch): boolean =>
  times < (count?.least ?? 0) || times > (count?.most ?? (count === undefined ? 0 : Infinity));

/** A user's lint as one of ours. Throws `PatternFault` where a regular expression of it is none. */
export function ownLint({ code, severity, message, find }: OwnLintFile): Lint {
  const { provision, rule } = find;
  const search =
    provision !== undefined
      ? provisionsOf(provision, find)
      : (draft: Draft) => (rule === undefined ? [] : rulesOf(draft, rule, find));
  return {
    code,
    severity,
    // The sentence goes with the finding: no list of ours has it.
    find: (draft) =>
      search(draft).map((found) => ({ ...found, details: { ...found.details, says: message } })),
    examples: { must: [], mustNot: [] },
  };
}

function rulesOf(draft: Draft, rule: NonNullable<OwnSearch["rule"]>, search: OwnSearch): readonly Found[] {
  const { where, per = "service", count } = search;
  const services = [...byService(draft.rules).values()];
  // An act that is one regulation alone is one service.
  const groups = per === "act" || services.length === 0 ? [draft.rules] : services;
  return groups.flatMap((rules): readonly Found[] => {
    if (where !== undefined && !rules.some((one) => meets(one, where))) return [];
    const met = rules.filter((one) => meets(one, rule));
    const told = (one: Rule): Found => ({
      at: citeRule(draft, one),
      details: { ...termOf(one), words: one.source?.quote ?? "", count: met.length },
    });
    if (count === undefined) return met.map(told);
    const first = met[0] ?? rules.find((one) => where === undefined || meets(one, where));
    return isWrong(met.length, search) && first !== undefined ? [told(first)] : [];
  });
}

const termOf = (rule: Rule): Readonly<Record<string, unknown>> =>
  rule.kind === "deadline"
    ? { amount: rule.amount, unit: rule.unit, term: `${rule.amount} ${rule.unit}` }
    : {};

function provisionsOf(pattern: ProvisionPattern, search: OwnSearch): (draft: Draft) => readonly Found[] {
  const fits = fitsOf(pattern);
  const sought = pattern.matches === undefined ? undefined : boundedPattern(pattern.matches);
  const placesIn = (draft: Draft, node: Provision): readonly Citation[] => {
    const places = wordsOf(node).flatMap((words) =>
      sought === undefined
        ? []
        : sought.all(words.text).map(({ start, end }) => cited(draft, node, words, start, end)),
    );
    return places.length > 0 ? places : [citedWhole(draft, node)];
  };
  return (draft) => {
    if (draft.tree === undefined) return [];
    const all = placedIn(draft.tree);
    const found = all.filter(fits);
    if (search.count === undefined)
      return found.flatMap(({ node }) =>
        placesIn(draft, node).map((at) => ({ at, details: { words: at.quote } })),
      );
    return scopesOf(draft.tree, all, search).flatMap(({ root, within }): readonly Found[] => {
      const own = found.filter((placed) => within.includes(placed));
      const [first] = own.flatMap(({ node }) => placesIn(draft, node));
      const details = { count: own.length, words: first?.quote ?? "" };
      return isWrong(own.length, search) ? [{ at: first ?? citedWhole(draft, root), details }] : [];
    });
  };
}

/** What is counted in: the whole act, or each of its regulations; the act where it has none. */
function scopesOf(
  tree: Provision,
  all: readonly Placed[],
  { per = "service" }: OwnSearch,
): readonly { readonly root: Provision; readonly within: readonly Placed[] }[] {
  const rootOf = ({ node, around }: Placed): Provision | undefined =>
    [node, ...around].find(({ service }) => service !== undefined && service > 0) === undefined
      ? undefined
      : (around.at(-2) ?? node);
  const groups = [...groupedBy(all, rootOf)].flatMap(([root, within]) =>
    root === undefined ? [] : [{ root, within }],
  );
  return per === "act" || groups.length === 0 ? [{ root: tree, within: all }] : groups;
}

function cited(draft: Draft, node: Provision, words: Passage, start: number, end: number): Citation {
  const { path, cite } = node;
  const spans = sourceSpans(words, start, end);
  return { document: draft.document, path, cite, quote: words.text.slice(start, end), spans };
}

/** The first words of a provision or of those below it. */
function citedWhole(draft: Draft, node: Provision): Citation {
  for (const { node: one } of placedIn(node))
    for (const words of wordsOf(one))
      if (words.text.trim() !== "") return { ...cited(draft, one, words, 0, words.text.length) };
  return { document: draft.document, path: node.path, cite: node.cite, quote: "", spans: [] };
}
