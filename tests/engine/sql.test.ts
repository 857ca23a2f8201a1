import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUCKDB, POSTGRES, SPARK, type Dialect } from "../../src/engine/dialect.ts";
import { joined, list, name, printed, sql, type, value, word } from "../../src/engine/sql.ts";
import { Trouble } from "../../src/model/trouble.ts";
import { ownDatabase } from "./own-database.ts";

/** Texts in which every character that means something to some engine is frequent. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          "'",
          '"',
          "`",
          "\\",
          "\0",
          "\n",
          "\r",
          ";",
          "--",
          "/*",
          "*/",
          "$",
          "${x}",
          "%",
          ":a",
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "' or 1=1",
          "\\'",
          "''",
          "e'",
          "$$",
          "chr(0)",
          "қазақ",
          "😀",
          "\u2028",
          "",
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("what SQL is made of", () => {
  it("are templates, numbers, and what is made here: nothing else has a type that fits", () => {
    const told = "x' or 1 = 1";
    // @ts-expect-error a text is no piece of SQL
    expect(() => printed(sql`select ${told}`, DUCKDB)).toThrow(TypeError);
    // @ts-expect-error nor is what looks like one
    expect(() => printed(sql`select ${{ print: () => told }}`, DUCKDB)).toThrow(TypeError);
    expect(() => sql(Object.assign([told], { raw: [told] }))).toThrow(/template of our code/);
    expect(() => sql`${Number.NaN}`).toThrow(RangeError);
    expect(() => word("a b")).toThrow(RangeError);
    expect(() => name("")).toThrow(Trouble);
    expect(() => name("a\0b")).toThrow(Trouble);
  });

  it("never makes a comment out of two signs", () => {
    expect(printed(sql`a -${-5}`, DUCKDB)).toBe("a -(-5)");
    expect(printed(sql`a -${value(-5)}`, DUCKDB)).toBe("a -(-5)");
  });

  it("is set back to the left, its pieces to where they stand, and values left as they are", () => {
    const inner = sql`
      select ${value("a\n b")} as x
      from t
    `;
    const outer = sql`
        select x
        from (
          ${inner}
        ) i
    `;
    expect(printed(outer, DUCKDB)).toBe("select x\nfrom (\n  select 'a\n b' as x\n  from t\n) i");
    expect(printed(joined([sql`a`, sql`b`], sql` or `), DUCKDB)).toBe("a or b");
    expect(printed(list([]), DUCKDB)).toBe("");
  });

  it("has types as each engine calls them", () => {
    const all = sql`${type("text")} ${type("double")} ${type("bigint")}`;
    expect([DUCKDB, POSTGRES, SPARK].map((dialect) => printed(all, dialect))).toEqual([
      "varchar double bigint",
      "text double precision bigint",
      "string double bigint",
    ]);
  });
});

describe("on DuckDB", () => {
  const database = ownDatabase();

  it("a value is read as it was written, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (text, other) => {
        const [row] = await database().rows(sql`select ${value(text)} as a, 7 as b, ${value(other)} as c`);
        expect(row).toEqual({ a: text, b: 7, c: other });
      }),
      { numRuns: 300 },
    );
  });

  it("a name is one name, whatever is in it", async () => {
    const names = hostile.map((text) => text.replaceAll("\0", "")).filter((text) => text !== "");
    await fc.assert(
      fc.asyncProperty(names, async (text) => {
        await database().run(sql`create or replace table ${name(`t${text}`)} (${name(text)} bigint)`);
        await database().run(sql`insert into ${name(`t${text}`)} values (1)`);
        // Under a name of its own: an object has no key `__proto__`.
        const rows = await database().rows(sql`select ${name(text)} as held from ${name(`t${text}`)}`);
        await database().run(sql`drop table ${name(`t${text}`)}`);
        expect(rows).toEqual([{ held: 1 }]);
      }),
      { numRuns: 200, examples: [["__proto__"]] },
    );
  });
});

/**
 * What an engine makes of a literal, by its manual. PostgreSQL before `standard_conforming_strings`, and Spark but for
 * `escapedStringLiterals`, take a backslash for the beginning of something; so both ways of reading are tried.
 */
function read(text: string, escapes: boolean): string {
  const parts = /^\((.*)\)$/s.exec(text)?.[1] ?? text;
  let out = "";
  for (let at = 0; at < parts.length;) {
    const byNumber = /^chr\((\d+)\)/.exec(parts.slice(at));
    if (byNumber !== null) {
      out += String.fromCharCode(Number(byNumber[1]));
      at += byNumber[0].length;
    } else {
      if (parts[at] !== "'") throw new Error(`no literal at ${at} of ${text}`);
      for (at += 1; ; at += 1) {
        if (at >= parts.length) throw new Error(`a literal without an end: ${text}`);
        if (escapes && parts[at] === "\\") at += 1;
        else if (parts[at] === "'" && parts[at + 1] === "'") at += 1;
        else if (parts[at] === "'") break;
        out += parts[at] ?? "";
      }
      at += 1;
    }
    if (at < parts.length) {
      if (!parts.startsWith(" || ", at)) throw new Error(`something after a literal: ${text}`);
      at += 4;
    }
  }
  return out;
}

describe.each<[string, Dialect]>([
  ["PostgreSQL", POSTGRES],
  ["Spark", SPARK],
])("for %s", (_, dialect) => {
  it("a value is read as it was written, whether a backslash escapes or not", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const told = dialect === POSTGRES ? text.replaceAll("\0", "") : text;
        const written = printed(value(told), dialect);
        expect(read(written, false)).toBe(told);
        expect(read(written, true)).toBe(told);
        if (dialect === SPARK) expect(written).not.toContain("$");
      }),
    );
  });

  it("a name ends where it ends", () => {
    fc.assert(
      fc.property(
        hostile.map((text) => text.replaceAll("\0", "")).filter((text) => text !== ""),
        (text) => {
          const written = printed(name(text), dialect);
          const mark = dialect.nameMark;
          const inside = written.slice(1, -1);
          expect([written.at(0), written.at(-1)]).toEqual([mark, mark]);
          expect(inside.replaceAll(mark + mark, "")).not.toContain(mark);
          expect(inside.replaceAll(mark + mark, mark)).toBe(text);
        },
      ),
    );
  });
});

it("what PostgreSQL cannot hold is said, not written", () => {
  expect(() => printed(value("a\0b"), POSTGRES)).toThrow(/no text in postgres can hold/);
});
