import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, importsOf, source, type Import } from "./architecture/imports.ts";

/**
 * What each room of `src/` may see beside `model` (docs/architecture.md): `types` of other rooms, and rooms whose
 * functions it may call. Nobody is exempt; what stands in `src/` itself (`reading.ts`, `index.ts`) has lines of its own.
 */
const MAY: Readonly<
  Record<string, { readonly types: readonly string[]; readonly calls: readonly string[] }>
> = {
  model: { types: [], calls: [] },
  language: { types: [], calls: [] },
  calendar: { types: [], calls: [] },
  engine: { types: [], calls: [] },
  // How often chance alone shows as much, bounds of shares, sizes of samples: numbers in, numbers out.
  chance: { types: [], calls: [] },
  ingest: { types: [], calls: [] },
  repair: { types: ["ingest", "language"], calls: [] },
  structure: { types: ["repair", "language"], calls: [] },
  extract: { types: ["structure", "language"], calls: [] },
  // What a text says of its act is asked of the words and the grammar that it is handed.
  head: { types: ["structure", "language"], calls: [] },
  ledger: { types: ["structure", "extract", "language"], calls: [] },
  // Decisions are anchored by words made comparable by the one table of look-alike letters, whichever their language.
  review: { types: ["extract"], calls: ["language"] },
  // What a book is proposed to say beside its rules; what of it a book says is decided in `review`.
  // Numbers in words are read in one way, as rules are.
  propose: { types: ["review", "language"], calls: ["extract", "language"] },
  rulebook: { types: ["review"], calls: [] },
  // What codes and laws say beneath every rulebook of a country: which of it holds on a day.
  law: { types: ["rulebook"], calls: [] },
  compile: { types: ["rulebook"], calls: ["calendar"] },
  // A form asks by the same classes of values and the same diagrams as the plan decides by: a copy would drift.
  form: { types: ["rulebook"], calls: ["compile"] },
  check: { types: ["compile"], calls: ["calendar"] },
  // Questions to another's system: asked of the plan, and counted as an audit counts, lest the two drift.
  kit: { types: ["compile"], calls: ["audit/plan", "calendar", "check", "compile"] },
  // Logs name their columns in every language; the words for that stand with the other words, as data.
  log: { types: [], calls: ["engine", "language"] },
  // Whose a term is is told by the same three values as a request is judged by: a second evaluator would drift.
  // The words for yes and no stand with the other words, as data.
  "audit/plan": { types: ["log"], calls: ["calendar", "compile", "engine", "language", "law"] },
  "audit/run": { types: ["log"], calls: ["audit/plan", "calendar", "engine"] },
  // A term is told as it was planned, and a book goes by the number that the plan gave it: a copy would drift.
  "audit/tell": { types: ["audit/run", "log"], calls: ["audit/plan", "calendar", "chance", "engine"] },
  // Two audits are held against one another by their summaries alone.
  "audit/compare": { types: [], calls: ["chance"] },
  // What stands out in a log that has been judged: figures beside what was to be expected.
  "audit/signs": { types: ["audit/run"], calls: ["audit/tell", "engine", "chance"] },
  // Cases drawn for checking by hand, and what they say of all once they are checked.
  "audit/sample": { types: ["audit/run"], calls: ["audit/plan", "audit/tell", "engine", "chance"] },
  // The whole of an audit: plan, run, tell, one after another.
  audit: { types: ["log", "engine"], calls: ["audit/plan", "audit/run", "audit/tell", "calendar"] },
  diff: { types: ["rulebook", "structure", "language"], calls: [] },
  // What an instruction changed is marked as a comparison marks it: one way of showing words old and new.
  amend: { types: ["ingest", "repair", "structure", "language"], calls: ["diff"] },
  lint: { types: ["rulebook", "structure", "repair", "language"], calls: [] },
  // Lengths of time and numbers in words are read in one way: a second reader of them would drift from the extractors.
  parity: { types: ["structure", "language"], calls: ["extract"] },
  // Which provisions of two texts say the same is told in one place.
  twin: { types: ["structure", "language"], calls: ["parity"] },
  report: { types: [], calls: [] },
  files: {
    // What has been handed in is of `lint`'s types as well, once its schema has passed it (`passed.ts`).
    types: ["ingest", "calendar", "check", "compile", "log", "review", "lint"],
    calls: ["rulebook"],
  },
  // Where decisions are kept, as those who keep them see it; in files, and in a database that several servers share.
  store: { types: ["check", "review", "files"], calls: [] },
  "store/files": { types: ["check", "review"], calls: ["store", "files"] },
  "store/postgres": { types: ["check", "review"], calls: ["store", "files"] },
  library: {
    types: ["log", "audit/plan"],
    calls: ["files", "form", "check", "compile", "calendar", "rulebook", "law", "language", "kit"],
  },
  "reading.ts": { types: [], calls: ["language", "ingest", "repair", "structure", "extract", "ledger"] },
  // A text with its decisions, opened: what the workbench and the commands of review ask.
  desk: {
    types: ["extract", "structure", "language", "diff"],
    calls: [
      "reading.ts",
      "files",
      "head",
      "review",
      "propose",
      "rulebook",
      "lint",
      "parity",
      "twin",
      "amend",
      "language",
      "store",
      "store/files",
    ],
  },
  // An act as it stands in an editor: it is read and looked at as the command does.
  lsp: { types: ["structure", "repair"], calls: ["desk", "files", "lint", "report"] },
  web: { types: [], calls: ["report"] },
  // A text is read through the desk alone, so that none in a language that is not read gets by.
  server: {
    types: ["check", "structure", "repair", "rulebook", "language"],
    calls: [
      "library",
      "files",
      "store",
      "store/postgres",
      "desk",
      "report",
      "web",
      "calendar",
      "compile",
      "form",
      "review",
    ],
  },
  cli: {
    types: ["reading.ts", "structure", "language", "rulebook", "check", "compile", "log", "engine", "store"],
    calls: [
      "library",
      "kit",
      "files",
      "desk",
      "report",
      "calendar",
      "compile",
      "form",
      "log",
      "audit",
      "audit/compare",
      "audit/plan",
      "audit/run",
      "audit/sample",
      "audit/signs",
      "audit/tell",
      "diff",
      "lint",
      "lsp",
      "server",
      "store",
      "store/files",
      "store/postgres",
    ],
  },
  // What others import as `tarmaq/calendar` and the like, and what `index.ts` names: the rooms' work as values.
  package: {
    types: ["check", "repair", "structure"],
    calls: [
      "library",
      "files",
      "desk",
      "calendar",
      "log",
      "audit",
      "audit/run",
      "audit/tell",
      "diff",
      "lint",
      "report",
    ],
  },
  // A list of names: functions of `package/`, and the types that these take and give.
  "index.ts": {
    types: ["check", "desk", "library", "log", "report", "rulebook", "structure"],
    calls: ["package"],
  },
};

/** Packages and modules that touch files, network, terminal or clock: for `files/`, `store/…`, `cli/` and `server/` alone. */
const OUTSIDE = /^(?:node:)?(?:fs|fs\/promises|net|http|https|child_process|tty|readline|os|process|zlib)$/;
const TOUCHES_THE_WORLD = new Set(["files", "store/files", "store/postgres", "cli", "server"]);
/** The engine's package is loaded in one room. */
const OWN_PACKAGES: Readonly<Record<string, string>> = {
  "@duckdb/node-api": "engine",
  "node-sqlite3-wasm": "engine",
  pg: "store/postgres",
  "vscode-languageserver/node": "lsp",
};
/** The one file of `cli/` that may see `server/`, and there is none the other way. */
const MEETS_SERVER = "cli/serve.ts";

/** The room of a file: `audit/plan`, `report`, or the file itself where it stands in no room. */
function roomOf(file: string): string {
  const parts = relative(source, file).split("/");
  const inner = parts.slice(0, 2).join("/");
  return parts.length > 2 && inner in MAY ? inner : (parts[0] ?? "");
}

/** What is wrong with an import, or undefined. */
function fault({ file, to, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  const says = (what: string): string => `${relative(source, file)} imports ${to}: ${what}`;
  const may = MAY[room];
  if (may === undefined) return says(`${room} has no line in the table`);
  if (!to.startsWith(".")) {
    if (OUTSIDE.test(to) && !TOUCHES_THE_WORLD.has(room)) return says("only files/, cli/ and server/ may");
    if (to in OWN_PACKAGES && OWN_PACKAGES[to] !== room) return says(`only ${OWN_PACKAGES[to] ?? ""}/ may`);
    return undefined;
  }
  const target = resolve(dirname(file), to);
  if (relative(source, target).startsWith(".."))
    return /\/(?:schemas|rules)\/.*\.json$|\/package\.json$/.test(target) ? undefined : says("outside src/");
  const other = roomOf(target);
  if (other === room || other === "model") return undefined;
  if (other === "server" && relative(source, file) !== MEETS_SERVER) return says(`only ${MEETS_SERVER} may`);
  if (may.calls.includes(other) || (typeOnly && may.types.includes(other))) return undefined;
  return says(
    may.types.includes(other) ? `${room} may see only the types of ${other}` : `${room} may not see ${other}`,
  );
}

describe("the direction of imports", () => {
  const all = filesBelow(source).flatMap(importsOf);

  it("is the map's, everywhere", () => {
    expect(all.map(fault).filter((text) => text !== undefined)).toEqual([]);
  });

  it("is seen by this test", () => {
    const wrong = [
      { file: join(source, "ingest/x.ts"), to: "../repair/repair.ts", typeOnly: true },
      { file: join(source, "check/x.ts"), to: "../compile/plan.ts", typeOnly: false },
      { file: join(source, "calendar/x.ts"), to: "node:fs", typeOnly: false },
      { file: join(source, "model/x.ts"), to: "../../tests/y.ts", typeOnly: true },
      { file: join(source, "report/x.ts"), to: "../reading.ts", typeOnly: true },
      { file: join(source, "server/api/x.ts"), to: "../../cli/check.ts", typeOnly: true },
      { file: join(source, "cli/check.ts"), to: "../server/api/app.ts", typeOnly: true },
      { file: join(source, "library/x.ts"), to: "node:fs", typeOnly: false },
      { file: join(source, "audit/plan/x.ts"), to: "../run/judge.ts", typeOnly: true },
      { file: join(source, "elsewhere/x.ts"), to: "../model/span.ts", typeOnly: true },
    ];
    expect(wrong.map(fault).filter((text) => text === undefined)).toEqual([]);
  });

  it("finds the imports it guards", () => {
    expect(all.length).toBeGreaterThan(15);
  });

  it("knows every room there is", () => {
    const rooms = [...new Set(filesBelow(source).map(roomOf))];
    expect(rooms.filter((room) => !(room in MAY))).toEqual([]);
    expect(Object.keys(MAY).filter((room) => !rooms.includes(room))).toEqual([]);
  });

  it("is told on the page as it is", () => {
    const page = readFileSync(resolve(source, "../docs/architecture.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([^`]+)` +\| [^|]+\|([^|]+)\|([^|]+)\|$/gmu)];
    const named = (cell: string | undefined): string[] =>
      [...(cell ?? "").matchAll(/`([^`]+)`/gu)].map((m) => m[1] ?? "");
    const told = rows.map(([, room, types, calls]) => [room, { types: named(types), calls: named(calls) }]);
    expect(Object.fromEntries(told)).toEqual(MAY);
  });
});
