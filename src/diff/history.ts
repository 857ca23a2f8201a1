import type { Change, ChangeSide, Comparison, ServiceComparison, ServiceName } from "../model/change.ts";
import type { History, HistoryVersion, LifeEvent, LifeEventKind, RuleLife } from "../model/history.ts";
import type { Kind, Rule } from "../model/rule.ts";
import { diff } from "./diff.ts";
import { sideOf } from "./rule-change.ts";
import type { ServiceRules, Version } from "./version.ts";

/** A version with the day from which it holds, where anybody has told it. */
export interface DatedVersion extends Version {
  readonly since?: string;
}

/** A life while it is being told. */
interface Life {
  readonly kind: Kind;
  service: ServiceName;
  readonly events: LifeEvent[];
  /** The rule as the version before has it; absent once it is gone, or was not read there. */
  rule: Rule | undefined;
  /** It was last seen where a version was not read. */
  unread: boolean;
}

/** When each rule came, changed and went: each version is compared with the one before it, and rules are followed through. */
export function history(versions: readonly DatedVersion[]): History {
  const lives: Life[] = [];
  const [first, ...others] = versions;
  if (first !== undefined)
    for (const service of first.services)
      for (const rule of service.rules) lives.push(begun(rule, service, 0, "there"));
  let before = first;
  let of: History["of"] = first?.of ?? "rules";
  for (const [index, now] of others.entries()) {
    if (before === undefined) break;
    const comparison = diff(before, now);
    if (comparison.of === "candidates") of = "candidates";
    new Step(lives, before, now, index + 1).follow(comparison);
    before = now;
  }
  return {
    of,
    versions: versions.map(versionOf),
    lives: lives.map(({ kind, service, events }): RuleLife => ({ kind, service, events })),
  };
}

const versionOf = ({ name, since, unread }: DatedVersion): HistoryVersion => ({
  name,
  since: since ?? "unknown",
  unread: unread ?? "unknown",
});

const begun = (rule: Rule, service: ServiceName, version: number, is: LifeEventKind): Life => ({
  kind: rule.kind,
  service: { key: service.key, name: service.name },
  events: [{ version, is, side: sideOf(rule) }],
  rule,
  unread: false,
});

/** What becomes of the lives from one version to the next. */
class Step {
  readonly #byOld = new Map<Rule, Life>();

  constructor(
    private readonly lives: Life[],
    private readonly before: Version,
    private readonly now: Version,
    private readonly version: number,
  ) {
    for (const life of lives) if (life.rule !== undefined) this.#byOld.set(life.rule, life);
  }

  follow(comparison: Comparison): void {
    const followed = new Set<Life>();
    for (const service of [...comparison.services, ...this.#untold(comparison)])
      for (const life of this.#service(service)) followed.add(life);
    for (const life of this.#byOld.values())
      if (!followed.has(life) && life.rule !== undefined) this.#end(life, "gone", sideOf(life.rule));
  }

  /** Services that a comparison does not tell of, since nothing in them changed. */
  #untold({ services }: Comparison): readonly ServiceComparison[] {
    const told = new Set(services.flatMap(({ old }) => (old === undefined ? [] : [old.key])));
    return this.before.services.flatMap((old) => {
      const now = told.has(old.key) ? undefined : this.now.services.find(({ key }) => key === old.key);
      return now === undefined ? [] : [{ old, new: now, changes: [], unchanged: {} }];
    });
  }

  #service({ old, new: now, changes }: ServiceComparison): Iterable<Life> {
    const [olds, news] = [rulesOf(this.before, old), rulesOf(this.now, now)];
    if (now === undefined)
      return olds.flatMap((rule) => {
        const life = this.#byOld.get(rule);
        if (life !== undefined) this.#end(life, "gone", sideOf(rule));
        return life === undefined ? [] : [life];
      });
    const taken = new Set<Rule>();
    const done = new Set<Life>();
    for (const change of changes.filter(({ kind }) => kind !== undefined)) {
      const [from, to] = [ruleOn(olds, change.old), ruleOn(news, change.new)];
      if (to !== undefined) taken.add(to);
      const life = from === undefined ? undefined : this.#byOld.get(from);
      if (life !== undefined) done.add(life);
      this.#change(change, life, to, now);
    }
    for (const rule of olds) {
      const life = this.#byOld.get(rule);
      if (life === undefined || done.has(life)) continue;
      const same = sameRule(rule, news, taken);
      if (same === undefined) continue;
      taken.add(same);
      done.add(life);
      Object.assign(life, { rule: same, service: named(now) });
    }
    for (const rule of news) if (!taken.has(rule)) this.lives.push(begun(rule, now, this.version, "came"));
    return done;
  }

  #change(change: Change, life: Life | undefined, to: Rule | undefined, service: ServiceName): void {
    if (life !== undefined && to !== undefined) {
      const is = change.class === "substance" ? "changed" : "reworded";
      life.events.push({ version: this.version, is, side: sideOf(to), change });
      Object.assign(life, { rule: to, service: named(service) });
    } else if (life !== undefined && change.old !== undefined) {
      const is =
        change.class === "unread" ? "unread" : change.code === "restated" ? "said-elsewhere" : "gone";
      this.#end(life, is, change.old);
    } else if (life === undefined && to !== undefined) this.#begin(change, to, service);
  }

  /** A rule that the version before does not have: one that was not read for a while, or a new one. */
  #begin(change: Change, rule: Rule, service: ServiceName): void {
    const back = this.lives.find(
      (life) => life.unread && life.kind === rule.kind && life.events.at(-1)?.side.path === rule.path,
    );
    if (back !== undefined) {
      back.events.push({ version: this.version, is: "read-again", side: sideOf(rule), change });
      Object.assign(back, { rule, service: named(service), unread: false });
      return;
    }
    const life = begun(rule, service, this.version, change.class === "unread" ? "read-again" : "came");
    this.lives.push(life);
  }

  #end(life: Life, is: LifeEventKind, side: ChangeSide): void {
    life.events.push({ version: this.version, is, side });
    Object.assign(life, { rule: undefined, unread: is === "unread" });
  }
}

const named = ({ key, name }: ServiceName): ServiceName => ({ key, name });

const rulesOf = ({ services }: Version, service: ServiceName | undefined): ServiceRules["rules"] =>
  service === undefined ? [] : (services.find(({ key }) => key === service.key)?.rules ?? []);

const ruleOn = (rules: readonly Rule[], side: ChangeSide | undefined): Rule | undefined =>
  side === undefined ? undefined : rules.find(({ id }) => id === side.id);

/** The rule of the new version that says the same as one of the old: at the same place, else in the same words. */
function sameRule(rule: Rule, news: readonly Rule[], taken: ReadonlySet<Rule>): Rule | undefined {
  const left = news.filter((one) => one.kind === rule.kind && !taken.has(one));
  const quote = rule.source?.quote;
  return (
    left.find(({ id }) => id === rule.id) ??
    left.find((one) => quote !== undefined && one.source?.quote === quote) ??
    left.find(({ path }) => path !== undefined && path === rule.path)
  );
}
