import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import { opposite } from "../../src/diff/gains.ts";
import type { Version } from "../../src/diff/version.ts";
import type { Change, ChangeCode, Comparison } from "../../src/model/change.ts";
import { GOLD, goldVersion } from "./gold-version.ts";
import { mutated, mutationsOf, type Mutation } from "./mutations.ts";

const versions = GOLD.map(goldVersion);

const substance = (comparison: Comparison): readonly Change[] =>
  comparison.services.flatMap(({ changes }) => changes.filter((change) => change.class === "substance"));

/** A change as `code rule`: the rule of the old side, or of the new one where there is no old. */
const named = (change: Change): string => `${change.code} ${change.old?.id ?? change.new?.id ?? ""}`;

/** What was found, without the part of its id that a split adds. */
const found = (old: Version, now: Version): readonly string[] => substance(diff(old, now)).map(named).sort();

const wanted = (mutations: readonly Mutation[]): readonly string[] =>
  mutations.flatMap(({ touched, expected }) => expected.map((code) => `${code} ${touched}`)).sort();

const only = (version: Version, key: string): Version => ({
  ...version,
  services: version.services.filter((service) => service.key === key),
});

describe.each(versions)("one mutation of $name", (version) => {
  const all = version.services.flatMap(mutationsOf);
  const sorts = [...new Set(all.map(({ name }) => name))];

  it.each(sorts)("%s shows as what it is and as nothing else", (sort) => {
    const wrong = all
      .filter(({ name }) => name === sort)
      .map((mutation) => {
        const service = only(version, mutation.service);
        return { mutation, got: found(service, mutated(service, [mutation])) };
      })
      .filter(({ mutation, got }) => JSON.stringify(got) !== JSON.stringify(wanted([mutation])));
    expect(wrong.map(({ mutation, got }) => ({ want: wanted([mutation]), got }))).toEqual([]);
  });
});

/** A fixed sequence of numbers in [0, 1), so that a run can be repeated. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Twenty mutations of different rules: fifteen of substance and five that change nothing. */
function twenty(version: Version, seed: number): readonly Mutation[] {
  const numbers = sequence(seed);
  const all = version.services.flatMap(mutationsOf);
  const touched = new Set<string>();
  const draw = (pool: Mutation[], count: number): readonly Mutation[] => {
    const chosen: Mutation[] = [];
    while (chosen.length < count && pool.length > 0) {
      const [mutation] = pool.splice(Math.floor(numbers.next().value * pool.length), 1);
      const rule = mutation!.touched.replace(/\/new$/u, "");
      if (touched.has(rule)) continue;
      touched.add(rule);
      chosen.push(mutation!);
    }
    return chosen;
  };
  return [
    ...draw(
      all.filter(({ expected }) => expected.length > 0),
      15,
    ),
    ...draw(
      all.filter(({ expected }) => expected.length === 0),
      5,
    ),
  ];
}

describe("twenty mutations at once", () => {
  const big = versions.filter(({ services }) => services.flatMap(({ rules }) => rules).length > 40);
  const runs = big.flatMap((version) =>
    Array.from({ length: 25 }, (_, seed) => ({ version, mutations: twenty(version, seed + 1) })),
  );

  it("are found with precision and recall of at least 0.98", () => {
    let right = 0;
    let wantedAll = 0;
    let foundAll = 0;
    for (const { version, mutations } of runs) {
      const [want, got] = [wanted(mutations), found(version, mutated(version, mutations))];
      right += want.filter((name) => got.includes(name)).length;
      wantedAll += want.length;
      foundAll += got.length;
    }
    expect(wantedAll).toBeGreaterThan(1000);
    expect(right / foundAll).toBeGreaterThanOrEqual(0.98);
    expect(right / wantedAll).toBeGreaterThanOrEqual(0.98);
  });

  it("are mirrored from new to old", () => {
    for (const { version, mutations } of runs.filter((_, index) => index % 5 === 0)) {
      const now = mutated(version, mutations);
      const [there, back] = [diff(version, now), diff(now, version)];
      const mirrored = (change: Change): unknown => ({
        code: MIRROR[change.code] ?? change.code,
        old: change.new?.id,
        new: change.old?.id,
        gains: opposite(change.gains),
        fields: change.fields.map((field) => ({ field: field.field, old: field.new, new: field.old })),
      });
      const plain = (change: Change): unknown => ({
        code: change.code,
        old: change.old?.id,
        new: change.new?.id,
        gains: change.gains,
        fields: change.fields,
      });
      const order = (all: readonly unknown[]): readonly string[] =>
        all.map((one) => JSON.stringify(one)).sort();
      expect(order(substance(back).map(plain))).toEqual(order(substance(there).map(mirrored)));
    }
  });
});

const PAIRS: readonly (readonly [ChangeCode, ChangeCode])[] = [
  ["term-shortened", "term-lengthened"],
  ["term-added", "term-removed"],
  ["hours-extended", "hours-cut"],
  ["hours-added", "hours-removed"],
  ["cutoff-later", "cutoff-earlier"],
  ["cutoff-added", "cutoff-removed"],
  ["rollover-added", "rollover-removed"],
  ["document-added", "document-removed"],
  ["eligibility-added", "eligibility-removed"],
  ["refusal-added", "refusal-removed"],
  ["fee-raised", "fee-lowered"],
  ["fee-added", "fee-removed"],
  ["channel-opened", "channel-closed"],
  ["form-added", "form-removed"],
  ["service-added", "service-removed"],
];
const MIRROR: Readonly<Partial<Record<ChangeCode, ChangeCode>>> = Object.fromEntries(
  PAIRS.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

it.each(versions)("$name against itself gives nothing", (version) => {
  const { services } = diff(version, version);
  expect(services.flatMap(({ changes }) => changes)).toEqual([]);
  const counted = services
    .flatMap(({ unchanged }) => Object.values(unchanged))
    .reduce((sum, count) => sum + count, 0);
  expect(counted).toBe(version.services.flatMap(({ rules }) => rules).length);
});
