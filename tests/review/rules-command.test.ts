import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runIn, type Told } from "../in-process.ts";

const ACT = join(import.meta.dirname, "../../corpus/002_b0c7419236df1d07.txt");
const BOOK = {
  action: "book",
  book: {
    language: "kk",
    service: { number: 2, name: { kk: "Үзінді көшірме беру" } },
    act: { id: "kz-mz-2024-99", title: "Бұйрық", number: "99", date: "2024-11-27", body: "Министр" },
    inForce: { from: "unknown", until: null, adopted: "2024-11-27" },
    zone: "Asia/Almaty",
    calendar: "kz",
  },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tarmaq-rules-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = (...argv: readonly string[]): Promise<Told> =>
  runIn(folder, argv, { now: () => Date.UTC(2026, 10, 24) });
const review = (...more: string[]): ReturnType<typeof run> =>
  run("review", ACT, "--service", "2", "--rules", folder, "--by", "Aigul", ...more);
function requests(...lines: object[]): string {
  const file = join(folder, "requests.jsonl");
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return file;
}
interface Listed {
  state: string;
  rule: string;
  values: Record<string, unknown>;
}
const listed = async (): Promise<Listed[]> =>
  (await review("--list")).out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Listed);
const waiting = async (): Promise<Listed[]> => (await listed()).filter((line) => line.state === "waiting");
const book = join("kz-mz-2024-99/2/2024-11-27.json");

async function decideAll(): Promise<void> {
  const accepts = (await waiting()).map(({ rule }) => ({ action: "accept", rule }));
  const { status, err } = await review("--apply", requests(BOOK, ...accepts));
  expect([status, err]).toEqual([0, expect.stringContaining(`${accepts.length + 1} decisions written`)]);
}

test("a book is built from its decisions, twice to the same bytes, and its check says so", async () => {
  await decideAll();
  expect((await run("rules", "build", ACT, "--service", "2", "--rules", folder)).status).toBe(0);
  const bytes = readFileSync(join(folder, book), "utf8");
  expect((await run("rules", "build", ACT, "--service", "2", "--rules", folder)).status).toBe(0);
  expect(readFileSync(join(folder, book), "utf8")).toBe(bytes);
  expect((await run("rules", "build", ACT, "--check", "--rules", folder)).status).toBe(0);
  writeFileSync(join(folder, book), bytes.replace('"amount": 1', '"amount": 2'));
  const check = await run("rules", "build", ACT, "--check", "--rules", folder);
  expect([check.status, check.out]).toEqual([1, expect.stringContaining("NOT as decided")]);
});

test("no book is written while something is undecided", async () => {
  const before = await waiting();
  await review("--apply", requests(BOOK, { action: "accept", rule: before[0]?.rule }));
  const { status, err } = await run("rules", "build", ACT, "--service", "2", "--rules", folder);
  expect(status).toBe(2);
  expect(err).toContain(`${before.length - 1} waiting`);
  expect(existsSync(join(folder, book))).toBe(false);
});

test("a file of requests with one wrong line writes nothing and names the line and the field", async () => {
  const [one, two] = await waiting();
  const deadline = (await waiting()).find((line) => line.values["kind"] === "deadline");
  const file = requests(
    { action: "accept", rule: one?.rule },
    { action: "edit", rule: deadline?.rule, fields: { amount: -3 } },
    { action: "reject", rule: two?.rule },
    { action: "accept", rule: "kz-mz-2024-99/2/fee/nowhere" },
  );
  const { status, err } = await review("--apply", file);
  expect(status).toBe(2);
  expect(err).toContain("line 2: /values/amount must be >= 0");
  expect(err).toContain('line 3: must have "why"');
  expect(err).toContain("line 4: there is no rule or candidate");
  expect(existsSync(join(folder, "kz-mz-2024-99"))).toBe(false);
});

test("applying the same file again writes nothing", async () => {
  await decideAll();
  const file = join(folder, "kz-mz-2024-99/2/decisions.jsonl");
  const before = readFileSync(file, "utf8");
  const { status, err } = await review("--apply", join(folder, "requests.jsonl"));
  expect([status, err]).toEqual([0, expect.stringContaining("0 decisions written")]);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("a rule of the act itself can be taken into the book of a service", async () => {
  const words = "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткеннен соң";
  const values = {
    kind: "deadline",
    path: "clause-4",
    cite: "бұйрық, 4-тармақ",
    subject: "entry-into-force",
    amount: 10,
    unit: "calendar-day",
  };
  expect((await review("--apply", requests({ action: "add", words, values }))).status).toBe(0);
  const added: unknown = expect.objectContaining({
    state: "accepted",
    rule: "kz-mz-2024-99/2/deadline/clause-4",
  });
  expect(await listed()).toContainEqual(added);
  const again = await review("--apply", requests({ action: "add", words, values }));
  expect([again.status, again.err]).toEqual([0, expect.stringContaining("0 decisions written")]);
});

test.each([
  [["review", ACT, "--list"], "need the number of a service"],
  [["review", ACT, "--list", "--service", "77"], "has no service 77"],
  [["review", "nowhere.txt", "--list", "--service", "1"], "is not there"],
  [["review", ACT, "--port", "many"], "is no port"],
  [["review", ACT, "--lang", "xx"], "Allowed choices are kk, ru, en"],
  [["rules", "show", "kz-mz-2024-99/9"], "there is no rulebook"],
])("%j ends with status 2 and one clear message", async (argv, message) => {
  const { status, err } = await run(...argv);
  expect(status).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toMatch(/\n\s+at /u);
});

const HAND_MADE = {
  id: "xx-1/1",
  service: { name: { en: 'A <b>"service"</b>' } },
  zone: "Europe/Vienna",
  rules: [
    {
      id: "xx-1/1/a",
      kind: "deadline",
      cite: "§ 1",
      subject: "service",
      amount: 1,
      unit: "working-day",
      conflictsWith: ["xx-1/1/b"],
      judges: false,
    },
    {
      id: "xx-1/1/b",
      kind: "deadline",
      cite: "§ 2 <script>",
      subject: "service",
      amount: 3,
      unit: "day",
      channel: "portal",
    },
    {
      id: "xx-1/1/c",
      kind: "eligibility",
      cite: "§ 3",
      when: { fact: "applicant.age", operator: "greaterThanInclusive", value: 18 },
    },
  ],
  notHeld: [{ kinds: ["document"], what: "the Standard", cite: "§ 4" }],
};

test("a book made by hand, of any country, is listed and shown by kind with its citations", async () => {
  const file = join(folder, "book.json");
  writeFileSync(file, JSON.stringify(HAND_MADE));
  expect((await run("rules", "--rules", file)).out).toContain("xx-1/1");
  const { out } = await run("rules", "show", "xx-1/1", "--rules", file);
  expect(out).toContain("DEADLINE (2)");
  expect(out).toMatch(/× 1 working day · the whole service.*\n.*at odds with: § 2/u);
  expect(out).toMatch(/3 days · the whole service · portal/u);
  expect(out).toContain("only if “Age (full years)” is at least 18");
  expect(out).toMatch(/«the Standard»\n.*§ 4 · Document/u);
});

test("as a page it escapes what it quotes", async () => {
  const file = join(folder, "book.json");
  writeFileSync(file, JSON.stringify(HAND_MADE));
  const { status } = await run("rules", "show", "xx-1/1", "--rules", file, "--html", "book.html");
  const page = readFileSync(join(folder, "book.html"), "utf8");
  expect(status).toBe(0);
  expect(page).toContain("A &lt;b&gt;&quot;service&quot;&lt;/b&gt;");
  expect(page).toContain("§ 2 &lt;script&gt;");
  expect(page).not.toContain("<script");
});
