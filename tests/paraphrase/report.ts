/**
 * `npx tsx tests/paraphrase/report.ts [--family ID] [--acts N] [--from N] [--misses N] [--each N] [--show N] [--raise]`: how made-up acts are read,
 * and the first acts with faults, so many faults of each; `--show` prints one act whole,
 * `--raise` raises the floors of the test to what is read now.
 */
import { parseArgs } from "node:util";
import type { Row } from "../gold/scoring.ts";
import { keyOf } from "../gold/scoring.ts";
import { FAMILIES } from "./families.ts";
import { make } from "./generate.ts";
import { judge, sharesOf, type Judged } from "./judge.ts";
import { raiseFloors } from "./raise.ts";

const { values } = parseArgs({
  options: {
    family: { type: "string", multiple: true },
    acts: { type: "string", default: "100" },
    from: { type: "string", default: "0" },
    misses: { type: "string", default: "0" },
    each: { type: "string", default: "5" },
    raise: { type: "boolean", default: false },
    show: { type: "string" },
  },
});

const MORE = [
  "subject",
  "channel",
  "who",
  "break",
  "condition",
  "alternativeGroup",
  "amount",
  "currency",
  "actor",
  "from",
];

const chosen = FAMILIES.filter(({ id }) => values.family === undefined || values.family.includes(id));
if (chosen.length === 0)
  throw new Error(`No such family. There are: ${FAMILIES.map(({ id }) => id).join(", ")}`);

if (values.show !== undefined) for (const family of chosen) show(judge(make(family, Number(values.show))));
else report();

function report(): void {
  console.log("family               acts  rules   right   whole  acts without a fault  thrown");
  for (const family of chosen) {
    const numbers = Array.from({ length: Number(values.acts) }, (_, index) => Number(values.from) + index);
    const judged = numbers.map((number) => judge(make(family, number)));
    const { acts, rules, right, whole, faultless, thrown } = sharesOf(judged);
    console.log(
      `${family.id.padEnd(20)} ${pad(acts)} ${pad(rules, 6)}  ${percent(right)}  ${percent(whole)}  ${percent(faultless).padStart(20)}  ${pad(thrown, 6)}`,
    );
    if (values.raise) raiseFloors(family.id, judged);
    for (const one of judged.filter(isFaulty).slice(0, Number(values.misses))) faults(one);
  }
}

function isFaulty({ missed, extra, notWhole, thrown }: Judged): boolean {
  return missed.length + extra.length + notWhole.length > 0 || thrown !== undefined;
}

/** The whole text, and after it what was read otherwise. */
function show(judged: Judged): void {
  judged.made.text.split("\n").forEach((line, index) => {
    console.log(`${pad(index + 1)}  ${line}`);
  });
  for (const row of judged.made.gold) console.log(`states ${described(row)}`);
  faults(judged);
}

function faults({ made, missed, extra, notWhole, thrown }: Judged): void {
  const lines = made.text.split("\n");
  const most = Number(values.each);
  const lineOf = (row: Row): string => (lines[row.lines[0] - 1] ?? "").slice(0, 300);
  console.log(`\n  ${made.family} ${made.number} (${made.writer})`);
  if (thrown !== undefined) console.log(`  thrown ${thrown}`);
  for (const row of missed.slice(0, most)) console.log(`  missed ${described(row)}\n      in ${lineOf(row)}`);
  for (const row of extra.slice(0, most)) console.log(`  extra  ${described(row)}\n      in ${lineOf(row)}`);
  for (const [gold, read] of notWhole.slice(0, most))
    console.log(`  not whole ${described(gold)}\n       read ${described(read)}\n      in ${lineOf(gold)}`);
}

function described(row: Row): string {
  const more = MORE.filter((name) => row[name] !== undefined).map(
    (name) => `${name} ${JSON.stringify(row[name])}`,
  );
  return `${row.kind} ${row.lines.join("–")} ${keyOf(row)} service ${String(row["service"])} ${more.join(" ")} «${String(row["quote"]).slice(0, 160)}»`;
}

function pad(count: number, width = 4): string {
  return String(count).padStart(width);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)}%`;
}
