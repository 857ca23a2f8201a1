import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { tarmaq } from "../../src/cli/tarmaq.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import { UNITS } from "../../src/model/duration.ts";
import { CHANGE_CODES } from "../../src/model/change.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { FORMS, SUBJECTS } from "../../src/model/rule.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import EVENTS from "../../src/report/event-words.json" with { type: "json" };
import TOPICS from "../../src/report/extract/row-doubt-words.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");

async function printed(...argv: readonly string[]): Promise<string> {
  let out = "";
  const into = new Writable({
    write(piece: Buffer, _encoding, done) {
      out += piece.toString();
      done();
    },
  });
  await tarmaq(argv, { stdout: into, stderr: into, env: {}, cwd: root, now: () => Date.UTC(2026, 10, 30) });
  return out;
}

const books = (readdirSync(join(root, "rules"), { recursive: true }) as string[])
  .filter((file) => /^kz-[^/]*\d[/\\].*\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(join(root, "rules", file), "utf8")) as Rulebook);

/** Names that machines have for what sentences speak of: none may stand in one. */
const { facts, documents } = readVocabulary();
const CODES = [
  ...[...UNITS, ...SUBJECTS, ...FORMS, ...CHANGE_CODES].filter((code) => code.includes("-")),
  ...Object.keys(EVENTS).filter((event) => /[-:]/.test(event)),
  ...Object.keys(TOPICS.topics).filter((topic) => topic.includes("-")),
  ...facts.map(({ id }) => id),
  ...documents.map(({ id }) => id).filter((id) => id.includes("-")),
].map((code) => new RegExp(`(?<![\\p{L}\\d-])${code.replaceAll(".", "\\.")}(?![\\p{L}\\d-])`, "u"));

/** Reviewers' reasons, each in the language of who gave it. */
const reasons = (readdirSync(join(root, "rules"), { recursive: true }) as string[])
  .filter((file) => file.endsWith("decisions.jsonl"))
  .flatMap((file) =>
    readFileSync(join(root, "rules", file), "utf8")
      .trim()
      .split("\n"),
  )
  .flatMap((line) => (JSON.parse(line) as { readonly why?: string }).why ?? []);

/** What acts, files and people say is no word of ours: quotes, names of acts and services, of bodies, files and reviewers. */
const THEIRS = books
  .flatMap(({ act, service, rules, remarks, notHeld }) => [
    ...(act === undefined ? [] : [act.title, act.body, act.number]),
    ...Object.values(service?.name ?? {}),
    ...rules.flatMap(({ review, source }) => [review?.by ?? [], source?.quote ?? []].flat()),
    ...rules.flatMap((rule) => ("condition" in rule ? [rule.condition ?? []].flat() : [])),
    ...(remarks ?? []),
    ...(notHeld ?? []).map(({ what }) => what),
  ])
  .concat(reasons)
  .filter((text) => text.length > 3)
  .sort((one, other) => other.length - one.length);
const THEIRS_ONCE = [...new Set(THEIRS)];

/** Latin words that Kazakh and Russian sentences have as they are: the program, formats, files, options, zones, clocks. */
const LATIN =
  /\b(?:tarmaq|[\w.-]*\.(?:csv|json|txt|md)|kz(?:-[\w/-]+)?|UTC|Asia\/\w+|--[a-z-]+|[A-Z]{2,}|lint\/[a-z-]+)\b|\[lint\/[a-z-]+\]|--[a-z-]+|www\.\S+/gu;

/** The words of ours in an output: without quotes, and without what is others'. */
function ours(text: string): string {
  // Long words of acts are broken over lines: put together again before they are told from ours.
  let joined = text.replaceAll(/\s+/g, " ");
  for (const theirs of THEIRS_ONCE) joined = joined.replaceAll(theirs.replaceAll(/\s+/g, " "), "…");
  return joined
    .replaceAll(/«[^»]*»/g, "…")
    .replaceAll(/"[^"]*"/g, "…")
    .replaceAll(/“[^”]*”/g, "…");
}

const ACT = "corpus/003_dbe8bee5fdfd350b.txt";
const REPORTS: Readonly<Record<string, readonly string[]>> = {
  "rules list": ["rules", "list"],
  ...Object.fromEntries(books.map(({ id }) => [`rules show ${id}`, ["rules", "show", id]])),
  check: ["check", "examples/request.json", "--smallest-fix"],
  "check --verbose": ["check", "examples/request.json", "--verbose"],
  "check --letter": ["check", "examples/request.json", "--letter"],
  lint: ["lint", ACT],
  extract: ["extract", ACT],
  "extract --ledger": ["extract", ACT, "--ledger"],
  audit: ["audit", "examples/log.csv", "--map", "examples/map.json"],
  "due --explain": [
    ...["due", "--start", "2025-03-19T19:10", "--term", "1 working-day", "--zone", "Asia/Almaty"],
    ...["--calendar", "kz", "--hours", "Mo-Fr 09:00-18:30", "--rollover", "--explain"],
  ],
  calendar: ["calendar", "kz", "2025"],
};

describe.each(Object.entries(REPORTS))("%s", (_, argv) => {
  it.each(LANGUAGES)("speaks to people: %s", async (language) => {
    const said = ours(await printed(...argv, "--lang", language));
    expect(said.length).toBeGreaterThan(20);
    expect(CODES.map((code) => code.exec(said)?.[0]).filter((code) => code !== undefined)).toEqual([]);
    expect(said).not.toMatch(/undefined|\[object|\{\w+[:}]/);
    if (language === "en") return;
    expect(
      said.replaceAll(LATIN, "").match(/(?<![\p{L}\d])\p{Script=Latin}{2,}(?![\p{L}\d])/gu) ?? [],
    ).toEqual([]);
    if (language === "ru") expect(said.match(/\S*[әғқңөұүһі]\S*/giu) ?? []).toEqual([]);
  });
});
