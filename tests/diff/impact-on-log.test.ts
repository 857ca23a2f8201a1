import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import type { AuditFinding } from "../../src/model/audit.ts";
import type { Meant } from "../../src/model/meant.ts";
import { keyOf } from "../../src/model/round.ts";
import { runIn } from "../in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-impact-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

/** A rulebook of one service: days for the answer, and hours for the registration where it has that rule. */
const book = (days: number, hours?: number): string =>
  JSON.stringify({
    id: "b",
    service: { id: "s", number: 1, name: { kk: "Жолдама беру" } },
    zone: "Asia/Almaty",
    calendar: "kz",
    rules: [
      { id: "answer", kind: "deadline", subject: "service", amount: days, unit: "calendar-day", cite: "1" },
      ...(hours === undefined
        ? []
        : [
            {
              id: "registration",
              kind: "deadline",
              subject: "step",
              fromEvent: "submitted",
              toEvent: "registered",
              amount: hours,
              unit: "hour",
              clock: "wall",
              cite: "2",
            },
          ]),
    ],
  });
const OLD = put("old.json", book(3, 2));
const NEW = put("new.json", book(6));

const EVENTS = { s: "submitted", r: "registered", e: "result-issued" };
const LONG: Mapping = { columns: { case: "case", activity: "activity", time: "time" }, events: EVENTS };

interface Asked {
  readonly logs: readonly string[];
  readonly mapping: Mapping;
  readonly options?: readonly string[];
}

let maps = 0;
const mapOf = (mapping: Mapping): string => {
  maps += 1;
  return put(`map-${maps}.json`, JSON.stringify(mapping));
};

async function meantBy({ logs, mapping, options = [] }: Asked): Promise<Meant> {
  const asked = ["diff", OLD, NEW, "--log", ...logs, "--map", mapOf(mapping), ...options];
  const { out, err } = await runIn(folder, [...asked, "--format", "json"]);
  expect(err).toBe("");
  const told = JSON.parse(out) as { meant: Meant };
  expect(faults("diff", told)).toEqual([]);
  return told.meant;
}

/** Outcomes by rule and round, as `audit` alone finds them. */
async function found({ logs, mapping, options = [] }: Asked, rules: string): Promise<Map<string, string>> {
  const asked = ["audit", ...logs, "--map", mapOf(mapping), "--rules", rules, ...options];
  const { out, err } = await runIn(folder, [...asked, "--format", "jsonl"]);
  expect(err).toBe("");
  const outcomes = new Map<string, Set<string>>();
  for (const line of out.trimEnd().split("\n")) {
    const finding = JSON.parse(line) as AuditFinding;
    const key = JSON.stringify([finding.rule, keyOf(finding)]);
    outcomes.set(key, (outcomes.get(key) ?? new Set()).add(finding.outcome));
  }
  return new Map([...outcomes].map(([key, all]) => [key, [...all].sort().join("+")]));
}

/** Each difference between both audits, as `rule: from → to: rounds`. */
async function differences(asked: Asked): Promise<string[]> {
  const [old, now] = [await found(asked, OLD), await found(asked, NEW)];
  const groups = new Map<string, string[]>();
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(key) ?? "not-asked", now.get(key) ?? "not-asked"];
    if (from === to) continue;
    const [rule, round] = JSON.parse(key) as [string, string];
    const group = `${rule}: ${from} → ${to}`;
    groups.set(group, [...(groups.get(group) ?? []), round]);
  }
  return [...groups].map(([group, rounds]) => `${group}: ${rounds.sort().join(", ")}`).sort();
}

const told = ({ changes }: Meant): string[] =>
  changes
    .map(({ old, new: now, from, to, examples }) => {
      const outcomes = [from, to].map((all) => all.toSorted().join("+")).join(" → ");
      return `${old ?? now}: ${outcomes}: ${examples.toSorted().join(", ")}`;
    })
    .sort();

/** Both ways must tell the same, and something. */
async function alike(asked: Asked): Promise<Meant> {
  const expected = await differences(asked);
  const meant = await meantBy(asked);
  expect(expected).not.toEqual([]);
  expect(told(meant)).toEqual(expected);
  return meant;
}

// Answers after 4, 1 and 9 days; case 1 comes twice, first after 4 days, then after 1; case 4 still runs.
const ROWS = `case,activity,time
1,s,2024-06-03T10:00
1,r,2024-06-03T11:00
1,e,2024-06-07T10:00
1,s,2024-06-17T10:00
1,r,2024-06-17T15:00
1,e,2024-06-18T10:00
2,s,2024-06-03T10:00
2,e,2024-06-04T10:00
3,s,2024-07-01T10:00
3,e,2024-07-10T10:00
4,s,2024-07-08T10:00
5,s,2024-07-01T10:00
5,e,2024-07-06T10:00
`;

describe("what a change of rulebooks would have meant for a log is what two audits differ by", () => {
  it("each round of a case by itself", async () => {
    const { changes, changed, cases } = await alike({ logs: [put("long.csv", ROWS)], mapping: LONG });
    expect(changes.flatMap(({ examples }) => examples)).toContain("1 ⟳2");
    expect(changed).toBeLessThanOrEqual(cases);
  });

  it("a row for a case, in files of two kinds, with dates alone and a provider in another zone", async () => {
    const logs = [
      put(
        "wide.csv",
        "no,office,in,out\n1,A,03.06.2024,07.06.2024\n2,B,03.06.2024,10.06.2024\n3,B,03.06.2024,06.06.2024\n",
      ),
      put(
        "events.csv",
        ROWS.replaceAll(/^(?=\d)/gmu, "9")
          .replaceAll("\n", ",A\n")
          .replace(",A", ",office"),
      ),
    ];
    const mapping: Mapping = {
      columns: { case: "no", provider: "office" },
      moments: { in: "submitted", out: "result-issued" },
      time: { formats: ["%d.%m.%Y"] },
      zones: { B: "Europe/Berlin" },
      files: [
        {
          match: "events*",
          columns: LONG.columns,
          events: EVENTS,
          time: { formats: ["%Y-%m-%dT%H:%M"] },
        },
      ],
    };
    await alike({ logs, mapping });
    await alike({ logs, mapping, options: ["--last-hour", "midnight"] });
  });

  it("a workbook with real dates", async () => {
    const [heading = [], ...rows] = ROWS.trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "2024",
          columns: [{}, {}, { numFmt: "dd.mm.yyyy hh:mm:ss" }],
          rows: [heading, ...rows.map(([id = "", what = "", when = ""]) => [id, what, new Date(`${when}Z`)])],
        },
      ],
    });
    await alike({ logs: [put("log.xlsx", bytes)], mapping: LONG });
  });

  it("of a period, held against an instant", async () => {
    const logs = [put("period.csv", ROWS)];
    const options = ["--from", "2024-07-01", "--until", "2024-07-31", "--now", "2024-07-13T12:00:00+05:00"];
    const meant = await alike({ logs, mapping: LONG, options });
    expect(meant.changes.flatMap(({ examples }) => examples)).not.toContain("1");
    // Case 4 came on Monday 8 July, a day off for Capital Day: counted from it or from the 9th, the third day is over and the sixth is not.
    expect(told(meant)).toContain("answer: overdue → running: 4");
    await alike({ logs, mapping: LONG, options: ["--until", "2024-06-10", "--by", "result-issued"] });
  });

  it("deadlines that the log carries itself are the same in both", async () => {
    const logs = [
      put(
        "own.csv",
        "case,in,out,till\n1,2024-06-03,2024-06-07,2024-06-05\n2,2024-06-03,2024-06-04,2024-06-05\n",
      ),
    ];
    const mapping: Mapping = {
      columns: { case: "case", due: "till" },
      moments: { in: "submitted", out: "result-issued" },
    };
    const meant = await alike({ logs, mapping });
    expect(meant.changes.some(({ cite }) => cite === "1")).toBe(true);
  });

  it("what is asked amiss is told as by an audit", async () => {
    const asked = ["diff", OLD, NEW, "--log", put("amiss.csv", ROWS), "--map", mapOf(LONG)];
    for (const [option, value, words] of [
      ["--now", "2024-07-01", "is no instant"],
      ["--by", "submitted", "and no period"],
      ["--from", "2024-02-30", "--from"],
    ] as const) {
      const { status, err } = await runIn(folder, [...asked, option, value]);
      expect(status).toBe(2);
      expect(err).toContain(words);
    }
  });
});
