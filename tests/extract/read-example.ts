import type { Grammar } from "../../src/language/grammar.ts";
import { grammar } from "../../src/language/kk/grammar.ts";
import type { Statement } from "../../src/extract/statement.ts";
import { statementsOf } from "../../src/extract/statements.ts";
import type { Passage } from "../../src/model/passage.ts";
import type { RowTopic } from "../../src/language/structure-words.ts";
import type { Provision } from "../../src/structure/provision.ts";

/** A passage that stands in its source letter by letter, from the first. */
export function passageOf(text: string): Passage {
  return { text, runs: [{ at: 0, length: text.length, source: { start: 0, end: text.length } }] };
}

/** The statements of a text as one clause of a regulation, as an item under a lead, or as a row's value. */
export function statementsIn(
  text: string,
  where: { lead?: string; topic?: RowTopic } = {},
  language: Grammar = grammar,
): Statement[] {
  const own = { path: "clause-1", cite: "1-тармақ", service: 1 };
  const item: Provision = {
    type: "item",
    ...own,
    path: "clause-1/item-1",
    label: "1",
    passage: passageOf(text),
  };
  const clause: Provision =
    where.lead === undefined
      ? { type: "clause", ...own, passage: passageOf(text) }
      : { type: "clause", ...own, passage: passageOf(where.lead), children: [item] };
  const row: Provision = {
    type: "row",
    ...own,
    path: "table/row-1",
    children: [{ type: "paragraph", ...own, path: "table/row-1/paragraph-1", passage: passageOf(text) }],
    ...(where.topic === undefined ? {} : { topic: where.topic }),
  };
  const tree: Provision = {
    type: "regulation",
    path: "regulation-1",
    cite: "",
    service: 1,
    children: [where.topic === undefined ? clause : row],
  };
  const statements = statementsOf(tree, language);
  return where.lead === undefined ? statements : statements.filter((one) => one.provision === item);
}
