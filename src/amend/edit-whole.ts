import type { AmendStep, Instruction, Wording } from "../model/amendment.ts";
import { annexText } from "./annex-text.ts";
import { edgesOf, type Scope } from "./flat.ts";
import { lineStart } from "./page.ts";
import {
  childIndent,
  edgesFor,
  edgesOfWords,
  isOnlyWords,
  isTableRow,
  joined,
  placeOf,
  plainText,
  rowsText,
  type Made,
  type Site,
} from "./site.ts";
import { wordingsFor } from "./wordings.ts";

/** Gives provisions a new wording. */
export function restate(
  site: Site,
  scopes: readonly Scope[],
  step: AmendStep | undefined,
  wordings: readonly Wording[],
  instruction: number,
): Made {
  const news = wordingsFor(scopes.length > 1 ? (step?.labels ?? []) : [], wordings);
  if (news === undefined) return { because: "wording-missing" };
  return joined(
    scopes.map((scope, index) => replace(site, scope, step, news[index] ?? news[0] ?? [], instruction)),
  );
}

function replace(
  site: Site,
  scope: Scope,
  step: AmendStep | undefined,
  wording: Wording,
  instruction: number,
): Made {
  const edges = edgesFor(site, scope, step, wording);
  if (edges === undefined) return { because: "target-not-found" };
  const [start, end] = site.page.marked(edges.start, edges.end);
  const by = isTableRow(step, scope.flat)
    ? rowsText(wording)
    : site.page.written(wording, childIndent(site, scope, start));
  const place = placeOf(site, scope, site.act.content.slice(start, end), plainText(wording));
  return { edits: [{ start, end, by, instruction, of: "whole" }], places: [place] };
}

/** Takes a provision out: of a numbered one its number stays, with what took it out. */
export function takeOut(
  site: Site,
  scope: Scope,
  step: AmendStep | undefined,
  { source, number }: Instruction,
): Made {
  const edges = edgesFor(site, scope, step, []);
  const node = (scope.flat ?? site.flats[scope.from])?.node;
  if (edges === undefined || node === undefined) return { because: "target-not-found" };
  const [start, end] = site.page.marked(edges.start, edges.end);
  const place = placeOf(site, scope, site.act.content.slice(start, end), "");
  const whole = (from: number, by: string): Made => ({
    edits: [{ start: from, end, by, instruction: number, of: "whole" }],
    places: [place],
  });
  if (isTableRow(step, scope.flat)) return whole(start, "");
  const mark = node.marker?.text;
  if (mark === undefined || isOnlyWords(step)) return whole(site.page.withSpaceBefore(start), "");
  const said = site.language.words.excluded.replace("{by}", `${site.amending.name}, ${source.cite}`);
  return whole(start, mark.endsWith(")") ? `${mark} ${said};` : `${mark} ${capital(said)}.`);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Gives an annex, or what the act approves, the wording that an annex of the amending act has. */
export function restateByAnnex(
  site: Site,
  scopes: readonly Scope[],
  label: string | undefined,
  instruction: number,
): Made {
  const [scope] = scopes;
  const node = scope?.flat?.node;
  const annex = annexText(site.amending.read, label);
  if (annex === undefined)
    return { because: "annex-not-found", ...(label === undefined ? {} : { words: label }) };
  const all = scope && edgesOf(site.flats, scope.from, scope.to);
  if (scope === undefined || node === undefined || all === undefined || scopes.length > 1)
    return { because: "target-not-found" };
  const { content } = site.act;
  const head = annex.hasHead || node.head === undefined ? undefined : edgesOfWords(node.head);
  const start = head === undefined ? lineStart(content, all.start) : site.page.lineEnd(head.end) + 1;
  const end = site.page.blockEnd(all.end);
  const by = head === undefined ? annex.text : `\n${annex.text}`;
  const place = placeOf(site, scope, content.slice(start, end), annex.text);
  return { edits: [{ start, end, by, instruction, of: "whole" }], places: [place] };
}
