import fc from "fast-check";
import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { faults } from "../../src/files/validate.ts";
import { readVocabulary } from "../../src/files/read-vocabulary.ts";
import { canonicalJson } from "../../src/model/canonical-json.ts";
import { type Condition, OPERATORS } from "../../src/model/condition.ts";
import { Names } from "../../src/report/names.ts";
import { builderHtml, draftWords } from "../../src/web/condition/builder.tsx";
import { conditionOf, draftOf } from "../../src/web/condition/draft.ts";
import { changed, CHANGES } from "../../src/web/condition/draft-changes.ts";
import { draftFrom, type Entry } from "../../src/web/condition/draft-fields.ts";
import { shapeOf } from "../../src/web/condition/fact-shape.ts";

const vocabulary = readVocabulary();
const matter = { vocabulary, names: new Names(vocabulary, "en") };

const values = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.constantFrom("natural-person", "portal", "identity-card", "2024-02-29", "2023-02-30", " x ", "a\nb", ""),
  fc.constant(null),
  fc.array(fc.string()),
  fc.array(fc.integer()),
  fc.array(fc.constantFrom("first", "second", "third", "tenth")),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean())),
);
const facts = fc.constantFrom(
  ...["channel", "documents", "no.such-fact"],
  ...["applicant.age", "applicant.elderly", "applicant.personType", "applicant.disabilityGroup"],
);
const conditions = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.record({ fact: facts, operator: fc.constantFrom(...OPERATORS), value: values }),
    fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie("condition") }),
  ),
})).condition;

/** The fields of a page as a browser sends them, in their order. */
function entriesIn(html: string): Entry[] {
  const found: Entry[] = [];
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== "element") continue;
      const name = child.properties["name"];
      if (typeof name === "string") found.push(...entryOf(name, child));
      visit(child);
    }
  };
  visit(unified().use(rehypeParse, { fragment: true }).parse(html));
  return found;
}

function entryOf(name: string, element: Element): Entry[] {
  const { properties, tagName, children } = element;
  if (properties["type"] === "checkbox" && properties["checked"] !== true) return [];
  if (tagName === "textarea") return [[name, textOf(element)]];
  if (tagName === "select") {
    const options = children.filter((child): child is Element => child.type === "element");
    const chosen = options.find((option) => option.properties["selected"] === true) ?? options[0];
    return [[name, asText(chosen?.properties["value"])]];
  }
  return [[name, asText(properties["value"])]];
}

const asText = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const textOf = (element: Element): string =>
  element.children.map((child) => (child.type === "text" ? child.value : "")).join("");

describe("the fields of a condition", () => {
  it("give back any condition that the schema of rules has, as it was", () => {
    const cite = { kind: "eligibility", cite: "1", id: "book/eligibility/1" };
    fc.assert(
      fc.property(conditions, (condition) => {
        fc.pre(faults("rulebook", { id: "b", rules: [{ ...cite, when: condition }] }).length === 0);
        const again = conditionOf(draftFrom(entriesIn(builderHtml(draftOf(condition), matter))));
        expect(canonicalJson(again)).toBe(canonicalJson(condition));
      }),
      { numRuns: 400 },
    );
  });

  it("give a sentence for any condition, in every language, without a name of the program", () => {
    for (const lang of ["kk", "ru", "en"] as const)
      fc.assert(
        fc.property(conditions, (condition) => {
          const words = draftWords(draftOf(condition), { vocabulary, names: new Names(vocabulary, lang) });
          expect(words).not.toMatch(
            /\{(?:parts|others|fact|value|paper|words)\}|notEqual|notIn|lessThan|greaterThan|doesNotContain|undefined|object Object/u,
          );
        }),
        { numRuns: 100 },
      );
  });

  it("lose nothing by moving, and nothing but what is removed", () => {
    const leaves = (condition: Condition | undefined): string[] => {
      if (condition === undefined) return [];
      if ("fact" in condition) return [canonicalJson(condition)];
      if ("not" in condition) return leaves(condition.not);
      return ("all" in condition ? condition.all : condition.any).flatMap(leaves);
    };
    const places = fc.array(fc.nat(3), { maxLength: 4 });
    fc.assert(
      fc.property(conditions, fc.constantFrom(...CHANGES), places, (condition, change, at) => {
        const draft = draftOf(condition);
        const before = leaves(conditionOf(draft)).sort();
        const after = changed(draft, change, at, (fact) => shapeOf(fact, vocabulary));
        const left = leaves(conditionOf(after.draft)).sort();
        if (change === "up" || change === "down" || change === "none") expect(left).toEqual(before);
        if (change === "remove") expect(before).toEqual(expect.arrayContaining(left));
        if (change === "add" || change === "group") expect(left).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 400 },
    );
  });
});
