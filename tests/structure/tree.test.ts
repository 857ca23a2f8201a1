import type { Node } from "unist";
import { describe, expect, it } from "vitest";
import { mergeSpans, type Span } from "../../src/model/span.ts";
import { outline } from "../../src/reading.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { nodesOf, TEXTS, textOf, treeOf, wordsOf } from "./reading.ts";

const find = (tree: Provision, path: string): Provision => {
  const node = [...nodesOf(tree)].find((one) => one.path === path);
  if (node === undefined) throw new Error(`no ${path}`);
  return node;
};

describe.each(TEXTS)("the tree of %s", (name) => {
  const { tree, text, content } = outline(new TextEncoder().encode(textOf(name)), { file: name });

  it("is a unist tree: the type check says so", () => {
    const unist: Node = tree;
    expect(unist.type).toBe("act");
  });

  it("has every path once", () => {
    const paths = [...nodesOf(tree)].map((node) => node.path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("holds all repaired words once: its leaves, sorted by their place in the source, give the repaired text again", () => {
    const sources = (runs: readonly { readonly source: Span }[]): Span[] =>
      runs.map((run) => run.source).filter((span) => /\S/u.test(content.slice(span.start, span.end)));
    const leaves = [...nodesOf(tree)].flatMap(wordsOf).flatMap((part) => sources(part.runs));
    const repaired = text.paragraphs.flatMap(({ passage, rows }) =>
      (rows?.flat(2) ?? [passage]).flatMap((part) => sources(part.runs)),
    );
    const letters = (spans: readonly Span[]): string =>
      mergeSpans(spans)
        .map(({ start, end }) => content.slice(start, end))
        .join("")
        .replaceAll(/\s/gu, "");
    const length = (spans: readonly Span[]): number =>
      spans.reduce((sum, { start, end }) => sum + content.slice(start, end).replaceAll(/\s/gu, "").length, 0);
    expect(letters(leaves)).toBe(letters(repaired));
    expect(length(leaves)).toBe(length(mergeSpans(leaves)));
  });

  it("numbers services in the order of the text", () => {
    const regulations = [...nodesOf(tree)].filter((node) => node.type === "regulation");
    expect(regulations.map((node) => node.service)).toEqual(regulations.map((_, index) => index + 1));
    for (const regulation of regulations) expect(regulation.title?.text).toMatch(/регламенті$|қағидалары$/u);
  });
});

describe("services", () => {
  it("finds all 28 of the corpus", () => {
    const counts = TEXTS.map(
      (name) => [...nodesOf(treeOf(textOf(name)))].filter((node) => node.type === "regulation").length,
    );
    expect(counts).toEqual([11, 4, 3, 3, 7]);
  });
});

describe("requirement tables that the conversion flattened", () => {
  const tree = treeOf(textOf("002_b0c7419236df1d07"));

  it.each([1, 2, 3])("puts the ten rows of the table of service %i together, with all topics", (service) => {
    const table = find(tree, `annex-${service}/annex-1/table`);
    expect(table.children?.map(({ label, topic }) => `${label ?? ""} ${topic ?? ""}`)).toEqual([
      "1 provider",
      "2 channels",
      "3 term",
      "4 form",
      "5 result",
      "6 fee",
      "7 hours",
      "8 documents",
      "9 refusal",
      "10 other-requirements",
    ]);
  });

  it("keeps a value whole that its label stands in the middle of", () => {
    expect(find(tree, "annex-1/annex-1/table/row-6").passage?.text).toBe("Тегін");
    expect(find(tree, "annex-1/annex-1/table/row-7/item-2").passage?.text).toBe(
      "Портал – тәулік бойы (жөндеу жұмыстарын жүргізуге байланысты техникалық үзілістерді қоспағанда).",
    );
    expect(find(tree, "annex-1/annex-1/table/row-9/item-1").passage?.text).toMatch(
      /құжаттардың және \(немесе\) олардағы/u,
    );
    expect(find(tree, "annex-2/annex-1/table/row-7/paragraph-2").passage?.text).toMatch(
      /18\.00-ге дейін\) қабылданады\.$/u,
    );
    expect(find(tree, "annex-3/annex-1/table/row-10/paragraph-1").passage?.text).toMatch(
      /байланыс абоненттік нөмірі/u,
    );
  });

  it("reads the eleven rows of order 49/2020, the first run on after a note", () => {
    const eleven = treeOf(textOf("003_dbe8bee5fdfd350b"));
    const rows = find(eleven, "annex-1/annex-1/table").children ?? [];
    expect(rows.map((row) => row.label)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
    expect(rows[0]?.passage?.text).toBe("Денсаулық сақтау ұйымдары");
    expect(rows[7]?.passage?.text).toMatch(/тәулік бойы\.$/u);
  });
});

describe("tables of process steps", () => {
  it("keep the cells of every row, flattened or tab-separated", () => {
    const flattened = treeOf(textOf("004_82c2e7e009269d65"));
    const terms = find(flattened, "regulation-1/annex-1/table/row-5").children ?? [];
    expect(terms.map((cell) => cell.passage?.text)).toEqual([
      "30 минуттан аспайды",
      "30 минуттан аспайды",
      "9 жұмыс күні ішінде",
      "30 минуттан аспайды",
      "30 минуттан аспайды",
    ]);
    const tabbed = treeOf(textOf("001_d712d3f1c4521fe5"));
    const steps = find(tabbed, "regulation-1/chapter-3/table-1/row-5");
    expect(steps.rowLabel?.text).toBe("Орындау мерзімдері");
    expect(steps.children?.map((cell) => cell.passage?.text)[2]).toBe("1,5 минут");
  });
});

describe("items", () => {
  it("that restart inside a clause are told apart by an ordinal, with the lines that lead to them before them", () => {
    const tree = treeOf(textOf("000_a653e2419e84acd7"));
    const clause = find(tree, "regulation-1/chapter-2/clause-7");
    const names = clause.children?.map((node) => node.path.split("/").at(-1)) ?? [];
    expect(names.slice(0, 3)).toEqual(["paragraph-2", "item-1", "item-2"]);
    expect(names).toContain("item-1.b");
    expect(names).toContain("item-1.c");
    expect(clause.children?.[0]?.passage?.text).toBe("көрсетілетін қызметті берушіге тікелей жүгінгенде:");
  });

  it("hold the unnumbered list that they end with a colon for", () => {
    const tree = treeOf(textOf("004_82c2e7e009269d65"));
    const item = find(tree, "regulation-1/chapter-2/clause-6/item-1");
    expect(item.passage?.text).toMatch(/стандарттың 9-тармағына сәйкес келесі құжаттарды ұсынады:$/u);
    expect(item.children?.map((part) => part.passage?.text)[1]).toMatch(/жеке басын куәландыратын құжат;$/u);
    expect(item.children?.length).toBe(6);
  });
});

describe("citations", () => {
  const tree = treeOf(textOf("002_b0c7419236df1d07"));
  it.each([
    ["clause-4", "бұйрық, 4-тармақ"],
    ["clause-2/item-3", "бұйрық, 2-тармақ 3) тармақша"],
    ["annex-1/chapter-2/clause-10", "1-қосымша, 2-тарау, 10-тармақ"],
    ["annex-3/chapter-4/clause-17/paragraph-2", "3-қосымша, 4-тарау, 17-тармақ, екінші бөлік"],
    ["annex-1/annex-1/table/row-3/item-1", "бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, кесте 3-жол 1)"],
    ["annex-1/annex-1/table/row-7/item-2", "бұйрыққа 1-қосымша, Қағидаларға 1-қосымша, кесте 7-жол 2."],
  ])("%s is cited as %s", (path, cite) => {
    expect(find(tree, path).cite).toBe(cite);
  });
});

describe("what holds no rules", () => {
  it("notes, forms and signatures are nodes of their own", () => {
    const types = (name: string, path: RegExp): Set<string> =>
      new Set(
        [...nodesOf(treeOf(textOf(name)))].filter((node) => path.test(node.path)).map((node) => node.type),
      );
    expect(types("002_b0c7419236df1d07", /^annex-1\/annex-2\/form$/u)).toEqual(new Set(["form"]));
    expect(types("002_b0c7419236df1d07", /^signature$/u)).toEqual(new Set(["signature"]));
    expect(types("000_a653e2419e84acd7", /\/note(?:\.b)?$/u)).toEqual(new Set(["note"]));
  });
});
