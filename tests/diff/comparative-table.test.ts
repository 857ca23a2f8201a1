import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diff, pairsOf } from "../../src/diff/diff.ts";
import type { Part } from "../../src/diff/text/part.ts";
import { provisionTable } from "../../src/diff/text/provision-table.ts";
import type { Version } from "../../src/diff/version.ts";
import type { ProvisionRow } from "../../src/model/provision-table.ts";
import { size } from "../size.ts";
import { versionOf } from "./version-of.ts";

const textAt = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

const rowsOf = (old: Version, now: Version): readonly ProvisionRow[] =>
  (provisionTable(pairsOf(old, now, []), old, now)?.sections ?? []).flatMap(({ rows }) => rows);

const pathOf = ({ words: [first] }: ProvisionRow): string | undefined =>
  (first?.new ?? first?.old)?.side.path;

/** A fixed sequence of numbers in [0, 1), so that a run can be repeated. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const TEXTS: readonly (readonly [name: string, text: string, insert: string])[] = [
  [
    "a Russian act",
    textAt("../fixtures/diff-texts/weapons-2021-2025/old.md"),
    "при наличии морского паспорта капитана",
  ],
  ["a Kazakh act", textAt("../fixtures/acts/140664-2025-kaz.md"), "теңіз капитанының паспорты болған кезде"],
  [
    "a Kazakh act of the corpus",
    textAt("../../corpus/000_a653e2419e84acd7.txt"),
    "теңіз капитанының паспорты",
  ],
];

describe.each(TEXTS)("provisions of %s edited by chance", (_, text, insert) => {
  const version = versionOf(text);
  const parts = (version.text?.parts ?? []).filter(
    ({ role, text: words }) => role === "law" && words.length > 40 && text.split(words).length === 2,
  );
  const numbers = sequence(insert.length);

  const drawn = (count: number): readonly Part[] => {
    const chosen = new Set<Part>();
    while (chosen.size < Math.min(count, parts.length)) {
      const part = parts[Math.floor(numbers.next().value * parts.length)];
      if (part !== undefined) chosen.add(part);
    }
    return parts.filter((part) => chosen.has(part));
  };

  it.each(Array.from({ length: size(2, 20) }, (__, at) => at))("are in the table, and no other: %i", () => {
    const edited = drawn(6);
    const now = edited.reduce((rest, { text: words }) => {
      const middle = words.indexOf(" ", words.length / 2);
      const at = middle < 0 ? words.length : middle;
      return rest.replace(words, () => `${words.slice(0, at)} ${insert}${words.slice(at)}`);
    }, text);
    const rows = rowsOf(version, versionOf(now));
    expect(rows.map(pathOf)).toEqual([...new Set(edited.map(({ path }) => path))]);
    for (const { words } of rows)
      expect(
        words.flatMap(({ marks }) => marks.filter(({ is }) => is !== "same").map((mark) => mark.text.trim())),
      ).toEqual([insert]);
  });

  it("are none where the text is only set otherwise", () => {
    const other = text.replaceAll("«", '"').replaceAll("»", '"');
    expect(rowsOf(version, versionOf(other))).toEqual([]);
  });
});

/** An act with these clauses in its regulation. */
const act = (...clauses: readonly string[]): Version =>
  versionOf(
    [
      "# Об утверждении Правил оказания государственной услуги «Выдача справки»",
      "1. Утвердить прилагаемые Правила оказания государственной услуги «Выдача справки».",
      "> *Приложение к приказу*\n> *Министра внутренних дел*\n> *Республики Казахстан*\n> *от 1 марта 2020 года*\n> *№ 1*",
      "## Правила оказания государственной услуги «Выдача справки»",
      "### Глава 1. Общие положения",
      ...clauses.map((clause, at) => `${at + 1}. ${clause}`),
    ].join("\n\n"),
  );

const FIRST = "Услугодатель ведет журнал учета выданных справок по месту нахождения архива.";
const LIST = "К журналу прилагаются:\n\n1) опись бланков;\n\n2) копия доверенности архивариуса.";
const LAST = "Руководитель подразделения отвечает за хранение бланков в несгораемом шкафу.";
const COPY = "Копия справки хранится в архиве вместе с описью выданных бланков.";

const told = (rows: readonly ProvisionRow[]) =>
  rows.map(({ is, moved, words }) => ({
    is,
    moved,
    words: words.map(({ old, new: now }) =>
      [old, now].map((side) => side && `${side.number ?? ""} ${side.text}`),
    ),
  }));

describe("a text that is set otherwise", () => {
  it("has nothing in its table: other dashes, spaces and lines, and the mark at an item's end", () => {
    const item = (words: string, end: string): string =>
      `К журналу – и к описи – прилагаются:\n\n1) ${words}${end}`;
    const old = act(FIRST, item("опись бланков", ";"));
    const now = act(FIRST.replaceAll(" ", "  "), item("опись\nбланков", ".").replaceAll("–", "-"));
    expect(rowsOf(old, now)).toEqual([]);
  });
});

describe("a provision that came or went", () => {
  it("is one row with all that stands below it, where it stands in the new text or stood in the old one", () => {
    const added = told(rowsOf(act(FIRST, LAST), act(FIRST, LAST, LIST)));
    expect(added).toEqual([
      {
        is: "added",
        moved: false,
        words: [
          [undefined, "3. К журналу прилагаются:"],
          [undefined, "1) опись бланков;"],
          [undefined, "2) копия доверенности архивариуса."],
        ],
      },
    ]);
    const removed = told(rowsOf(act(FIRST, LIST, LAST, COPY), act(FIRST, LAST, COPY)));
    expect(removed.map(({ is }) => is)).toEqual(["removed", "moved"]);
    expect(removed[0]?.words).toEqual([
      ["2. К журналу прилагаются:", undefined],
      ["1) опись бланков;", undefined],
      ["2) копия доверенности архивариуса.", undefined],
    ]);
    // Both that follow have another number now, and are told together.
    expect(removed[1]?.words).toEqual([
      [`3. ${LAST}`, `2. ${LAST}`],
      [`4. ${COPY}`, `3. ${COPY}`],
    ]);
  });

  it("is told with its new number where its words differ as well", () => {
    const rows = told(
      rowsOf(act(FIRST, COPY, LAST), act(FIRST, LAST.replace("в несгораемом", "в железном"))),
    );
    expect(rows).toEqual([
      { is: "removed", moved: false, words: [[`2. ${COPY}`, undefined]] },
      {
        is: "changed",
        moved: true,
        words: [[`3. ${LAST}`, `2. ${LAST.replace("в несгораемом", "в железном")}`]],
      },
    ]);
  });
});

describe("every provision that a comparison tells of", () => {
  it("stands in the table of a real pair", () => {
    const [old, now] = ["old.md", "new.md"].map((name) =>
      versionOf(textAt(`../fixtures/diff-texts/weapons-2021-2025/${name}`)),
    ) as [Version, Version];
    const rows = rowsOf(old, now);
    const inTable = new Set(
      rows.flatMap(({ words }) => words.flatMap((one) => [one.old?.side.path, one.new?.side.path])),
    );
    const found = diff(old, now)
      .services.flatMap(({ changes }) => changes)
      .filter((change) => change.class === "substance")
      .flatMap((change) => change.new?.path ?? change.old?.path ?? []);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((path) => !inTable.has(path))).toEqual([]);
    const paths = rows.filter(({ is }) => is !== "moved").map(pathOf);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
