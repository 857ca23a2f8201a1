import type { CiteWords } from "../language/structure-words.ts";
import type { NotHeld } from "../model/not-held.ts";
import type { Decision } from "../review/decision.ts";
import type { Provision } from "../structure/provision.ts";

/** Citations of before, each with the one that stands in its place now. */
export type FormerCites = ReadonlyMap<string, string>;

/**
 * How provisions of annexes to annexes were cited before: by joined numbers, `1-1-…`, as lawmaking cites an annex inserted
 * behind the first. Decisions of then have such citations. By the number of the service; what cites an inserted annex now
 * is left out.
 */
export function formerCites(tree: Provision, words: CiteWords): ReadonlyMap<number, FormerCites> {
  const former = new Map<number, Map<string, string>>();
  const visit = (node: Provision, annex: Named): void => {
    const own = isAnnex(node) ? named(node, annex, words) : annex;
    const service = former.get(node.service ?? 0) ?? new Map<string, string>();
    former.set(node.service ?? 0, service);
    if (own.former !== own.cite) service.set(own.former + node.cite.slice(own.cite.length), node.cite);
    for (const child of node.children ?? []) visit(child, own);
  };
  visit(tree, { labels: [], cite: "", former: "" });
  const forget = (node: Provision): void => {
    former.get(node.service ?? 0)?.delete(node.cite);
    node.children?.forEach(forget);
  };
  forget(tree);
  return former;
}

/** The annex that a provision stands in, as it is cited and was cited before. */
interface Named {
  readonly labels: readonly string[];
  readonly cite: string;
  readonly former: string;
}

const isAnnex = ({ type, label }: Provision): boolean =>
  type === "annex" || (type === "regulation" && label !== undefined);

function named({ label, cite }: Provision, outer: Named, { annex, bareAnnex }: CiteWords): Named {
  if (label === undefined)
    return { ...outer, cite, former: outer.former === "" ? bareAnnex : `${outer.former}, ${bareAnnex}` };
  const labels = [...outer.labels, label];
  return { labels, cite, former: annex.replace("{n}", labels.join("-")) };
}

/** A decision with the citation that its provision has now. */
export function recited<D extends Decision>(decision: D, former: FormerCites): D {
  if ("values" in decision) {
    const cite = former.get(decision.values.cite);
    return cite === undefined ? decision : { ...decision, values: { ...decision.values, cite } };
  }
  if (decision.action === "not-held") {
    const { notHeld, instead } = decision;
    return {
      ...decision,
      notHeld: placed(notHeld, former),
      ...(instead && { instead: placed(instead, former) }),
    };
  }
  if (decision.action !== "withdraw" || decision.notHeld === undefined) return decision;
  return { ...decision, notHeld: placed(decision.notHeld, former) };
}

/** A pointer with the citation that its provision has now. */
function placed(notHeld: NotHeld, former: FormerCites): NotHeld {
  const cite = former.get(notHeld.cite);
  return cite === undefined ? notHeld : { ...notHeld, cite };
}
