import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Database } from "../../src/engine/database.ts";
import { sql } from "../../src/engine/sql.ts";
import { usable } from "../../src/files/read-mapping.ts";
import { faults } from "../../src/files/validate.ts";
import type { Mapping } from "../../src/log/mapping.ts";
import { logSource } from "../../src/log/read-log.ts";
import { ofSerial } from "../../src/log/serial-date.ts";
import { wholeMapping } from "../../src/log/whole-mapping.ts";
import { placeOf } from "../../src/model/read-file.ts";
import { fileInMemory } from "./file-in-memory.ts";

const folder = mkdtempSync(join(tmpdir(), "tarmaq-shapes-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Seen {
  readonly rows: readonly string[];
  readonly refused: readonly (readonly [string, number])[];
}

async function read(
  mapping: Mapping,
  ...files: readonly (readonly [name: string, text: string])[]
): Promise<Seen> {
  expect(faults("mapping", mapping)).toEqual([]);
  usable(mapping, "map.json");
  const database = await Database.open({ memory: "300MB", threads: 1, folder });
  try {
    const log = await logSource(
      files.map(([name, text]) => fileInMemory(text, name)),
      mapping,
    ).read(database);
    const rows = await database.rows<Record<"row_no", number> & Record<"row", string>>(
      sql`select row_no, concat_ws(' ', case_id, activity, time, provider, reason) as row from raw order by row_no`,
    );
    return {
      rows: rows.map(({ row_no, row }) => `${placeOf(log.files, row_no).line}: ${row}`),
      refused: log.unreadable.map(({ reason, rows: count }) => [reason, count]),
    };
  } finally {
    database.close();
  }
}

describe("a row that is a case", () => {
  it("gives an event for each moment that is filled, what happened by a column's word, hours beside dates", async () => {
    const mapping: Mapping = {
      columns: { case: "id", provider: "office" },
      moments: {
        asked: { event: "submitted", clock: "at" },
        closed: { event: "result-issued", activity: "how", columns: { provider: "closer" } },
      },
      events: { нет: "refused" },
    };
    const { rows } = await read(mapping, [
      "wide.csv",
      "id,office,asked,at,closed,how,closer\n1,A,2024-06-03 00:00:00,9:05,2024-06-04,нет,B\n2,A,2024-06-03,,2024-06-05,,\n3,A,,,,,\n",
    ]);
    expect(rows).toEqual([
      "2: 1 asked 2024-06-03 09:05 A",
      "2: 1 нет 2024-06-04 B",
      "3: 2 asked 2024-06-03 A",
      "3: 2 closed 2024-06-05",
      "4: 3 asked A",
    ]);
    expect(wholeMapping(mapping).events).toEqual({
      нет: "refused",
      asked: "submitted",
      closed: "result-issued",
    });
  });
});

describe("a row that lasts", () => {
  it("is its end, unless the mapping says what its beginning is; without an end it is told", async () => {
    const { rows, refused } = await read(
      {
        columns: { case: "id", activity: "what", start: "from", end: "to" },
        events: { Check: "step:checked", Whole: { start: "submitted", complete: "result-issued" } },
      },
      [
        "i.csv",
        "id,what,from,to\n1,Check,2024-06-03,2024-06-04\n1,whole,2024-06-01,2024-06-05\n2,Check,2024-06-03,\n2,Whole,2024-06-03,\n",
      ],
    );
    expect(rows).toEqual([
      "2: 1 Check 2024-06-04",
      "3: 1 Whole [start] 2024-06-01",
      "3: 1 Whole [complete] 2024-06-05",
      "5: 2 Whole [start] 2024-06-03",
    ]);
    expect(refused).toEqual([["not-ended", 1]]);
  });
});

describe("a row with a transition", () => {
  it("counts where it completes, or where the mapping says so, by the log's own words", async () => {
    const { rows, refused } = await read(
      {
        columns: { case: "id", activity: "what", time: "at", lifecycle: "state" },
        events: { A: "submitted", B: { start: "step:begun" } },
        lifecycle: { words: { готово: "complete" } },
      },
      ["l.csv", "id,what,at,state\n1,A,1,SCHEDULE\n1,A,2,Готово\n1,A,3,\n1,b,4,START\n1,B,5,complete\n"],
    );
    expect(rows).toEqual(["3: 1 A 2", "4: 1 A 3", "5: 1 B [start] 4"]);
    expect(refused).toEqual([["other-transition", 2]]);
  });
});

describe("days as spreadsheets count them", () => {
  // 1 January 2024 is day 45292 from 1900 and 43830 from 1904; there was no 29 February 1900, which is day 60.
  it.each([
    ["45292", "1900", "2024-01-01"],
    ["43830", "1904", "2024-01-01"],
    ["45292.5", "1900", "2024-01-01T12:00:00"],
    ["45292,42708", "1900", "2024-01-01T10:15:00"],
    ["45292.427083333336", "1900", "2024-01-01T10:15:00"],
    ["45292.9999999999", "1900", "2024-01-02T00:00:00"],
    ["0.427083", "1900", "10:15:00"],
    ["1", "1900", "1900-01-01"],
    ["59", "1900", "1900-02-28"],
    ["60", "1900", undefined],
    ["61", "1900", "1900-03-01"],
    ["2958465", "1900", "9999-12-31"],
    ["2958466", "1900", undefined],
    ["03.06.2024", "1900", undefined],
    ["-5", "1900", undefined],
  ] as const)("%s from %s is %s", (text, system, is) => {
    expect(ofSerial(text, system)).toBe(is);
  });
});

describe("files of one log that are written otherwise", () => {
  it("are read by the first pattern that their names fit; a word with two meanings is two words", async () => {
    const mapping: Mapping = {
      columns: { case: "id", activity: "what", time: "at" },
      events: { Accepted: "submitted", Done: "result-issued" },
      time: { formats: ["%d.%m.%Y"] },
      files: [
        {
          match: "*2023*",
          columns: { case: "№", activity: "действие", time: "дата" },
          events: { accepted: "registered" },
          time: { epoch: "seconds" },
        },
        { match: "log-202*", columns: { actor: "who" } },
      ],
    };
    const { rows } = await read(
      mapping,
      ["log-2023.csv", "№;действие;дата\n1;Accepted;1704067200\n1;Done;1704067201\n"],
      ["log-2024.csv", "id,what,at,who\n2,Accepted,03.06.2024,x\n"],
    );
    expect(rows).toEqual([
      "2: 1 accepted [*2023*] 2024-01-01T00:00:00.000Z",
      "3: 1 Done 2024-01-01T00:00:01.000Z",
      "2: 2 Accepted 03.06.2024",
    ]);
    expect(wholeMapping(mapping).events).toEqual({
      Accepted: "submitted",
      Done: "result-issued",
      "accepted [*2023*]": "registered",
    });
  });
});

describe("a mapping that does not say what a row is", () => {
  it.each([
    [{ columns: { case: "a", time: "t" }, events: { x: "submitted" } }, /must have "activity"/],
    [
      { columns: { case: "a", activity: "b", time: "t", end: "e" }, events: { x: "submitted" } },
      /of one kind/,
    ],
    [{ columns: { case: "a", activity: "b", start: "t" }, events: { x: "submitted" } }, /must have "end"/],
    [{ columns: { case: "a" }, events: { x: "submitted" } }, /of one kind/],
    [{ columns: { case: "a" }, moments: { x: { clock: "c" } } }, /nothing says what happened/],
    [{ columns: { case: "a", activity: "b", time: "t" } }, /must have "events"/],
  ] as const)("is refused: %j", (mapping, reason) => {
    expect(() => usable(mapping, "map.json")).toThrow(reason);
  });
});
