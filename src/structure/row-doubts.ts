import type { RowTopic } from "../language/structure-words.ts";
import type { Finding } from "../model/finding.ts";
import { sourceSpans } from "../model/passage.ts";
import type { Provision } from "./provision.ts";
import { cellTopics, topicOfLabel, placeTopics, type TopicSigns } from "./row-topics.ts";

/** What the cell of a row can hold that is of one topic alone: an amount, money, times of day. */
const TELLING: ReadonlySet<RowTopic> = new Set(["term", "fee", "hours"]);

/**
 * Rows of requirements whose label, number and cell do not say the same. Each is read by its best sense all the same. Code
 * `structure/row-signs-disagree`; details: `cite`, `readAs`, and what says otherwise: `label` (a topic), `cell` (topics),
 * `number` as printed with the one that is `due` there.
 */
export function rowDoubts(tree: Provision, signs: readonly TopicSigns[], document: string): Finding[] {
  const found: Finding[] = [];
  const visit = (node: Provision): void => {
    if (node.table === "requirements") found.push(...doubtsIn(node, signs, document));
    else node.children?.forEach(visit);
  };
  visit(tree);
  return found;
}

function doubtsIn(table: Provision, signs: readonly TopicSigns[], document: string): Finding[] {
  const rows = (table.children ?? []).filter(({ type }) => type === "row");
  const labels = rows.map(({ rowLabel }) => topicOfLabel(rowLabel?.text ?? "", signs));
  const places = placeTopics(labels);
  let due: number | undefined;
  return rows.flatMap((row, index) => {
    const said = {
      ...labelSays(row, labels[index]),
      ...cellSays(row, places[index], signs),
      ...numberSays(row, due),
    };
    due = (due ?? numberOf(row) ?? index + 1) + 1;
    return Object.keys(said).length === 0 ? [] : [finding(row, said, document)];
  });
}

const labelSays = ({ topic }: Provision, label: RowTopic | undefined): { label?: RowTopic } =>
  label === undefined || topic === undefined || label === topic ? {} : { label };

/** A cell speaks against its row where it has nothing of the row's topic, and what it has is telling or due at its place. */
function cellSays(
  row: Provision,
  place: RowTopic | undefined,
  signs: readonly TopicSigns[],
): { cell?: readonly RowTopic[] } {
  const { topic } = row;
  if (topic === undefined || signs.every((one) => one.topic !== topic || one.cell === undefined)) return {};
  const held = cellTopics(wordsIn(row), signs);
  if (held.length === 0 || held.includes(topic)) return {};
  const tells = held.every((one) => TELLING.has(one)) || (place !== undefined && held.includes(place));
  return tells ? { cell: held } : {};
}

const numberSays = (row: Provision, due: number | undefined): { number?: string; due?: number } => {
  const number = numberOf(row);
  return number === undefined || due === undefined || number === due ? {} : { number: row.label ?? "", due };
};

/** The number that is printed before a row. */
const numberOf = ({ marker, label }: Provision): number | undefined =>
  marker === undefined || label === undefined ? undefined : Number(label);

const wordsIn = ({ passage, marker, children = [] }: Provision): string =>
  [marker?.text, passage?.text, ...children.map(wordsIn)].filter((text) => text !== undefined).join(" ");

function finding(row: Provision, said: object, document: string): Finding {
  const shown = row.rowLabel ?? row.marker ?? row.passage;
  const [first, ...more] = shown === undefined ? [] : sourceSpans(shown);
  const span = { start: first?.start ?? 0, end: (more.at(-1) ?? first)?.end ?? 0 };
  return {
    code: "structure/row-signs-disagree",
    severity: "warning",
    where: { in: "text", document, span, path: row.path },
    details: { cite: row.cite, readAs: row.topic ?? null, ...said },
  };
}
