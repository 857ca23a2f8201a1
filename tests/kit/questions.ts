import { standingDays } from "../../src/model/in-force.ts";
import type { FactValue } from "../../src/model/condition.ts";
import type { Kit, KitCase, KitRequest } from "../../src/model/kit.ts";
import { CHANNELS } from "../../src/model/rule.ts";
import type { Volume } from "../../src/library/volume.ts";
import { conditionsOf, valuesOf } from "../check/completions.ts";
import { comparisonsIn, covers } from "../check/meaning.ts";
import { offeredBy } from "../check/reachable.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Events by which a request starts a term. */
const REQUESTS = new Set(["submitted", "registered"]);

/** Questions at random, made apart from the kit: any facts, papers, channel and minute while the version is in force. */
export function* questionsOf(
  volume: Volume,
  kit: Kit,
  count: number,
  random: () => number,
): Generator<KitCase> {
  const { book, vocabulary } = volume;
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  const ids = [
    ...new Set(
      conditionsOf(book)
        .flatMap(comparisonsIn)
        .map(({ fact }) => fact),
    ),
  ].filter((id) => id !== "channel" && id !== "documents");
  const isFinding = (id: string): boolean =>
    id.startsWith("finding:") || vocabulary.facts.some((fact) => fact.id === id && fact.finding === true);
  const own = book.rules.flatMap((rule) =>
    rule.kind === "refusal" && rule.when === undefined ? [`finding:${rule.id}`] : [],
  );
  const findings = [...ids.filter(isFinding), ...own];
  const facts = ids.filter((id) => !isFinding(id));
  const types = [
    ...new Set(book.rules.flatMap((rule) => (rule.kind === "document" ? [rule.document ?? rule.id] : []))),
  ];
  const terms = book.rules.flatMap((rule) =>
    rule.kind === "deadline" && rule.judges !== false ? [rule] : [],
  );
  const offered = offeredBy(book);
  const [first, last] = spanOf(volume, kit);
  for (let number = 0; number < count; number += 1) {
    const at = first + Math.floor((random() * (last - first)) / MINUTE) * MINUTE;
    const submitted = new Date(at).toISOString();
    const told = facts.flatMap((id): [string, FactValue][] => {
      const value = pick(valuesOf(book, id, vocabulary));
      return value === undefined ? [] : [[id, value]];
    });
    const lacking = random() < 0.5 ? 0 : 0.3;
    const day = submitted.slice(0, 10);
    const request: KitRequest = {
      service: book.id,
      channel: pick(CHANNELS) ?? "provider",
      submitted,
      facts: Object.fromEntries(told),
      documents: types
        .filter(() => random() >= lacking)
        .map((type) => ({ type, validUntil: random() < 0.8 ? "2099-01-01" : day })),
      findings: findings
        .filter(() => random() < 0.15)
        .map((fact) => ({ fact, holds: true, by: "x", at: submitted })),
    };
    const asked = { case: "", matter: "due" as const, rule: "", cite: "", expected: {} };
    yield { ...asked, asks: "verdict", request };
    for (const rule of terms) {
      const channel = pick(offered.filter((each) => covers(rule, each)));
      if (channel === undefined) continue;
      const about = { ...asked, asks: "due" as const, rule: rule.id };
      yield REQUESTS.has(rule.fromEvent ?? "")
        ? { ...about, request: { ...request, channel } }
        : { ...about, begins: { at: submitted, channel } };
    }
  }
}

/** Epoch ms of the days on which the version judges, three years of them at most. */
function spanOf({ book }: Volume, kit: Kit): [number, number] {
  const { over } = standingDays(book.inForce);
  const first = Date.parse(`${kit.days.first}T00:00Z`);
  const end = over === undefined || over === "" ? Infinity : Date.parse(`${over}T00:00Z`) - DAY;
  return [first, Math.min(end, first + 1000 * DAY, Date.parse("2027-06-01T00:00Z"))];
}
