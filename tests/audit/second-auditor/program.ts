import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openLibrary } from "../../../src/index.ts";
import type { AuditFinding } from "../../../src/model/audit.ts";
import { judgingDeadlines } from "./deadlines.ts";
import type { LogLine } from "./log.ts";
import { type AuditedService, bookOf, judgingBook } from "./services.ts";

const COLUMNS = ["case", "activity", "time", "channel", "reason", "document"] as const;

export const EVENTS = [
  "arrived",
  "submitted",
  "registered",
  "result-issued",
  "refused",
  "documents-requested",
  "documents-provided",
  "suspended",
  "resumed",
  "complaint-filed",
  "complaint-answered",
  "complaint-forwarded",
];

/** What else the general law speaks of. */
export const OF_LAW = [
  "complaint-filed:provider",
  "complaint-filed:authorised-body",
  "complaint-filed:other",
  "complaint-registered",
  "complaint-extended",
  "complaint-extension-notified",
  "extended",
  "notified",
  "forwarded",
  "returned",
  "sent",
  "hearing-notified",
];

/** The facts of made-up logs stand in columns of their names; companies are called so by the log alone. */
const factColumns = (facts: readonly string[]) =>
  Object.fromEntries(
    facts.map((fact) => [
      fact,
      { column: fact, values: { company: "legal-person", "physical person": "natural-person" } },
    ]),
  );

/** What the program finds in the same log, through its public function. */
export async function programFindings(
  audited: AuditedService,
  lines: readonly LogLine[],
  law: boolean,
): Promise<readonly AuditFinding[]> {
  const { service, now, showsSatisfaction, whose } = audited;
  const folder = mkdtempSync(path.join(tmpdir(), "second-auditor-"));
  const own = path.join(folder, "book.json");
  if (whose !== undefined) writeFileSync(own, JSON.stringify(judgingBook(audited)));
  const library = openLibrary({ withoutLaw: !law, ...(whose === undefined ? {} : { rules: [own] }) });
  if (!library.ok) throw new Error(JSON.stringify(library.faults));
  const facts = [...new Set(lines.flatMap((line) => Object.keys(line.facts ?? {})))];
  const file = path.join(folder, "log.csv");
  writeFileSync(
    file,
    [
      [...COLUMNS, ...facts].join(","),
      ...lines.map((line) =>
        [...COLUMNS.map((name) => line[name]), ...facts.map((fact) => line.facts?.[fact] ?? "")]
          .map((word) => `"${word}"`)
          .join(","),
      ),
    ].join("\n"),
  );
  const steps = judgingDeadlines(bookOf(service)).flatMap(({ fromEvent = "", toEvent = "" }) => [
    fromEvent,
    toEvent,
  ]);
  const satisfied = showsSatisfaction ? ["complaint-satisfied"] : [];
  const found: AuditFinding[] = [];
  try {
    const answer = await library.value.audit([file], {
      map: {
        columns: Object.fromEntries(COLUMNS.map((name) => [name, name])) as Record<
          (typeof COLUMNS)[number],
          string
        >,
        ...(facts.length === 0 ? {} : { facts: factColumns(facts) }),
        time: { midnightIsDate: true },
        events: Object.fromEntries(
          [...EVENTS, ...(law ? OF_LAW : []), ...satisfied, ...steps].map((name) => [name, name]),
        ),
        defaults: { service },
      },
      now,
      each: (finding) => {
        found.push(finding);
      },
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
