import { runAudit } from "../audit/audit.ts";
import { limitsOf } from "../audit/run/limits.ts";
import { citedOf } from "../audit/tell/cited.ts";
import { outcomesOf } from "../audit/tell/outcomes.ts";
import { matchRules } from "../diff/match-rules.ts";
import { pairServices, type StatedPair } from "../diff/pair-services.ts";
import { placesIn } from "../diff/place.ts";
import type { ServiceRules } from "../diff/version.ts";
import type { AuditOutcome } from "../model/audit.ts";
import type { Cited } from "../model/cited.ts";
import type { DutyRule } from "../model/law.ts";
import type { Meant, MeantChange, MeantOutcome } from "../model/meant.ts";
import { keyOf, roundOf } from "../model/round.ts";
import type { Rule } from "../model/rule.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { inOwnFolder } from "../files/own-folder.ts";
import { readMapping } from "../files/read-mapping.ts";
import { readVocabulary } from "../files/read-vocabulary.ts";
import { logFiles } from "../files/log-file.ts";
import { FORMATS } from "../log/formats.ts";
import type { WholeMapping } from "../log/mapping.ts";
import { logSource } from "../log/read-log.ts";
import { wholeMapping } from "../log/whole-mapping.ts";
import { Trouble } from "../model/trouble.ts";
import { serviceOfBook } from "../desk/open-version.ts";
import { orderByBooks, type AuditQuestion, type CountedWith } from "../library/audit-order.ts";
import { Calendars } from "../library/calendars.ts";
import type { Laws } from "../library/laws.ts";

/** A log, how it is to be read, and how it is to be judged. */
export interface LogQuestion {
  readonly logs: readonly string[];
  readonly map: string;
  readonly judging: Omit<AuditQuestion, "mapping" | "file">;
  readonly memory: string;
  /** The general law beneath the books. */
  readonly law: Laws | "left-out";
}

const MOST_EXAMPLES = 10;

/** Audits the same log under both versions, whatever their validity, and tells which cases come out otherwise. */
export async function whatItWouldHaveMeant(
  olds: readonly Rulebook[],
  news: readonly Rulebook[],
  stated: readonly StatedPair[],
  question: LogQuestion,
): Promise<Meant> {
  const mapping = wholeMapping(readMapping(question.map));
  const named = [
    ...Object.values(mapping.services ?? {}),
    ...(mapping.defaults?.service === undefined ? [] : [mapping.defaults.service]),
  ];
  const pairs = bookPairs(olds, news, stated);
  if (pairs.length === 0)
    throw new Trouble("no service is in both versions", {
      place: "--log",
      wayOut: "Say which is which with --pair OLD=NEW.",
    });
  const same = new Map(pairs.flatMap(({ rules }) => rules));
  const idOf = ({ old, now }: BookPair): string =>
    [old.id, old.service?.id, now.id, now.service?.id].find((id) => id !== undefined && named.includes(id)) ??
    old.id;
  const asked = {
    ...question,
    mapping: ofServices(pairs.map(idOf), mapping),
    countedWith: { calendars: new Calendars(), law: question.law, vocabulary: readVocabulary() },
  };
  const before = await judged(
    pairs.map((pair) => ({ ...pair.old, id: idOf(pair) })),
    asked,
    (id) => `old ${id}`,
  );
  const after = await judged(
    pairs.map((pair) => ({ ...pair.now, id: idOf(pair) })),
    asked,
    (id) => {
      const old = same.get(id);
      return old === undefined ? `new ${id}` : `old ${old}`;
    },
  );
  const newOf = new Map([...same].map(([now, old]) => [old, now]));
  return compared(before, after, newOf);
}

/** The mapping without the names of services that are not compared: a log may well be of others too, which no version judges. */
const ofServices = (ids: readonly string[], mapping: WholeMapping): WholeMapping =>
  mapping.services === undefined
    ? mapping
    : {
        ...mapping,
        services: Object.fromEntries(Object.entries(mapping.services).filter(([, id]) => ids.includes(id))),
      };

interface BookPair {
  readonly old: Rulebook;
  readonly now: Rulebook;
  /** Ids of rules that are the same rule: new to old. */
  readonly rules: readonly (readonly [string, string])[];
}

function bookPairs(
  olds: readonly Rulebook[],
  news: readonly Rulebook[],
  stated: readonly StatedPair[],
): readonly BookPair[] {
  const services = (books: readonly Rulebook[]): ReadonlyMap<ServiceRules, Rulebook> =>
    new Map(books.map((book) => [serviceOfBook(book, books.length), book]));
  const [before, after] = [services(olds), services(news)];
  return pairServices([...before.keys()], [...after.keys()], stated).flatMap(({ old, new: now }) => {
    const [oldBook, newBook] = [old && before.get(old), now && after.get(now)];
    if (old === undefined || now === undefined || oldBook === undefined || newBook === undefined) return [];
    const { pairs } = matchRules(old.rules, now.rules, placesIn(old), placesIn(now));
    return [{ old: oldBook, now: newBook, rules: pairs.map(([one, other]) => [other.id, one.id] as const) }];
  });
}

/** The question with what both audits go by, read once. */
interface Asked extends LogQuestion {
  readonly mapping: WholeMapping;
  readonly countedWith: CountedWith;
}

interface Judged {
  readonly files: readonly string[];
  readonly cases: number;
  /** Outcomes by rule, then by round of a case. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, readonly AuditOutcome[]>>;
  /** Where each rule stands, by the same name. */
  readonly rules: ReadonlyMap<string, Cited>;
  readonly law: Meant["law"];
}

/** All outcomes of a log under some books; the validity of the books is left aside. */
async function judged(
  books: readonly Rulebook[],
  { logs, map, judging, memory, mapping, countedWith }: Asked,
  nameOf: (rule: string) => string,
): Promise<Judged> {
  return inOwnFolder(async (folder, stopped) => {
    const order = orderByBooks(books.map(alwaysInForce), countedWith, { ...judging, mapping, file: map });
    const source = logSource(logFiles(logs, FORMATS, folder), order.mapping);
    const audit = await runAudit(order, source, limitsOf({ memory }, folder, stopped));
    try {
      const rules = audit.plan.terms.rules.map(({ rule }) => rule);
      const ofNeither = new Set(rules.filter(isOfNeither).map(({ id }) => id));
      const nameIn = (id: string): string => (ofNeither.has(id) ? `${OF_NEITHER}${id}` : nameOf(id));
      const outcomes = new Map<string, Map<string, AuditOutcome[]>>();
      for (const { round, rule, outcome } of await outcomesOf(audit)) {
        const key = rule === undefined ? "" : nameIn(rule);
        const rounds = outcomes.get(key) ?? new Map<string, AuditOutcome[]>();
        outcomes.set(key, rounds);
        rounds.set(round, [...(rounds.get(round) ?? []), outcome]);
      }
      const { cases, law } = audit.summary;
      return {
        files: audit.log.files.map(({ name }) => name),
        cases,
        outcomes,
        rules: new Map(rules.map((rule) => [nameIn(rule.id), citedOf(rule)])),
        law: { is: law.is, acts: law.acts },
      };
    } finally {
      audit.database.close();
    }
  });
}

function alwaysInForce(book: Rulebook): Rulebook {
  return Object.fromEntries(Object.entries(book).filter(([key]) => key !== "inForce")) as unknown as Rulebook;
}

/** Whether a rule is of the law beneath or carried by the log itself, and so the same in both versions. */
const isOfNeither = (rule: Rule | DutyRule): boolean =>
  rule.ofLaw !== undefined || (rule.kind === "deadline" && rule.ofLog !== undefined);

function compared(before: Judged, after: Judged, newOf: ReadonlyMap<string, string>): Meant {
  const groups = new Map<string, { change: Omit<MeantChange, "cases" | "examples">; cases: string[] }>();
  const touched = new Set<string>();
  for (const key of new Set([...before.outcomes.keys(), ...after.outcomes.keys()])) {
    const [old, now] = [before.outcomes.get(key), after.outcomes.get(key)];
    const sides = key.startsWith(OF_NEITHER) ? sidesOfNeither(key, before, after) : sidesOf(key, newOf);
    const cited = before.rules.get(key) ?? after.rules.get(key) ?? { cite: "" };
    for (const id of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
      const from: readonly MeantOutcome[] = old?.get(id) ?? ["not-asked"];
      const to: readonly MeantOutcome[] = now?.get(id) ?? ["not-asked"];
      if (from.join() === to.join()) continue;
      touched.add(id);
      const group = `${key} ${from.join()} ${to.join()}`;
      const known = groups.get(group) ?? {
        change: { ...sides, ...cited, from, to },
        cases: [],
      };
      known.cases.push(id);
      groups.set(group, known);
    }
  }
  const changes = [...groups.values()]
    .map(({ change, cases }): MeantChange => ({
      ...change,
      cases: cases.length,
      examples: cases.slice(0, MOST_EXAMPLES).map((round) => keyOf(roundOf(round))),
    }))
    .sort((a, b) => b.cases - a.cases);
  const { files: log, cases, law } = before;
  return { log, cases, changed: touched.size, changes, law };
}

/** Begins the name of a rule that is of neither version; those of the versions begin otherwise. */
const OF_NEITHER = "both ";

/** Which versions lie on a provision that binds a case: what one of them sets itself, the law does not. */
function sidesOfNeither(
  key: string,
  before: Judged,
  after: Judged,
): { readonly old?: string; readonly new?: string } {
  const id = key.slice(OF_NEITHER.length);
  return { ...(before.rules.has(key) ? { old: id } : {}), ...(after.rules.has(key) ? { new: id } : {}) };
}

function sidesOf(
  key: string,
  newOf: ReadonlyMap<string, string>,
): { readonly old?: string; readonly new?: string } {
  if (key.startsWith("new ")) return { new: key.slice(4) };
  if (!key.startsWith("old ")) return {};
  const old = key.slice(4);
  const now = newOf.get(old);
  return now === undefined ? { old } : { old, new: now };
}
