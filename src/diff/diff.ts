import type { Change, ChangeSide, Comparison, ServiceComparison, ServiceName } from "../model/change.ts";
import { compareRulesOf } from "./compare-rules-of.ts";
import { EASIER, HARDER } from "./gains.ts";
import { ACT, pairServices, type ServicePair, type StatedPair } from "./pair-services.ts";
import type { VersionText } from "./text/part.ts";
import { provisionChanges } from "./text/provision-changes.ts";
import { NO_WORDS, RuleJudge } from "./text/rule-judge.ts";
import { pairTexts, type TextPairs } from "./text/text-pairs.ts";
import { throughoutOf, type Throughout } from "./text/throughout.ts";
import type { ServiceRules, Version } from "./version.ts";
import { Wording } from "./wording.ts";

/**
 * What changed in meaning between two versions, service by service: their rules, and where the texts are at hand all other
 * words, provision by provision.
 */
export function diff(old: Version, now: Version, stated: readonly StatedPair[] = []): Comparison {
  const pairs = pairsOf(old, now, stated);
  const wording = new Wording(now.text?.language.words ?? now.words);
  const texts = pairs.map((pair) => textOf(pair, old, now, wording));
  const throughout = throughoutOf(texts.flatMap((text) => text?.pairs ?? []));
  const services = pairs.map((pair, at) => compareServices(pair, texts[at], throughout, wording));
  return {
    of: old.of === "candidates" || now.of === "candidates" ? "candidates" : "rules",
    old: old.name,
    new: now.name,
    unread: { old: old.unread ?? "unknown", new: now.unread ?? "unknown" },
    services: services.filter(isTold),
  };
}

/** Which service of the one version is which of the other; the act itself is one of them where both are texts. */
export const pairsOf = (old: Version, now: Version, stated: readonly StatedPair[]): readonly ServicePair[] =>
  withAct(pairServices(old.services, now.services, stated), old, now);

/** The act itself has words of its own in every text, whether or not it has rules of its own. */
function withAct(pairs: readonly ServicePair[], old: Version, now: Version): readonly ServicePair[] {
  if (old.text === undefined || now.text === undefined) return pairs;
  const act = {
    old: pairs.find((pair) => pair.old?.key === ACT)?.old ?? actWithoutRules(old.text),
    new: pairs.find((pair) => pair.new?.key === ACT)?.new ?? actWithoutRules(now.text),
  };
  return [act, ...pairs.filter((pair) => pair.old?.key !== ACT && pair.new?.key !== ACT)];
}

function actWithoutRules({ parts }: VersionText): ServiceRules {
  const title = parts.find(({ service, role }) => service === ACT && role === "title");
  return { key: ACT, name: title?.side.quote ?? "", rules: [] };
}

/** The act itself is told of where it has rules or something in it changed. */
const isTold = ({ old, changes, unchanged }: ServiceComparison): boolean =>
  old?.key !== ACT || changes.length > 0 || Object.keys(unchanged).length > 0;

/** The words of a service on both sides, where both are at hand. */
const textOf = (pair: ServicePair, old: Version, now: Version, wording: Wording): TextPairs | undefined =>
  pair.old === undefined || pair.new === undefined || old.text === undefined || now.text === undefined
    ? undefined
    : pairTexts(old.text, now.text, { old: pair.old.key, new: pair.new.key }, wording);

function compareServices(
  pair: ServicePair,
  text: TextPairs | undefined,
  throughout: readonly Throughout[],
  wording: Wording,
): ServiceComparison {
  const names = {
    ...(pair.old === undefined ? {} : { old: nameOf(pair.old) }),
    ...(pair.new === undefined ? {} : { new: nameOf(pair.new) }),
    ...(pair.paired === undefined ? {} : { paired: pair.paired }),
    ...(pair.likeness === undefined ? {} : { likeness: pair.likeness }),
    ...notHeld(pair),
  };
  if (pair.old === undefined || pair.new === undefined)
    return { ...names, changes: [wholeService(pair)], unchanged: {} };
  const judge = text === undefined ? NO_WORDS : new RuleJudge(text, throughout);
  const { changes, unchanged } = compareRulesOf(pair.old, pair.new, judge, wording);
  const others = text === undefined ? [] : provisionChanges(text, changes, throughout);
  return { ...names, changes: [...changes, ...others], unchanged };
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
