import type { ChangeCode } from "../../src/model/change.ts";
import type { Rule } from "../../src/model/rule.ts";
import { channelsOf } from "../../src/diff/compare-channels.ts";
import type { ServiceRules, Version } from "../../src/diff/version.ts";

/** One thing done to a version, and the change it must show as: none for what changes nothing in substance. */
export interface Mutation {
  readonly name: string;
  readonly service: string;
  readonly touched: string;
  readonly expected: readonly ChangeCode[];
  readonly apply: (rules: readonly Rule[]) => readonly Rule[];
}

/** New words for added rules: no regulation of the corpus speaks of these things. */
const STRANGE = [
  "кемені тіркеу туралы теңіз порты капитанының куәлігі",
  "ұшу аппаратының жарамдылық сертификатының түпнұсқасы",
  "балық аулау кәсіпшілігінің жылдық квотасы жөніндегі есеп",
  "тау-кен жұмыстарының жобасына сараптама қорытындысы",
  "мұражай қорындағы жәдігерлердің тізілімінен көшірме",
];

/** Every mutation that can be made of a service's rules, one a rule and sort. */
export function mutationsOf(service: ServiceRules): readonly Mutation[] {
  return service.rules.flatMap((rule, index) => [
    ...ofValues(service, rule),
    ...removals(service, rule),
    ...additions(service, rule, index),
    ...harmless(service, rule),
  ]);
}

type Edit = (rule: Rule) => Partial<Record<string, unknown>>;

function edit(
  service: ServiceRules,
  rule: Rule,
  name: string,
  code: ChangeCode | undefined,
  change: Edit,
): Mutation {
  return {
    name,
    service: service.key,
    touched: rule.id,
    expected: code === undefined ? [] : [code],
    apply: (rules) => rules.map((other) => (other.id === rule.id ? { ...other, ...change(other) } : other)),
  };
}

const quoted = (rule: Rule, change: (quote: string) => string): { source: unknown } => ({
  source: { ...rule.source, quote: change(rule.source!.quote) },
});

const number = (rule: Rule, amount: number): { source: unknown } =>
  quoted(rule, (quote) => quote.replace(/\d+/u, `${amount}`));

function ofValues(service: ServiceRules, rule: Rule): readonly Mutation[] {
  const make = (name: string, code: ChangeCode, change: Edit): Mutation =>
    edit(service, rule, name, code, change);
  switch (rule.kind) {
    case "deadline":
      return [
        ...(rule.unit === "same-day"
          ? []
          : [
              make("a longer term", "term-lengthened", () => ({
                amount: rule.amount + 7,
                ...number(rule, rule.amount + 7),
              })),
              make("a shorter term", "term-shortened", () => ({
                amount: rule.amount / 2,
                ...number(rule, rule.amount / 2),
              })),
            ]),
        ...(rule.unit === "working-day"
          ? [make("calendar days for working days", "term-shortened", () => ({ unit: "calendar-day" }))]
          : []),
      ];
    case "hours":
      return rule.roundTheClock === true || rule.close === undefined
        ? []
        : [
            make("longer hours", "hours-extended", () => ({ close: "22:30" })),
            make("shorter hours", "hours-cut", () => ({ close: "12:30", break: null })),
            make("another start and end", "hours-changed", () => ({
              open: "05:00",
              close: "12:30",
              break: null,
            })),
          ];
    case "cutoff":
      return [
        make("complaints are moved as well", "cutoff-changed", () => ({
          events: ["complaint-filed", "submitted"],
        })),
        ...(rule.time === undefined
          ? []
          : [
              make("a later cutoff", "cutoff-later", () => ({ time: "22:45" })),
              make("an earlier cutoff", "cutoff-earlier", () => ({ time: "05:15" })),
            ]),
      ];
    case "rollover":
      return [
        make("complaints alone are moved", "rollover-changed", () => ({ events: ["complaint-filed"] })),
      ];
    case "document":
      return [
        make("a condition", "document-changed", () => ({ condition: "кеме иесі шетелдік болған кезде" })),
        make("a choice", "document-changed", () => ({
          alternativeGroup: rule.alternativeGroup === undefined ? "new" : undefined,
        })),
      ];
    case "refusal":
      return [
        make("another stage", "refusal-changed", () => ({
          stage: rule.stage === "intake" ? "service" : "intake",
        })),
      ];
    case "fee":
      return [make("a price", "fee-raised", () => ({ free: false, amount: 500, currency: "KZT" }))];
    case "form":
      return [make("one form more", "form-changed", () => ({ forms: [...rule.forms, "proactive"] }))];
    case "eligibility":
    case "channel":
      return [];
  }
}

const GONE: Readonly<Record<Rule["kind"], ChangeCode>> = {
  deadline: "term-removed",
  hours: "hours-removed",
  cutoff: "cutoff-removed",
  rollover: "rollover-removed",
  document: "document-removed",
  eligibility: "eligibility-removed",
  refusal: "refusal-removed",
  fee: "fee-removed",
  channel: "channel-closed",
  form: "form-removed",
};

function removals(service: ServiceRules, rule: Rule): readonly Mutation[] {
  // What another rule of the service says as well is not gone when one of the two is.
  const alike = service.rules.some(
    (other) => other !== rule && other.kind === rule.kind && overlaps(other, rule),
  );
  if (alike) return [];
  return [
    {
      name: "a rule gone",
      service: service.key,
      touched: rule.id,
      expected: [GONE[rule.kind]],
      apply: (rules) => rules.filter((other) => other.id !== rule.id),
    },
  ];
}

/** Generous on purpose: where two rules of a kind could be taken for one another, the removal is not tried. */
function overlaps(one: Rule, other: Rule): boolean {
  if (one.kind === "deadline" && other.kind === "deadline")
    return one.amount === other.amount && one.unit === other.unit && one.subject === other.subject;
  if (one.kind === "hours" && other.kind === "hours") return one.who === other.who;
  if (one.kind === "channel" && other.kind === "channel") return one.channel === other.channel;
  if (one.kind === "document" || one.kind === "refusal" || one.kind === "eligibility") {
    const words = (rule: Rule): Set<string> => new Set(rule.source!.quote.toLowerCase().split(/\P{L}+/u));
    const [ours, theirs] = [words(one), words(other)];
    const shared = [...ours].filter((word) => theirs.has(word)).length;
    return shared / Math.max(ours.size, theirs.size) > 0.6;
  }
  return true;
}

const CAME: Readonly<Partial<Record<Rule["kind"], ChangeCode>>> = {
  document: "document-added",
  refusal: "refusal-added",
  eligibility: "eligibility-added",
  deadline: "term-added",
};

function additions(service: ServiceRules, rule: Rule, index: number): readonly Mutation[] {
  const code = CAME[rule.kind];
  if (code === undefined || index % 3 !== 0) return [];
  const words = STRANGE[index % STRANGE.length]!;
  const extra = {
    ...rule,
    ...(rule.kind === "deadline" ? { subject: "validity", amount: 41, unit: "month" } : {}),
    id: `${rule.id}/new`,
    path: `${rule.path!}/1) тармақша`,
    source: { ...rule.source!, quote: rule.kind === "deadline" ? `${words} 41 ай жарамды` : words },
  } as unknown as Rule;
  return [
    {
      name: "a rule more",
      service: service.key,
      touched: extra.id,
      expected: [code],
      apply: (rules) => rules.flatMap((other) => (other.id === rule.id ? [other, extra] : [other])),
    },
  ];
}

function harmless(service: ServiceRules, rule: Rule): readonly Mutation[] {
  const path = rule.path!;
  return [
    edit(service, rule, "another number", undefined, () => ({
      path: path.replace(/\d+(?=-тармақ)/u, (n) => `${Number(n) + 3}`),
    })),
    edit(service, rule, "into a table", undefined, () => ({
      path: `${path.split("/")[0]!}/1-қосымша/кесте 12-жол`,
    })),
    edit(service, rule, "other layout", undefined, () =>
      quoted(rule, (quote) => quote.replace(/ /gu, "\n   ").replace(/,/gu, " ,").toUpperCase()),
    ),
    {
      name: "a clause split",
      service: service.key,
      touched: rule.id,
      expected: [],
      apply: (rules) => {
        const at = rules.findIndex(({ id }) => id === rule.id);
        return rules.map((other, index) =>
          other.path === path && index >= at ? { ...other, path: `${path}-1` } : other,
        );
      },
    },
    ...splitByChannel(service, rule),
  ];
}

/** One rule for two channels told as two rules. */
function splitByChannel(service: ServiceRules, rule: Rule): readonly Mutation[] {
  const channels = channelsOf(rule);
  if (channels.length < 2) return [];
  return [
    {
      name: "a rule for each channel",
      service: service.key,
      touched: rule.id,
      expected: [],
      apply: (rules) =>
        rules.flatMap((other) =>
          other.id === rule.id
            ? channels.map(
                (channel) => ({ ...rule, id: `${rule.id}/${channel}`, channel, channels: [channel] }) as Rule,
              )
            : [other],
        ),
    },
  ];
}

/** A version with these mutations made, one after another. */
export function mutated(version: Version, mutations: readonly Mutation[]): Version {
  return {
    ...version,
    services: version.services.map((service) => ({
      ...service,
      rules: mutations
        .filter((mutation) => mutation.service === service.key)
        .reduce((rules, mutation) => mutation.apply(rules), service.rules),
    })),
  };
}
