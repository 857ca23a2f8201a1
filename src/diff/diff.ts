import type { Change, ChangeSide, Comparison, ServiceComparison, ServiceName } from "../model/change.ts";
import type { Kind, Rule } from "../model/rule.ts";
import { addition, compareRules, removal } from "./compare-rules.ts";
import type { Difference } from "./difference.ts";
import { EASIER, HARDER, NOBODY } from "./gains.ts";
import { wordMarks } from "./marks.ts";
import { matchRules } from "./match-rules.ts";
import { pairServices, type ServicePair, type StatedPair } from "./pair-services.ts";
import { placesIn, type PlaceOf } from "./place.ts";
import { channelsSaidElsewhere, saidBy, sameTimetables } from "./restated.ts";
import type { ServiceRules, Version } from "./version.ts";
import { sameWords } from "./words.ts";

/** What changed in meaning between two versions, service by service. Compares rules, never lines of text. */
export function diff(old: Version, now: Version, stated: readonly StatedPair[] = []): Comparison {
  return {
    of: old.of === "candidates" || now.of === "candidates" ? "candidates" : "rules",
    old: old.name,
    new: now.name,
    unread: { old: old.unread ?? "unknown", new: now.unread ?? "unknown" },
    services: pairServices(old.services, now.services, stated).map(compareServices),
  };
}

function compareServices(pair: ServicePair): ServiceComparison {
  const names = {
    ...(pair.old === undefined ? {} : { old: nameOf(pair.old) }),
    ...(pair.new === undefined ? {} : { new: nameOf(pair.new) }),
    ...(pair.paired === undefined ? {} : { paired: pair.paired }),
    ...(pair.likeness === undefined ? {} : { likeness: pair.likeness }),
    ...notHeld(pair),
  };
  if (pair.old === undefined || pair.new === undefined)
    return { ...names, changes: [wholeService(pair)], unchanged: {} };
  const [oldPlace, newPlace] = [placesIn(pair.old), placesIn(pair.new)];
  const [olds, news] = [pair.old.rules, pair.new.rules];
  const matching = matchRules(olds, news, oldPlace, newPlace);
  const settled = sameTimetables(olds, news);
  const unchanged: Partial<Record<Kind, number>> = {};
  const changes: Change[] = [];
  for (const [before, after] of matching.pairs) {
    const change = pairChange(before, after, oldPlace, newPlace, (difference) => {
      if (before.kind === "hours" && after.kind === "hours")
        return settled.has(before.who) && settled.has(after.who) ? undefined : difference;
      const channelsOnly = difference.fields.every(({ field }) => field === "channels");
      return channelsOnly && channelsSaidElsewhere(before, after, olds, news) ? undefined : difference;
    });
    if (change === undefined || change.class !== "substance")
      unchanged[before.kind] = (unchanged[before.kind] ?? 0) + 1;
    if (change !== undefined) changes.push(change);
  }
  const said = (rule: Rule, others: readonly Rule[]): boolean =>
    rule.kind === "hours" ? settled.has(rule.who) || saidBy(rule, others) : saidBy(rule, others);
  for (const rule of matching.removed)
    changes.push(oneSided(rule, "old", said(rule, news) ? RESTATED : removal(rule)));
  for (const rule of matching.added)
    changes.push(oneSided(rule, "new", said(rule, olds) ? RESTATED : addition(rule)));
  return { ...names, changes: inOrder(changes, olds, news), unchanged };
}

const RESTATED: Difference = { code: "restated", gains: NOBODY, fields: [] };

/** The change of a matched pair; undefined where both say the same in the same words at the same place. */
function pairChange(
  old: Rule,
  now: Rule,
  oldPlace: PlaceOf,
  newPlace: PlaceOf,
  judged: (difference: Difference) => Difference | undefined,
): Change | undefined {
  const found = compareRules(old, now);
  const difference = found === undefined ? undefined : judged(found);
  const moved = oldPlace(old) !== newPlace(now);
  const [before, after] = [sideOf(old), sideOf(now)];
  const common = {
    kind: old.kind,
    old: before,
    new: after,
    moved,
    marks: wordMarks(before.quote, after.quote),
  };
  if (difference !== undefined) return { ...difference, class: "substance", ...common };
  if (before.quote !== "" && after.quote !== "" && !sameWords(before.quote, after.quote))
    return { code: "reworded", class: "wording", gains: NOBODY, fields: [], ...common };
  return moved ? { code: "moved", class: "moved", gains: NOBODY, fields: [], ...common } : undefined;
}

function oneSided(rule: Rule, on: "old" | "new", difference: Difference): Change {
  const side = sideOf(rule);
  return {
    ...difference,
    class: difference.code === "restated" ? "wording" : "substance",
    kind: rule.kind,
    [on]: side,
    moved: false,
    marks: side.quote === "" ? [] : [{ is: on === "old" ? "removed" : "added", text: side.quote }],
  };
}

function wholeService({ old, new: now }: ServicePair): Change {
  const service = old ?? now;
  const side: ChangeSide = { id: service?.key ?? "", cite: service?.key ?? "", quote: service?.name ?? "" };
  return {
    code: old === undefined ? "service-added" : "service-removed",
    class: "substance",
    gains: old === undefined ? EASIER : HARDER,
    fields: [],
    [old === undefined ? "new" : "old"]: side,
    moved: false,
    marks: [{ is: old === undefined ? "added" : "removed", text: side.quote }],
  };
}

function notHeld({ old, new: now }: ServicePair): Pick<ServiceComparison, "notHeld"> {
  const [before, after] = [old?.notHeld ?? [], now?.notHeld ?? []];
  return before.length + after.length === 0 ? {} : { notHeld: { old: before, new: after } };
}

const nameOf = ({ key, name }: ServiceRules): ServiceName => ({ key, name });

const sideOf = ({ id, path, cite, source }: Rule): ChangeSide => ({
  id,
  ...(path === undefined ? {} : { path }),
  cite,
  quote: source?.quote ?? "",
  ...(source === undefined ? {} : { file: source.file, spans: source.spans, lines: source.lines }),
  ...(source?.place === undefined ? {} : { place: source.place }),
});

/** In the order of the new version; what is gone comes at its place in the old one. */
function inOrder(
  changes: readonly Change[],
  olds: readonly Rule[],
  news: readonly Rule[],
): readonly Change[] {
  const rank = new Map<string, number>();
  for (const [index, { id }] of olds.entries()) rank.set(`old ${id}`, index / olds.length);
  for (const [index, { id }] of news.entries()) rank.set(`new ${id}`, index / news.length);
  const at = (change: Change): number =>
    rank.get(`new ${change.new?.id ?? ""}`) ?? rank.get(`old ${change.old?.id ?? ""}`) ?? 1;
  return [...changes].sort((a, b) => at(a) - at(b));
}
