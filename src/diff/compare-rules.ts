import type { Gains } from "../model/change.ts";
import { impossible } from "../model/impossible.ts";
import type { EligibilityRule, FeeRule, FormRule, RolloverRule, Rule } from "../model/rule.ts";
import { channelChange } from "./compare-channels.ts";
import { compareDeadlines, gainsOfHaving } from "./compare-deadlines.ts";
import { eventsChange } from "./compare-events.ts";
import { compareCutoffs, compareHours } from "./compare-hours.ts";
import { compareDocuments, compareEligibility, compareRefusals } from "./compare-words.ts";
import { fieldChange, type Difference } from "./difference.ts";
import { EASIER, FOR_APPLICANT, FOR_PROVIDER, HARDER, MIXED, opposite, together, UNCLEAR } from "./gains.ts";
import type { Wording } from "./wording.ts";

/** In what two rules of one kind differ in substance; undefined where they say the same. */
export function compareRules(old: Rule, now: Rule, wording: Wording): Difference | undefined {
  if (old.kind === "deadline" && now.kind === "deadline") return compareDeadlines(old, now, wording);
  if (old.kind === "hours" && now.kind === "hours") return compareHours(old, now);
  if (old.kind === "cutoff" && now.kind === "cutoff") return compareCutoffs(old, now);
  if (old.kind === "document" && now.kind === "document") return compareDocuments(old, now, wording);
  if (old.kind === "eligibility" && now.kind === "eligibility") return compareEligibility(old, now, wording);
  if (old.kind === "refusal" && now.kind === "refusal") return compareRefusals(old, now, wording);
  if (old.kind === "fee" && now.kind === "fee") return compareFees(old, now, wording);
  if (old.kind === "form" && now.kind === "form") return compareForms(old, now);
  if (old.kind === "rollover" && now.kind === "rollover") return compareRollovers(old, now);
  if (old.kind === "channel" && now.kind === "channel") {
    if (old.channel !== now.channel) throw new RangeError(`two channels cannot be one: ${old.id}, ${now.id}`);
    return undefined;
  }
  throw new RangeError(
    `rules of two kinds cannot be compared: ${old.id} is ${old.kind}, ${now.id} is ${now.kind}`,
  );
}

function compareRollovers(old: RolloverRule, now: RolloverRule): Difference | undefined {
  const changes = [channelChange(old, now), eventsChange(old, now)].filter(({ fields }) => fields.length > 0);
  return changes.length === 0
    ? undefined
    : {
        code: "rollover-changed",
        fields: changes.flatMap(({ fields }) => fields),
        gains: together(changes.map(({ gains }) => gains)),
      };
}

function compareFees(old: FeeRule, now: FeeRule, wording: Wording): Difference | undefined {
  const fields = [
    ...fieldChange("free", old.free ?? false, now.free ?? false),
    ...fieldChange("amount", old.amount, now.amount),
    ...fieldChange("currency", old.currency, now.currency),
    ...(wording.sameContent(old.of ?? "", now.of ?? "") ? [] : fieldChange("of", old.of, now.of)),
  ];
  if (fields.length === 0) return undefined;
  const [before, after] = [priceOf(old), priceOf(now)];
  const comparable = before === 0 || after === 0 || old.currency === now.currency;
  if (before === undefined || after === undefined || before === after || !comparable)
    return { code: "fee-changed", fields, gains: UNCLEAR };
  return before < after
    ? { code: "fee-raised", fields, gains: FOR_PROVIDER }
    : { code: "fee-lowered", fields, gains: FOR_APPLICANT };
}

const priceOf = (rule: FeeRule): number | undefined => (rule.free === true ? 0 : rule.amount);

function compareForms(old: FormRule, now: FormRule): Difference | undefined {
  const fields = fieldChange("forms", [...old.forms].sort(), [...now.forms].sort());
  if (fields.length === 0) return undefined;
  const more = now.forms.some((form) => !old.forms.includes(form));
  const less = old.forms.some((form) => !now.forms.includes(form));
  return { code: "form-changed", fields, gains: more && less ? MIXED : more ? EASIER : HARDER };
}

/** A rule that only the new version has. */
export const addition = (rule: Rule, wording: Wording): Difference => ({
  ...cameOrWent(rule, wording).added,
  fields: [],
});

/** A rule that only the old version has. */
export const removal = (rule: Rule, wording: Wording): Difference => ({
  ...cameOrWent(rule, wording).removed,
  fields: [],
});

type Half = Pick<Difference, "code" | "gains">;

function cameOrWent(rule: Rule, wording: Wording): { readonly added: Half; readonly removed: Half } {
  const both = (added: Difference["code"], removed: Difference["code"], gains: Gains) => ({
    added: { code: added, gains },
    removed: { code: removed, gains: opposite(gains) },
  });
  switch (rule.kind) {
    case "deadline":
      return both("term-added", "term-removed", gainsOfHaving(rule, wording));
    case "hours":
      return both("hours-added", "hours-removed", FOR_APPLICANT);
    case "cutoff":
      return both("cutoff-added", "cutoff-removed", FOR_PROVIDER);
    case "rollover":
      return both("rollover-added", "rollover-removed", FOR_PROVIDER);
    case "document":
      return both("document-added", "document-removed", HARDER);
    case "eligibility":
      return both("eligibility-added", "eligibility-removed", gainsOfCondition(rule));
    case "refusal":
      return both("refusal-added", "refusal-removed", FOR_PROVIDER);
    case "fee":
      if (rule.free !== true && wording.isCap(rule)) return both("cap-added", "cap-removed", FOR_APPLICANT);
      return both("fee-added", "fee-removed", rule.free === true ? FOR_APPLICANT : FOR_PROVIDER);
    case "channel":
      return both("channel-opened", "channel-closed", EASIER);
    case "form":
      return both("form-added", "form-removed", EASIER);
    default:
      return impossible(rule);
  }
}

/** A hurdle ("only those attached") is told from an offer ("also by password") in review; before that, by a reader. */
function gainsOfCondition(rule: EligibilityRule): Gains {
  if (rule.judges === false) return EASIER;
  return rule.when === undefined ? UNCLEAR : HARDER;
}
