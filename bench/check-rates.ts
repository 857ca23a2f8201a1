/**
 * Verdicts a second on one core, with full explanation (every rule with its facts, documents and citation, due times,
 * the facts that would decide): ours beside plain json-rules-engine and @gorules/zen-engine, on the same rules and the
 * same requests, in the same run. The others answer with less: which rules fired. Ours with the general law beneath the
 * rulebooks has more rules to judge by: its figure is told apart, and compared with nobody's.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { check } from "../src/check/check.ts";
import { Memory } from "../src/check/memory.ts";
import { openLibrary } from "../src/library/open-library.ts";
import { engineRules } from "../src/compile/json-rules-engine.ts";
import type { Request } from "../src/check/request.ts";
import type { Volume } from "../src/library/volume.ts";
import type { Verdict } from "../src/model/verdict.ts";
import { cases, type Case } from "./check-cases.ts";
import { jsonRulesEngine, zenEngine, type Contender } from "./check-rivals.ts";

const REQUESTS = 20_000;
const ROUNDS = 9;
/** Of processor time, each contender in each round. */
const SECONDS = 0.4;
/** Requests are read so many at a time and then judged: each is as near at hand as one that has just come in. */
const AT_ONCE = 250;

const library = openLibrary();
const all = cases(library, REQUESTS);

const readRequest = ({ request }: Case): Request => JSON.parse(request) as Request;
const full: Contender = {
  name: "tarmaq, full verdict with due times",
  ready: (of) => {
    const request = readRequest(of);
    return () => library.judge(request);
  },
  verdictOf: (answer) => (answer as Verdict).verdict,
};
const withLaw = openLibrary({ law: "beneath" });
const lawful: Contender = {
  ...full,
  name: "tarmaq, the same with the law beneath",
  ready: (of) => {
    const request = readRequest(of);
    return () => withLaw.judge(request);
  },
};
const bare: Contender = {
  ...full,
  name: "tarmaq, full verdict without due times",
  ready: (of) => {
    const request = readRequest(of);
    const plan = of.volume.plan();
    const memory = memoryOf(of.volume);
    return () =>
      check(plan, request, { rulebook: { id: "b", standing: "in-force", unread: "unknown" }, memory });
  },
};

const memories = new Map<Volume, Memory>();
function memoryOf(volume: Volume): Memory {
  const there = memories.get(volume) ?? new Memory(volume.book.rules.length);
  memories.set(volume, there);
  return there;
}

/** Where each contender has arrived in the requests. */
const arrived = new Map<Contender, number>();

/**
 * Goes on through the requests; gives requests a second of processor time, of all threads together: what one core does,
 * whatever else the machine is doing.
 */
async function rateOf(contender: Contender): Promise<number> {
  let at = arrived.get(contender) ?? 0;
  let done = 0;
  let used = 0;
  while (used < SECONDS) {
    const some = all.slice(at, at + AT_ONCE).map(contender.ready);
    at = (at + AT_ONCE) % all.length;
    const start = process.cpuUsage();
    for (const judge of some) {
      const answer = judge();
      if (answer instanceof Promise) await answer;
    }
    const { user, system } = process.cpuUsage(start);
    used += (user + system) / 1e6;
    done += some.length;
  }
  arrived.set(contender, at);
  return done / used;
}

/** All must say the same before their speed is worth anything. */
async function agree(contenders: readonly Contender[]): Promise<void> {
  for (const each of all) {
    const said = new Set<string>();
    for (const { ready, verdictOf } of contenders) said.add(verdictOf(await ready(each)(), each));
    if (said.size > 1) throw new Error(`${each.request}: ${[...said].join(" / ")}`);
  }
}

/** What half a million verdicts leave behind, after garbage has been collected. */
function memory(): string {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const used = (): number => {
    for (let at = 0; at < 500_000; at += 1) full.ready(all[at % all.length]!)();
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  const kept = (used() - before) / 1e3;
  const peak = process.resourceUsage().maxRSS / 1024;
  return `tarmaq: half a million verdicts more leave ${kept.toFixed(0)} kB on the heap; peak memory ${peak.toFixed(0)} MB`;
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[of.length >> 1]!;
const inFigures = (rate: number): string => Math.round(rate).toLocaleString("en");

const rules = library.volumes.reduce((sum, { book }) => sum + engineRules(book).length, 0);
console.log(
  `${library.volumes.length} services, ${rules} judging rules, ${inFigures(REQUESTS)} different requests; medians of ${ROUNDS} rounds in turn, ${SECONDS} s of processor time each`,
);
console.log(memory());
const zen = await zenEngine(library);
const rivals = [{ contender: jsonRulesEngine(library), wanted: 40 }];
if (zen !== undefined) rivals.push({ contender: zen, wanted: 8 });
const contenders = [full, bare, ...rivals.map(({ contender }) => contender)];
await agree(contenders);
const measured = [full, lawful, ...contenders.slice(1)];
const rates = new Map(measured.map((contender) => [contender, [] as number[]]));
// The first round warms up and does not count.
for (let round = 0; round <= ROUNDS; round += 1)
  for (const contender of measured) {
    const rate = await rateOf(contender);
    if (round > 0) rates.get(contender)!.push(rate);
  }
const rate = (contender: Contender): number => median(rates.get(contender)!);
for (const contender of measured) {
  const all = rates.get(contender)!;
  console.log(
    `${contender.name.padEnd(42)} ${inFigures(rate(contender)).padStart(9)} requests/s (${inFigures(Math.min(...all))} to ${inFigures(Math.max(...all))})`,
  );
}
for (const { contender, wanted } of rivals)
  console.log(
    `  → ${(rate(full) / rate(contender)).toFixed(1)} times ${contender.name} (${(rate(bare) / rate(contender)).toFixed(1)} without due times); wanted: ${wanted}`,
  );
console.log(`peak memory, all engines: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
