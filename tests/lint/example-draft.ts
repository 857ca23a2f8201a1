import type { Rule } from "../../src/model/rule.ts";
import type { RowTopic } from "../../src/language/structure-words.ts";
import type { Provision, ProvisionType } from "../../src/structure/provision.ts";
import { draftOf, type Draft } from "../../src/lint/draft.ts";
import type { Example } from "../../src/lint/lint.ts";

/**
 * A small tree from paths, as examples write them: `service-2/annex-1/clause-3`. A step's type is its name without the
 * number; `service-2` is a regulation; `:provider` after a row is its topic, for what stands in it too; `title:` and `head:` before the words put
 * them there, and `label:` the label of a row; `:.` after an item numbers it with a full stop.
 */
export function exampleDraft(example: Example): Draft {
  const children: Provision[] = [];
  let offset = 0;
  for (const [path, words] of example.text ?? []) {
    place(children, path, words, offset);
    offset += words.length + 1;
  }
  const rules = (example.rules ?? []).map((rule, index) => ({
    id: `rule-${index}`,
    cite: rule.path ?? "",
    ...withSource(rule, index),
  }));
  const lookAlikes = (example.lookAlikes ?? []).map((word, index) => ({
    word,
    span: { start: index, end: index + 1 },
  }));
  const misspelt = (example.misspelt ?? []).map(([word, right], index) => ({
    word,
    right,
    span: { start: index, end: index + 1 },
  }));
  const made = draftOf(
    "example",
    { type: "act", path: "", cite: "", children },
    rules as unknown as Rule[],
    lookAlikes,
  );
  const draft = { ...made, misspelt };
  return example.twin === undefined ? draft : { ...draft, twin: example.twin };
}

/** Rules of an example have places of their own, so that two findings are never taken for one. */
const withSource = (rule: Partial<Rule>, index: number): Partial<Rule> => ({
  ...rule,
  source: {
    file: "example",
    sha256: "",
    lines: [1, 1],
    quote: rule.source?.quote ?? `rule ${index}`,
    spans: [{ start: 100_000 + 100 * index, end: 100_050 + 100 * index }],
  },
});

function place(children: Provision[], path: string, words: string, offset: number): void {
  let level = children;
  let at = "";
  let service: number | undefined;
  const names = path.split("/");
  for (const [index, name] of names.entries()) {
    const [step = "", topic] = name.split(":");
    at = at === "" ? step : `${at}/${step}`;
    const [type, number] = splitStep(step);
    if (type === "service") service = Number(number);
    const last = index === names.length - 1;
    const found = level.find((node) => node.path === at);
    if (found !== undefined && !last) {
      level = found.children as Provision[];
      continue;
    }
    const below: Provision[] = [];
    const node = {
      type: (type === "service" ? "regulation" : type) as ProvisionType,
      path: at,
      cite: at,
      ...(number === undefined
        ? {}
        : { label: number, marker: passage(`${number}${topic === "." || type !== "item" ? "." : ")"}`, 0) }),
      ...(service === undefined ? {} : { service }),
      ...(topic === undefined || topic === "." ? {} : { topic: topic as RowTopic }),
      ...(type === "table" ? { table: "requirements" } : {}),
      ...(last ? own(words, offset) : {}),
      children: below,
    } as Provision;
    level.push(node);
    level = below;
  }
}

const splitStep = (step: string): readonly [string, string | undefined] => {
  const parts = /^([a-z]+)(?:-(.+))?$/u.exec(step);
  return [parts?.[1] ?? step, parts?.[2]];
};

function own(words: string, offset: number): Partial<Provision> {
  const field = /^(title|head|label):\s*/u.exec(words);
  if (field === null) return { passage: passage(words, offset) };
  const rest = words.slice(field[0].length);
  if (field[1] === "label") return { rowLabel: passage(rest, offset) };
  return field[1] === "title" ? { title: passage(rest, offset) } : { head: passage(rest, offset) };
}

const passage = (text: string, start: number) => ({
  text,
  runs: [{ at: 0, length: text.length, source: { start, end: start + text.length } }],
});
