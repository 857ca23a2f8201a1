import type { DeadlineRule, Rule } from "../model/rule.ts";

/** The steps of one process, in the order of the text: a table of steps, or a numbered list in a clause. */
export interface Process {
  readonly of: "table" | "list";
  /** The path of the clause, or of what the table stands in. */
  readonly within: string;
  readonly steps: readonly DeadlineRule[];
}

/** Fewer timed steps make no process: a clause may have an item with a term of something else. */
const FEWEST = 2;

/** The processes of a service: only there do steps surely follow one another. A second list in a clause is one of its own. */
export function processesOf(rules: readonly Rule[]): readonly Process[] {
  const found = new Map<string, Process & { readonly steps: DeadlineRule[] }>();
  for (const rule of rules) {
    if (rule.kind !== "deadline" || rule.subject !== "step" || rule.direction === "before") continue;
    const path = rule.path ?? "";
    const table = tableOf(path);
    const list = table === undefined ? listOf(path) : undefined;
    const key = table ?? list;
    if (key === undefined) continue;
    const known = found.get(key);
    if (known !== undefined) known.steps.push(rule);
    else if (table !== undefined) found.set(key, { of: "table", within: over(table), steps: [rule] });
    else found.set(key, { of: "list", within: clauseOf(path), steps: [rule] });
  }
  return [...found.values()].filter(({ steps }) => steps.length >= FEWEST);
}

/** The path of the innermost table that a row stands in. */
function tableOf(path: string): string | undefined {
  const steps = path.split("/");
  const row = steps.findLastIndex(
    (step, index) => step.startsWith("row-") && steps[index - 1]?.includes("table") === true,
  );
  return row < 0 ? undefined : steps.slice(0, row).join("/");
}

/** The clause that an item stands in, with the letter of the list: `item-2.b` is of the second. */
function listOf(path: string): string | undefined {
  const item = /^(.*\/clause-[^/]+)\/item-\d+(?:-\d+)?(\.[^/]*)?$/u.exec(path);
  return item === null ? undefined : `${item[1] ?? ""}${item[2] ?? ""}`;
}

const over = (path: string): string => path.replace(/\/[^/]*$/u, "");

const clauseOf = (path: string): string => path.replace(/\/item-[^/]*$/u, "");

/** The number of the item that a step stands in; undefined where it stands in none. */
export const itemNumber = ({ path }: DeadlineRule): string | undefined =>
  /\/item-(\d+)(?:\.[^/]*)?$/u.exec(path ?? "")?.[1];
