import type { AmendAction, AmendStep, Wording } from "../model/amendment.ts";
import type { ProvisionType } from "../structure/provision.ts";
import { locateFrom } from "./locate.ts";
import { annexText } from "./annex-text.ts";
import { compareLabels, edgesOf, partOf, type Flat, type Scope } from "./flat.ts";
import {
  childIndent,
  edgesFor,
  joined,
  lookedThrough,
  placeOf,
  plainText,
  rowEdges,
  rowsText,
  withoutNotes,
  type Made,
  type Site,
} from "./site.ts";
import { wordingsFor } from "./wordings.ts";

/** What is put in, and beside what where that is told. */
type Insert = Extract<AmendAction, { readonly is: "insert" }>;

/** Puts new provisions in: beside what is named, else each at the place that its number has among the others. */
export function insert(site: Site, scope: Scope, action: Insert, instruction: number): Made {
  const { wordings, beside } = action;
  const what = asListed(site, scope, action.what);
  const news = wordingsFor(what.labels, wordings);
  if (news === undefined) return { because: "wording-missing" };
  if (beside !== undefined) return insertBeside(site, scope, action, news.flat(), instruction);
  const labels = what.labels.length > 0 ? what.labels : [undefined];
  return joined(
    labels.map((label, index) => insertOne(site, scope, what, label, news[index] ?? [], instruction)),
  );
}

/** A row of a list that is no table is a clause, an item or a line of it. */
function asListed({ flats }: Site, scope: Scope, what: AmendStep): AmendStep {
  if (what.unit !== "row") return what;
  const inside = flats.slice(scope.from, scope.to);
  const has = (type: ProvisionType): boolean => inside.some(({ node }) => node.type === type);
  if (has("row")) return what;
  if (what.labels.length === 0) return { ...what, unit: "part" };
  return { ...what, unit: has("clause") || !has("item") ? "clause" : "item" };
}

/** Puts lines in behind, or before, one that is there. */
function insertBeside(
  site: Site,
  scope: Scope,
  { beside }: Insert,
  wording: Wording,
  instruction: number,
): Made {
  if (beside === undefined || wording.length === 0) return { because: "wording-missing" };
  const found = locateFrom(scope, [beside.of], lookedThrough(site));
  if ("because" in found) return found;
  const [at] = found.scopes;
  const edges = at && edgesFor(site, at, beside.of, []);
  if (at === undefined || edges === undefined || found.scopes.length > 1)
    return {
      because: "target-several",
      cites: found.scopes.map(({ from }) => site.flats[from]?.node.cite ?? ""),
    };
  const isRow = site.flats[at.from]?.node.type === "row";
  const row = isRow ? (rowEdges(site.act.content, site.page, edges) ?? edges) : edges;
  const text = isRow ? rowsText(wording) : undefined;
  const indent = site.page.indentAt(row.start);
  const [start, by] =
    beside.at === "after"
      ? [
          isRow ? row.end : site.page.lineEnd(row.end),
          text === undefined ? site.page.behind(wording, indent, indent) : `\n${text}`,
        ]
      : [
          row.start,
          `${text ?? site.page.written(wording, indent)}${isRow ? "\n" : site.page.separator + indent}`,
        ];
  const places = [placeOf(site, { from: at.from, to: at.to }, "", plainText(wording))];
  return { edits: [{ start, end: start, by, instruction, of: "words" }], places };
}

function insertOne(
  site: Site,
  scope: Scope,
  what: AmendStep,
  label: string | undefined,
  wording: Wording,
  instruction: number,
): Made {
  if (wording.length === 0) return { because: "wording-missing" };
  const siblings = siblingsOf(site, scope, what);
  const same = siblings.filter(({ node }) => isThere(node, label, what));
  if (same.length > 0) return { because: "already-changed", cites: same.map(({ node }) => node.cite) };
  const before = behindWhich(siblings, what, label) ?? lastOf(site, scope);
  const at = before && edgesOf(site.flats, before.at, before.end);
  if (before === undefined || at === undefined) return { because: "target-not-found" };
  const places = [placeOf(site, scope, "", plainText(wording))];
  const put = (start: number, by: string): Made => ({
    edits: [{ start, end: start, by, instruction, of: "words" }],
    places,
  });
  if (what.unit === "row")
    return put(rowEdges(site.act.content, site.page, at)?.end ?? at.end, `\n${rowsText(wording)}`);
  const sample = siblings[0] ?? before;
  const first = edgesOf(site.flats, sample.at, sample.at + 1)?.start ?? at.start;
  const under = childIndent(site, { from: sample.at, to: sample.end }, first);
  return put(site.page.lineEnd(at.end), site.page.behind(wording, site.page.indentAt(first), under));
}

/** Whether the provision with a number is there and has not been taken out. */
const isThere = (
  { label: own, passage, children }: Flat["node"],
  label: string | undefined,
  { unit }: AmendStep,
): boolean =>
  label !== undefined &&
  unit !== "part" &&
  unit !== "row" &&
  own === label &&
  (passage !== undefined || (children ?? []).some(({ type }) => type !== "note"));

/** Provisions of the kind that is put in, in the part itself. */
function siblingsOf({ flats }: Site, scope: Scope, { unit }: AmendStep): readonly Flat[] {
  const type = unit === "section" ? "chapter" : unit === "part" ? "paragraph" : unit;
  const found = flats.slice(scope.from, scope.to).filter(({ node }) => node.type === type);
  if (unit === "part" && scope.flat !== undefined)
    return [scope.flat, ...found.filter(({ parent }) => parent === scope.flat)];
  if (type === "clause") return found.filter((flat) => partOf(flat) === partOf(found[0]));
  const least = Math.min(...found.map(depthOf));
  return found.filter((flat) => depthOf(flat) === least);
}

const depthOf = ({ parent }: Flat): number => (parent === undefined ? 0 : 1 + depthOf(parent));

/** The provision behind which a new one comes. */
function behindWhich(
  siblings: readonly Flat[],
  { unit }: AmendStep,
  label: string | undefined,
): Flat | undefined {
  if (label === undefined) return siblings.at(-1);
  if (unit !== "part")
    return siblings.findLast(({ node }) => node.label !== undefined && compareLabels(node.label, label) <= 0);
  const at = Math.min(Number(label) - 1, siblings.length) - 1;
  const flat = siblings[at];
  return at === 0 && flat !== undefined ? { ...flat, end: flat.at + 1 } : flat;
}

/** The last provision of a scope that is no note. */
function lastOf({ flats }: Site, { from, to, flat }: Scope): Flat | undefined {
  const first = flat ?? flats[from];
  return first === undefined ? undefined : { ...first, at: from, end: withoutNotes(flats, from, to) };
}

/** Puts a new annex in at the end of what it belongs to. */
export function insertByAnnex(
  site: Site,
  scope: Scope,
  label: string | undefined,
  instruction: number,
): Made {
  const annex = annexText(site.amending.read, label);
  if (annex === undefined)
    return { because: "annex-not-found", ...(label === undefined ? {} : { words: label }) };
  const edges = edgesOf(site.flats, scope.from, scope.to);
  if (edges === undefined) return { because: "target-not-found" };
  const start = site.page.blockEnd(edges.end);
  const place = placeOf(site, scope, "", annex.text);
  return {
    edits: [{ start, end: start, by: `\n\n${annex.text}`, instruction, of: "words" }],
    places: [place],
  };
}
