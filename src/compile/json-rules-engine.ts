import type { Condition } from "../model/condition.ts";
import type { DocumentRule, Rule } from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { conditionOf, documentType, holdsResult } from "./rule-condition.ts";

/** A rule that plain json-rules-engine runs. */
export interface EngineRule {
  readonly name: string;
  readonly conditions: Condition;
  readonly event: {
    /** `refuse` and `incomplete` as in a verdict; neither: admit. */
    readonly type: "refuse" | "incomplete";
    readonly params: {
      readonly why: "not-eligible" | "ground-holds" | "channel-not-offered" | "documents-missing";
      readonly rules: readonly string[];
      readonly cite: string;
    };
  };
}

/**
 * The judging rules of a book as rules of json-rules-engine. Its facts are those of a request, and beside them
 * `channel`, and for each document type `document.<type>`: whether it is there and good. All have to be told: on a
 * missing fact that engine stops, or lets `notEqual` and `notIn` succeed.
 */
export function engineRules(book: Rulebook): EngineRule[] {
  const judging = book.rules.filter(({ judges }) => judges !== false);
  return [...channelRule(judging), ...judging.flatMap(refusing), ...documentRules(judging)];
}

function channelRule(rules: readonly Rule[]): EngineRule[] {
  const ways = rules.filter((rule) => rule.kind === "channel");
  const [first] = ways;
  if (first === undefined) return [];
  const offered = [...new Set(ways.map(({ channel }) => channel))];
  const params = { why: "channel-not-offered", rules: ways.map(({ id }) => id), cite: first.cite } as const;
  const conditions = { all: [{ fact: "channel", operator: "notIn", value: offered }] } as const;
  return [{ name: `${first.id}#offered`, conditions, event: { type: "refuse", params } }];
}

function refusing(rule: Rule): EngineRule[] {
  if ((rule.kind !== "eligibility" && rule.kind !== "refusal") || holdsResult(rule)) return [];
  return conditionOf(rule).map((condition) => {
    const against = rule.kind === "eligibility" ? { not: condition } : condition;
    const why = rule.kind === "eligibility" ? "not-eligible" : "ground-holds";
    const params = { why, rules: [rule.id], cite: rule.cite } as const;
    return {
      name: rule.id,
      conditions: { all: [...onChannel(rule), against] },
      event: { type: "refuse", params },
    };
  });
}

function documentRules(rules: readonly Rule[]): EngineRule[] {
  const groups = new Map<string, DocumentRule[]>();
  for (const rule of rules) {
    if (rule.kind !== "document") continue;
    const key = rule.alternativeGroup === undefined ? `rule ${rule.id}` : `group ${rule.alternativeGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((group) => {
    const asked = group.map((rule): Condition => ({ all: needOf(rule) }));
    const given = group.map((rule): Condition => ({
      all: [...needOf(rule), { fact: `document.${documentType(rule)}`, operator: "equal", value: true }],
    }));
    const params = {
      why: "documents-missing",
      rules: group.map(({ id }) => id),
      cite: group.map(({ cite }) => cite).join("; "),
    } as const;
    const conditions = { all: [{ any: asked }, { not: { any: given } }] };
    return { name: params.rules.join(" | "), conditions, event: { type: "incomplete", params } };
  });
}

/** When a document is asked for; on every channel and in every case, a condition that always holds. */
function needOf(rule: DocumentRule): Condition[] {
  const need = [...onChannel(rule), ...conditionOf(rule)];
  return need.length > 0 ? need : [{ fact: "channel", operator: "notEqual", value: "" }];
}

function onChannel(rule: Rule): Condition[] {
  if ("channels" in rule) return [{ fact: "channel", operator: "in", value: rule.channels }];
  if (!("channel" in rule)) return [];
  return [{ fact: "channel", operator: "equal", value: rule.channel }];
}
