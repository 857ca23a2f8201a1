import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Passage } from "../../src/model/passage.ts";
import { outline } from "../../src/reading.ts";
import type { Provision } from "../../src/structure/provision.ts";

const corpus = join(import.meta.dirname, "../../corpus");

/** Texts of the corpus, by the first three digits of their names. */
export const TEXTS = [
  "000_a653e2419e84acd7",
  "001_d712d3f1c4521fe5",
  "002_b0c7419236df1d07",
  "003_dbe8bee5fdfd350b",
  "004_82c2e7e009269d65",
];
export const PLAIN = TEXTS.filter((name) => !name.startsWith("001"));

export const textOf = (name: string): string => readFileSync(join(corpus, `${name}.txt`), "utf8");

export const treeOf = (text: string): Provision =>
  outline(new TextEncoder().encode(text), { file: "t.txt" }).tree;

export function* nodesOf(tree: Provision): Generator<Provision> {
  yield tree;
  for (const child of tree.children ?? []) yield* nodesOf(child);
}

/** Everything of a node that stands in the text. */
export const wordsOf = ({ head, marker, title, rowLabel, passage }: Provision): Passage[] =>
  [head, marker, title, rowLabel, passage].filter((part) => part !== undefined);

/** Paths with the node's words, quotes and dashes all alike. */
export function outlineOf(tree: Provision): string[] {
  return [...nodesOf(tree)].map(
    (node) =>
      `${node.path} | ${wordsOf(node)
        .map((part) => plain(part.text))
        .join(" | ")}`,
  );
}

const plain = (text: string): string =>
  text.replaceAll(/[«»"]/gu, '"').replaceAll(/[–—]/gu, "-").replaceAll("\n", " ");
