import { Trouble } from "../../src/cli/trouble.ts";
import { faults } from "../../src/cli/validate.ts";
import type { Library } from "../../src/cli/library.ts";
import type { Request } from "../../src/check/request.ts";
import { CHANNELS } from "../../src/model/rule.ts";
import { parseBody, UnreadableBody } from "../../src/server/json-body.ts";
import { hashOf, receiptOf } from "../../src/cli/receipt.ts";
import { seeded } from "./mutate.ts";

/** How many requests came to what. */
export interface Tally {
  readonly verdicts: Record<string, number>;
  refused: number;
  troubled: number;
}

/**
 * Judges so many random and hostile requests, each from its JSON text on, as the server does. Throws where one ends in
 * anything but a verdict, a schema fault or a `Trouble`, and where one is admitted that telling a missing fact would
 * no longer admit.
 */
export function judgeHostile(library: Library, runs: number, seed: number): Tally {
  const random = seeded(seed);
  const tally: Tally = { verdicts: {}, refused: 0, troubled: 0 };
  const vocabulary = hashOf(library.vocabulary);
  for (let run = 0; run < runs; run += 1) {
    const text = hostileText(library, random);
    try {
      judgeOne(library, text, random, tally, vocabulary);
    } catch (error) {
      if (error instanceof UnreadableBody) tally.refused += 1;
      else if (error instanceof Trouble) tally.troubled += 1;
      else throw new Error(`run ${run} of seed ${seed}: ${text.slice(0, 2000)}`, { cause: error });
    }
  }
  return tally;
}

function judgeOne(
  library: Library,
  text: string,
  random: () => number,
  tally: Tally,
  vocabulary: string,
): void {
  const value = parseBody(text);
  if (faults("request", value).length > 0) {
    tally.refused += 1;
    return;
  }
  const request = value as Request;
  const verdict = library.judge(request, { withFix: random() < 0.1 });
  tally.verdicts[verdict.verdict] = (tally.verdicts[verdict.verdict] ?? 0) + 1;
  JSON.stringify(receiptOf(request, verdict, vocabulary));
  if (verdict.verdict !== "admit") return;
  const [volume] = library
    .versionsOf(request.service)
    .filter(({ sha256 }) => sha256 === verdict.rulebook.sha256);
  const plan = volume?.plan();
  for (const { id, finding, classes, isUsable } of plan?.facts ?? []) {
    if (finding || id === "channel" || isUsable(own(request.facts, id))) continue;
    for (const told of classes.flat()) {
      const again = library.judge({ ...request, facts: { ...request.facts, [id]: told } });
      if (again.verdict !== "admit")
        throw new Error(`admitted although ${id} was missing, which would have decided`);
    }
  }
  if (request.documents === undefined && library.judge({ ...request, documents: [] }).verdict !== "admit")
    throw new Error("admitted although documents were not known");
}

const own = (of: object | undefined, key: string): unknown =>
  of !== undefined && Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined;

const KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "",
  "a".repeat(300),
  "😀",
  "applicant.age",
];
const HUGE = "ұ".repeat(20_000);

/** A request as a text: mostly near to a good one, with some of it turned into something else. */
function hostileText(library: Library, random: () => number): string {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
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
      () => "2025-02-30",
      () => nested(Math.floor(random() * 60)),
    ])();
  const usually = (good: () => unknown, chance = 0.93): unknown => (random() < chance ? good() : value());
  const facts: [string, unknown][] = plan.facts
    .filter(() => random() < 0.85)
    .map(({ id, classes }) => [id, usually(() => pick(pick(classes)), 0.9)]);
  if (random() < 0.2) facts.push([pick(KEYS), value()]);
  const documents = (): unknown[] =>
    plan.documents
      .filter(() => random() < 0.8)
      .map(({ id }) =>
        usually(
          () => ({
            type: id,
            ...(random() < 0.8 ? { validUntil: pick(["2030-01-01", "2001-01-01", "2024-02-29"]) } : {}),
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
  const entries: [string, unknown][] = [
    ["service", usually(() => plan.book.id, 0.98)],
    ["channel", usually(() => pick(CHANNELS), 0.98)],
    [
      "submitted",
      usually(
        () => pick([`${day}T10:00`, `${day}T23:59:59+05:00`, "1900-01-01T00:00Z", "2099-12-31T23:59"]),
        0.98,
      ),
    ],
    ["facts", usually(() => new Raw(facts), 0.97)],
  ];
  if (random() < 0.85) entries.push(["documents", usually(documents, 0.97)]);
  if (random() < 0.5) entries.push(["findings", usually(findings, 0.97)]);
  if (random() < 0.1) entries.push(["zone", usually(() => pick(["Asia/Oral", "Mars/Phobos", "__proto__"]))]);
  if (random() < 0.05) entries.push([pick(KEYS), value()]);
  const text = written(new Raw(entries.filter(() => random() > 0.01)));
  return random() < 0.02 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

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
