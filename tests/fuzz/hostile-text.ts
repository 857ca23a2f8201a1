import type { Library } from "../../src/library/library.ts";
import { CHANNELS } from "../../src/model/rule.ts";

const KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "",
  "a".repeat(300),
  "😀",
  "\u{D800}",
  "applicant.age",
];
const HUGE = "ұ".repeat(20_000);

/** An object with its keys as they are, `__proto__` and repeated ones among them. */
class Raw {
  constructor(readonly entries: readonly (readonly [string, unknown])[]) {}
}

function written(value: unknown): string {
  if (value instanceof Raw)
    return `{${value.entries.map(([key, item]) => `${JSON.stringify(key)}:${written(item)}`).join(",")}}`;
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  return JSON.stringify(value);
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/**
 * A request as a text: mostly near to a good one, half-told every other time, with some of it turned into something
 * else; now and then torn, or nested without end.
 */
export function hostileText(library: Library, random: () => number): string {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  if (random() < 0.002)
    return pick(["[", '{"facts":', '{"a":[']).repeat(20_000 + Math.floor(random() * 80_000));
  const volume = pick(library.volumes);
  const plan = volume.plan();
  const value = (): unknown =>
    pick<() => unknown>([
      () => true,
      () => false,
      () => null,
      () => random() * 100 - 50,
      () => 1e308 * 10 ** Math.floor(random() * 3),
      () => "text",
      () => HUGE,
      () => [],
      () => ["a", "b"],
      () => ({ a: 1 }),
      () => new Raw([[pick(KEYS), true]]),
      () => "2025-02-30",
      () => nested(Math.floor(random() * 60)),
    ])();
  const [goodFact, toldFact, goodPart] = pick([
    [0.9, 0.85, 0.97],
    [1, 0.5, 1],
  ] as const);
  const usually = (good: () => unknown, chance: number): unknown => (random() < chance ? good() : value());
  /** The same choice for every fact, so that requests are often admitted or nearly so. */
  const [first, last] = [random() < 0.5, random() < 0.5];
  const facts: [string, unknown][] = plan.facts
    .filter(() => random() < toldFact)
    .map(({ id, classes }) => [
      id,
      usually(() => pick((first ? classes[0] : last ? classes.at(-1) : pick(classes)) ?? [true]), goodFact),
    ]);
  if (random() < 0.2) facts.push([pick(KEYS), value()]);
  const documents = (): unknown[] =>
    plan.documents
      .filter(() => random() < (first ? 1 : 0.8))
      .map(({ id }) =>
        usually(
          () => ({
            type: id,
            ...(random() < 0.8
              ? { validUntil: random() < 0.8 ? "2030-01-01" : pick(["2001-01-01", "2024-02-29"]) }
              : {}),
          }),
          0.98,
        ),
      );
  const findings = (): unknown[] =>
    plan.facts
      .filter(({ finding }) => finding && random() < 0.2)
      .map(({ id }) =>
        usually(() => ({ fact: id, holds: random() < 0.3, by: "n", at: "2025-03-17T10:00" }), 0.95),
      );
  const day = volume.book.inForce?.adopted ?? "2025-03-17";
  const times = [`${day}T10:00`, `${day}T23:59:59+05:00`, "1900-01-01T00:00Z", "2099-12-31T23:59"];
  const offered = CHANNELS.filter((channel) => plan.channels[channel].offered);
  const entries: [string, unknown][] = [
    ["service", usually(() => plan.book.id, 0.98)],
    ["channel", usually(() => pick(random() < 0.8 ? offered : CHANNELS), 0.98)],
    ["submitted", usually(() => (random() < 0.8 ? pick(times.slice(0, 2)) : pick(times)), 0.98)],
    ["facts", usually(() => new Raw(facts), goodPart)],
  ];
  if (random() < 0.85) entries.push(["documents", usually(documents, goodPart)]);
  if (random() < 0.5) entries.push(["findings", usually(findings, goodPart)]);
  if (random() < 0.1)
    entries.push(["zone", usually(() => pick(["Asia/Oral", "Mars/Phobos", "__proto__"]), 0.93)]);
  if (random() < 0.05) entries.push([pick(KEYS), value()]);
  return torn(written(new Raw(entries.filter(() => random() > 0.01))), random);
}

function torn(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const way = random();
  if (way < 0.02) return text.slice(0, at);
  if (way < 0.03) return text.slice(0, at) + String.fromCharCode(random() * 0x10000) + text.slice(at);
  if (way < 0.04) return text.slice(0, at) + text.slice(at + 1);
  return text;
}
