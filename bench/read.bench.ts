/**
 * Reading, in MB of UTF-8 a second of processor time: ingest, repair and structure by themselves and with extraction, beside remark-parse
 * on the same bytes in the same run; then what a byte costs from 0.1 to 100 MB with extraction (the corpus repeated), and peak memory.
 * `npx tsx bench/read.bench.ts [largest size in MB, 100 if not given]`
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { ingest } from "../src/ingest/ingest.ts";
import { kazakh } from "../src/language/kk/kazakh.ts";
import { read } from "../src/reading.ts";
import { repair } from "../src/repair/repair.ts";
import { structure } from "../src/structure/structure.ts";

const ROUNDS = 9;
const folder = join(import.meta.dirname, "../corpus");
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
const markdown = unified().use(remarkParse).freeze();

const LANGUAGES = [kazakh];

type File = (typeof files)[number];

const tree = ({ name, bytes }: File): void => {
  structure(repair(ingest(bytes, { file: name }).value, kazakh).value, kazakh, LANGUAGES);
};
const rules = ({ name, bytes }: File): void => {
  read(bytes, { file: name });
};
const remark = ({ bytes }: File): void => {
  markdown.parse(bytes.toString("utf8"));
};

/** Milliseconds of processor time, so that neighbours on the machine do not count. */
const clock = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The middle of some rounds over the corpus, in milliseconds. */
function middle(work: (file: File) => void): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    const start = clock();
    for (const file of files) work(file);
    if (round >= 3) times.push(clock() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

const rate = (bytes: number, milliseconds: number): string => (bytes / 1000 / milliseconds).toFixed(2);

for (const [name, work] of [
  ["ingest + repair + structure", tree],
  ["the same and extract", rules],
  ["remark-parse", remark],
] as const)
  console.log(`${name.padEnd(28)} ${rate(total, middle(work)).padStart(6)} MB/s`);

const most = Number(process.argv[2] ?? "100");
const plain = files.filter(({ name }) => !name.startsWith("001"));
const once = Buffer.concat(plain.map(({ bytes }) => bytes));
console.log("\nplain texts repeated       MB/s     peak memory");
for (const megabytes of [0.1, 1, 10, 100].filter((size) => size <= most)) {
  const times = Math.max(1, Math.round((megabytes * 1_000_000) / once.length));
  const bytes =
    megabytes < 0.4 ? once.subarray(0, 100_000) : Buffer.concat(Array.from({ length: times }, () => once));
  const start = clock();
  read(bytes, { file: "repeated.txt" });
  const time = clock() - start;
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(
    `${(bytes.length / 1_000_000).toFixed(1).padStart(8)} MB ${rate(bytes.length, time).padStart(18)} ${peak.padStart(9)} MB`,
  );
}
