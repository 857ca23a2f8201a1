/**
 * From two texts to their differences, beside lines against lines (fast-diff over line-coded texts, as a
 * line diff does, which knows neither rules nor who gains), and how the time grows with the text. `npx tsx bench/diff.bench.ts`
 */
import { readFileSync } from "node:fs";
import fastDiff from "fast-diff";
import { servicesOf } from "../src/desk/open-version.ts";
import { diff } from "../src/diff/diff.ts";
import type { Version } from "../src/diff/version.ts";
import { read } from "../src/reading.ts";

const RUNS = 7;

const load = (stem: string): string =>
  readFileSync(new URL(`../corpus/${stem}.txt`, import.meta.url), "utf8");

function version(text: string): Version {
  const reading = read(new TextEncoder().encode(text), { file: "act.txt" });
  return { name: "act", of: "candidates", services: servicesOf(reading.tree, reading.candidates) };
}

function median(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1]!;
}

function linesAgainstLines(one: string, other: string): unknown {
  const codes = new Map<string, string>();
  const coded = (text: string): string =>
    text
      .split("\n")
      .map((line) => {
        const code = codes.get(line) ?? String.fromCharCode(codes.size + 1);
        codes.set(line, code);
        return code;
      })
      .join("");
  return fastDiff(coded(one), coded(other));
}

const [old, now] = [load("000_a653e2419e84acd7"), load("004_82c2e7e009269d65")];
const [before, after] = [version(old), version(now)];
const rules = (one: Version): number => one.services.reduce((sum, service) => sum + service.rules.length, 0);

console.table({
  "two texts → differences": {
    ms: Math.round(median(() => diff(version(old), version(now)))),
    characters: old.length + now.length,
    rules: rules(before) + rules(after),
  },
  "of that, diff": {
    ms: Math.round(median(() => diff(before, after))),
    characters: old.length + now.length,
    rules: rules(before) + rules(after),
  },
  "lines against lines (rival)": {
    ms: Math.round(median(() => linesAgainstLines(old, now))),
    characters: old.length + now.length,
    rules: 0,
  },
});

/** The same act several times over: its services again and again, under other names. */
function times(one: Version, count: number): Version {
  const services = Array.from({ length: count }, (_, copy) =>
    one.services.map((service) => ({
      ...service,
      key: `${copy}-${service.key}`,
      name: `${service.name} ${"абвгдежзик"[copy] ?? ""}ші`,
    })),
  ).flat();
  return { ...one, services };
}

console.table(
  [1, 2, 4, 8].map((count) => {
    const [first, second] = [times(before, count), times(before, count)];
    const ms = median(() => diff(first, second));
    return {
      services: first.services.length,
      rules: rules(first),
      ms: Math.round(ms),
      "µs a rule": Math.round((1000 * ms) / rules(first)),
    };
  }),
);

/** One service that grows: what a single large book costs. */
console.table(
  [1, 2, 4, 8].map((count) => {
    const all = before.services.flatMap((service) => service.rules);
    const many = Array.from({ length: count }, (_, copy) =>
      all.map((rule) => ({ ...rule, id: `${rule.id}/${copy}`, path: `annex-${copy}/${rule.path ?? ""}` })),
    ).flat();
    const book: Version = { name: "book", of: "rules", services: [{ key: "1", name: "book", rules: many }] };
    const ms = median(() => diff(book, book));
    return {
      "rules of one service": many.length,
      ms: Math.round(ms),
      "µs a rule": Math.round((1000 * ms) / many.length),
    };
  }),
);
