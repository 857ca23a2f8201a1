import type { Request } from "../../src/check/request.ts";
import type { Condition, FactValue } from "../../src/model/condition.ts";
import type { DocumentRule } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { comparisonsIn, covers, truth, type Told } from "./meaning.ts";

/** Facts and good documents of a request, with nothing left open. */
export interface Complete {
  readonly facts: Told;
  readonly good: ReadonlySet<string>;
}

const typeOf = (rule: DocumentRule): string => rule.document ?? rule.id;
const judges = (rule: Rulebook["rules"][number], request: Request): boolean =>
  rule.judges !== false && covers(rule, request.channel);

/** The answer on a complete request as DESIGN.md, section 5, says it, written down apart from compiler and check. */
function answerOn(book: Rulebook, request: Request, { facts, good }: Complete): string {
  const ways = book.rules.filter((rule) => rule.kind === "channel");
  if (ways.length > 0 && !ways.some((rule) => rule.channel === request.channel)) return "refuse";
  const groups = new Map<string, DocumentRule[]>();
  for (const rule of book.rules.filter((each) => judges(each, request))) {
    if (rule.kind === "eligibility" && rule.when !== undefined && truth(rule.when, facts) !== true)
      return "refuse";
    if (rule.kind === "refusal" && rule.aboutDocuments === undefined) {
      const holds =
        rule.when === undefined ? facts[`finding:${rule.id}`] === true : truth(rule.when, facts) === true;
      if (holds) return "refuse";
    }
    if (rule.kind === "document" && (rule.when === undefined || truth(rule.when, facts) === true)) {
      const name = rule.alternativeGroup === undefined ? `only ${rule.id}` : `group ${rule.alternativeGroup}`;
      groups.set(name, [...(groups.get(name) ?? []), rule]);
    }
  }
  const lacks = [...groups.values()].some((group) => !group.some((rule) => good.has(typeOf(rule))));
  return lacks ? "incomplete" : "admit";
}

/** Values that a fact can have and that the book's comparisons could tell apart. */
export function valuesOf(book: Rulebook, id: string, vocabulary: Vocabulary): FactValue[] {
  const entry = vocabulary.facts.find((fact) => fact.id === id);
  if (entry?.type === "boolean" || id.startsWith("finding:")) return [true, false];
  if (entry?.values !== undefined) return entry.values.map(({ value }) => value);
  const { minimum = -Infinity, maximum = Infinity } = entry ?? {};
  const numbers = conditionsOf(book)
    .flatMap(comparisonsIn)
    .flatMap(({ fact, value }) =>
      fact === id && typeof value === "number" ? [value - 1, value, value + 1] : [],
    );
  return numbers.filter((value) => value >= minimum && value <= maximum);
}

/** The conditions of all rules of a book. */
export const conditionsOf = (book: Rulebook): Condition[] =>
  book.rules.flatMap((rule) => ("when" in rule ? [rule.when] : []));

/** What a request leaves open, and what each open thing may turn out to be; facts of a wrong type are open too. */
export class Completions {
  readonly #facts = new Map<string, readonly FactValue[]>();
  readonly #documents = new Map<string, readonly boolean[]>();

  constructor(
    readonly book: Rulebook,
    readonly request: Request,
    vocabulary: Vocabulary,
    day: string,
  ) {
    const ids = new Set(
      conditionsOf(book)
        .flatMap(comparisonsIn)
        .map(({ fact }) => fact),
    );
    for (const rule of book.rules)
      if (rule.kind === "refusal" && rule.when === undefined) ids.add(`finding:${rule.id}`);
    ids.delete("channel");
    for (const id of ids) {
      const entry = vocabulary.facts.find((fact) => fact.id === id);
      const asserted = request.findings?.findLast(({ fact }) => fact === id)?.holds ?? false;
      const isFinding = entry?.finding === true || id.startsWith("finding:");
      this.#facts.set(id, isFinding ? [asserted] : this.#told(id, valuesOf(book, id, vocabulary), entry));
    }
    for (const rule of book.rules)
      if (rule.kind === "document") {
        const type = typeOf(rule);
        const expires = vocabulary.documents.some((entry) => entry.id === type && entry.expires === true);
        this.#documents.set(type, this.#states(type, expires, day));
      }
  }

  #told(
    id: string,
    values: FactValue[],
    entry: Vocabulary["facts"][number] | undefined,
  ): readonly FactValue[] {
    const facts = this.request.facts ?? {};
    const told = Object.hasOwn(facts, id) ? facts[id] : undefined;
    const { minimum = -Infinity, maximum = Infinity } = entry ?? {};
    const isUsable =
      entry?.type === "integer"
        ? Number.isInteger(told) && (told as number) >= minimum && (told as number) <= maximum
        : values.some((value) => value === told);
    return isUsable ? [told as FactValue] : values;
  }

  #states(type: string, expires: boolean, day: string): readonly boolean[] {
    const list = this.request.documents;
    if (list === undefined) return [true, false];
    const there = list.filter((document) => document.type === type);
    if (there.some(({ validUntil }) => (validUntil === undefined ? !expires : validUntil >= day)))
      return [true];
    return there.some(({ validUntil }) => validUntil === undefined) ? [true, false] : [false];
  }

  /** How many facts and documents are open. */
  get open(): number {
    return [...this.#facts.values(), ...this.#documents.values()].filter((values) => values.length > 1)
      .length;
  }

  /** The answers of so many random completions. */
  answers(count: number, random: () => number): Set<string> {
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const found = new Set<string>();
    for (let run = 0; run < (this.open === 0 ? 1 : count); run += 1) {
      const facts = Object.fromEntries([...this.#facts].map(([id, values]) => [id, pick(values)]));
      const good = new Set([...this.#documents].flatMap(([type, states]) => (pick(states) ? [type] : [])));
      found.add(
        answerOn(this.book, this.request, { facts: { ...facts, channel: this.request.channel }, good }),
      );
    }
    return found;
  }
}
