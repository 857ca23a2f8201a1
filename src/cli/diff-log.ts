import { runAudit } from "../audit/audit.ts";
import { citedOf } from "../audit/tell/cited.ts";
import { outcomesOf } from "../audit/tell/outcomes.ts";
import { matchRules } from "../diff/match-rules.ts";
import { pairServices, type StatedPair } from "../diff/pair-services.ts";
import { placesIn } from "../diff/place.ts";
import type { ServiceRules } from "../diff/version.ts";
import type { AuditOutcome } from "../model/audit.ts";
import type { Cited } from "../model/cited.ts";
import type { Meant, MeantChange, MeantOutcome } from "../model/meant.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { inOwnFolder } from "../files/own-folder.ts";
import { readMapping } from "../files/read-mapping.ts";
import { readVocabulary } from "../files/read-vocabulary.ts";
import { logFiles } from "../files/log-file.ts";
import { FORMATS } from "../log/formats.ts";
import type { Mapping } from "../log/mapping.ts";
import { logSource } from "../log/read-log.ts";
import { wholeMapping } from "../log/whole-mapping.ts";
import { Trouble } from "../model/trouble.ts";
import { serviceOfBook } from "../desk/open-version.ts";
import type { Laws } from "../library/laws.ts";
import { booksInZones } from "../library/zones-of-providers.ts";

/** A log, how it is to be read, and whether rules may judge that nobody has reviewed. */
export interface LogQuestion {
  readonly logs: readonly string[];
  readonly map: string;
  readonly drafts: boolean;
  readonly memory: string;
  /** The general law beneath the books. */
  readonly laws: Laws | "left-out";
}

const MOST_EXAMPLES = 10;

/** Audits the same log under both versions, whatever their validity, and tells which cases come out otherwise. */
export async function whatItWouldHaveMeant(
  olds: readonly Rulebook[],
  news: readonly Rulebook[],
  stated: readonly StatedPair[],
  question: LogQuestion,
): Promise<Meant> {
  const mapping = readMapping(question.map);
  const asked = { ...question, mapping, vocabulary: readVocabulary() };
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
  readonly mapping: Mapping;
  readonly vocabulary: Vocabulary;
}

interface Judged {
  readonly files: readonly string[];
  readonly cases: number;
  /** Outcomes by rule, then by case. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, readonly AuditOutcome[]>>;
  /** Where each rule stands, by the same name. */
  readonly rules: ReadonlyMap<string, Cited>;
  readonly law: Meant["law"];
}

/** All outcomes of a log under some books; the validity of the books is left aside. */
async function judged(
  books: readonly Rulebook[],
  { logs, map, drafts, memory, laws, mapping: written, vocabulary }: Asked,
  nameOf: (rule: string) => string,
): Promise<Judged> {
  const mapping = wholeMapping(written);
  return inOwnFolder(async (folder, stopped) => {
    const order = {
      ...booksInZones(
        books.map((book) => alwaysInForce(book, drafts)),
        mapping,
        map,
        undefined,
        laws === "left-out" ? undefined : laws,
        vocabulary,
      ),
      mapping,
      now: undefined,
      withoutLaw: laws === "left-out",
    };
    const audit = await runAudit(order, logSource(logFiles(logs, FORMATS, folder), written), {
      memory,
      folder,
      stopped,
    });
    try {
      const rules = audit.plan.terms.rules.map(({ rule }) => rule);
      // A rule of the law beneath is the same in both versions.
      const ofLaw = new Set(rules.flatMap(({ id, ofLaw: isOfLaw }) => (isOfLaw === undefined ? [] : [id])));
      const keyOf = (id: string): string => (ofLaw.has(id) ? `${OF_LAW}${id}` : nameOf(id));
      const outcomes = new Map<string, Map<string, AuditOutcome[]>>();
      for (const { case: id, rule, outcome } of await outcomesOf(audit)) {
        const key = rule === undefined ? "" : keyOf(rule);
        const cases = outcomes.get(key) ?? new Map<string, AuditOutcome[]>();
        outcomes.set(key, cases);
        cases.set(id, [...(cases.get(id) ?? []), outcome]);
      }
      const { cases, law } = audit.summary;
      return {
        files: audit.log.files.map(({ name }) => name),
        cases,
        outcomes,
        rules: new Map(rules.map((rule) => [keyOf(rule.id), citedOf(rule)])),
        law: { is: law.is, acts: law.acts },
      };
    } finally {
      audit.database.close();
    }
  });
}

function alwaysInForce(book: Rulebook, drafts: boolean): Rulebook {
  const rest = Object.fromEntries(
    Object.entries(book).filter(([key]) => key !== "inForce"),
  ) as unknown as Rulebook;
  return { ...rest, rules: book.rules.filter(({ review }) => drafts || review?.status !== "draft") };
}

function compared(before: Judged, after: Judged, newOf: ReadonlyMap<string, string>): Meant {
  const groups = new Map<string, { change: Omit<MeantChange, "cases" | "examples">; cases: string[] }>();
  const touched = new Set<string>();
  for (const key of new Set([...before.outcomes.keys(), ...after.outcomes.keys()])) {
    const [old, now] = [before.outcomes.get(key), after.outcomes.get(key)];
    const sides = key.startsWith(OF_LAW) ? sidesOfLaw(key, before, after) : sidesOf(key, newOf);
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
      examples: cases.slice(0, MOST_EXAMPLES),
    }))
    .sort((a, b) => b.cases - a.cases);
  const { files: log, cases, law } = before;
  return { log, cases, changed: touched.size, changes, law };
}

/** Begins the name of a rule of the law beneath; those of the versions begin otherwise. */
const OF_LAW = "law ";

/** Which versions lie on a provision that binds a case: what one of them sets itself, the law does not. */
function sidesOfLaw(
  key: string,
  before: Judged,
  after: Judged,
): { readonly old?: string; readonly new?: string } {
  const id = key.slice(OF_LAW.length);
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
