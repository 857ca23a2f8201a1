import type { Finding } from "../model/finding.ts";
import { sourceSpans } from "../model/passage.ts";
import type { Provision } from "../structure/provision.ts";
import type { Mark } from "./marks.ts";
import { gapAfter, has, marksFor, wordsBetween } from "./sentence.ts";
import type { Statement } from "./statement.ts";

/** What the words of a service can refer to inside the file, by printed number; an annex without one is "". */
interface Targets {
  readonly annexes: Map<string, Provision>;
  /** Of the regulation itself: those of an annex are cited with it. */
  readonly clauses: Map<string, Provision>;
  readonly rows: Map<string, Provision>;
}

/** The targets of each service of an act. */
export function targetsOf(tree: Provision): ReadonlyMap<number, Targets> {
  const targets = new Map<number, Targets>();
  const visit = (node: Provision, inside: number | undefined, annexed: boolean): void => {
    const { service } = node;
    const inAnnex = annexed || node.type === "annex";
    if (service !== undefined) {
      const own = targets.get(service) ?? { annexes: new Map(), clauses: new Map(), rows: new Map() };
      targets.set(service, own);
      const label = node.label ?? "";
      if (node.type === "annex" && inside === service) keep(own.annexes, label, node);
      if (node.type === "clause" && !inAnnex) keep(own.clauses, label, node);
      if (node.type === "row" && node.topic !== undefined) keep(own.rows, label, node);
    }
    for (const child of node.children ?? []) visit(child, service ?? inside, inAnnex);
  };
  visit(tree, undefined, false);
  return targets;
}

function keep(map: Map<string, Provision>, label: string, node: Provision): void {
  if (!map.has(label)) map.set(label, node);
}

/** A reference to the same file: where its words stand in the statement, and where it leads. */
export interface Referring {
  readonly from: number;
  readonly to: number;
  readonly target: Provision;
}

/** The references of a statement to the same file, in the order of what they lead to: annexes, clauses, rows. */
export function refersTo(statement: Statement, targets: Targets | undefined): readonly Referring[] {
  if (targets === undefined || !has(statement, "this-act", "this-list", "requirements-list")) return [];
  const marks = (["annex-word", "clause-word", "row-word"] as const).flatMap((cue) =>
    marksFor(statement, cue),
  );
  return marks.flatMap((mark) => {
    const number = numberBefore(statement, mark);
    const target = targetOf(statement, mark, number, targets);
    if (target === undefined) return [];
    return [{ from: number === "" ? mark.from : mark.from - number.split("-").length, to: mark.to, target }];
  });
}

/**
 * Where the references of a statement to the same file lead. Code `extract/reference`; details: `words`, `leadsTo` (a
 * path) and `cite` of what it is, and `rules`, the ids of the rules that the statement gave.
 */
export function referenceFindings(
  references: readonly Referring[],
  statement: Statement,
  rules: readonly string[],
  document: string,
): Finding[] {
  return references.map(({ from, to, target }) => {
    const place = { start: statement.words[from]?.start ?? 0, end: statement.words[to - 1]?.end ?? 0 };
    const [first, ...more] = sourceSpans(statement.passage, place.start, place.end);
    const span = { start: first?.start ?? 0, end: (more.at(-1) ?? first)?.end ?? 0 };
    return {
      code: "extract/reference",
      severity: "note" as const,
      where: { in: "text" as const, document, span, path: statement.provision.path },
      details: {
        words: wordsBetween(statement, from, to),
        leadsTo: target.path,
        cite: target.cite,
        rules,
      },
    };
  });
}

/** `1` of `1-қосымшаға`, `9-1` of `9-1-тармағына`, nothing of `қосымшаға`. */
function numberBefore(statement: Statement, mark: Mark): string {
  const digits: string[] = [];
  for (let at = mark.from - 1; at >= 0 && statement.words[at]?.digits === true; at -= 1) {
    if (!/^\s*[-–]\s*$/.test(gapAfter(statement, at))) break;
    digits.unshift(statement.words[at]?.text ?? "");
  }
  return digits.join("-");
}

/** An annex of this act, a clause of it, or a clause or row of one of its annexes; a clause of the list of requirements is a row. */
function targetOf(statement: Statement, mark: Mark, number: string, targets: Targets): Provision | undefined {
  if (marksFor(statement, "annex-word").includes(mark)) {
    const annex = annexAt(statement, mark, number, targets);
    return has(statement, "elsewhere", "document") ? (documentsOf(annex) ?? annex) : annex;
  }
  if (number === "") return undefined;
  const isRow = marksFor(statement, "row-word").includes(mark);
  const annexes = marksFor(statement, "annex-word").filter(
    ({ to }) => to < mark.from && mark.from - to <= NEAR,
  );
  const beside = annexes.find(({ to }) => to === mark.from - number.split("-").length);
  if (beside !== undefined)
    return partOf(annexAt(statement, beside, numberBefore(statement, beside), targets), number, isRow);
  if (follows(statement, "requirements-list", mark) || follows(statement, "this-list", mark))
    return targets.rows.get(number);
  // Behind an annex that it may belong to, whose part a number is cannot be told.
  if (isRow || annexes.length > 0) return undefined;
  return follows(statement, "this-act", mark) ? targets.clauses.get(number) : undefined;
}

/** The annex of this act that some words name. */
function annexAt(
  statement: Statement,
  mark: Mark,
  number: string,
  { annexes }: Targets,
): Provision | undefined {
  if (!follows(statement, "this-act", mark)) return undefined;
  return annexes.get(number) ?? (number === "" ? onlyOne(annexes) : undefined);
}

/** The part of an annex that has a number: a row of its requirements, a clause, or a row of any table where a row is named. */
function partOf(annex: Provision | undefined, number: string, isRow: boolean): Provision | undefined {
  const first = (node: Provision | undefined, fits: (node: Provision) => boolean): Provision | undefined => {
    for (const child of node?.children ?? []) {
      if (child.type === "annex") continue;
      const found = child.label === number && fits(child) ? child : first(child, fits);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (
    first(annex, ({ type, topic }) => type === "row" && topic !== undefined) ??
    first(annex, ({ type }) => type === (isRow ? "row" : "clause"))
  );
}

/** Words at most between whose part is meant and its number. */
const NEAR = 3;

const follows = (
  statement: Statement,
  cue: "this-act" | "this-list" | "requirements-list",
  mark: Mark,
): boolean => marksFor(statement, cue).some((owner) => mark.from >= owner.to && mark.from - owner.to <= NEAR);

const onlyOne = (annexes: ReadonlyMap<string, Provision>): Provision | undefined =>
  annexes.size === 1 ? [...annexes.values()][0] : undefined;

/** The row of documents of an annex that is a list of requirements. */
function documentsOf(annex: Provision | undefined): Provision | undefined {
  if (annex?.topic === "documents") return annex;
  for (const child of annex?.children ?? []) {
    const row = documentsOf(child);
    if (row !== undefined) return row;
  }
  return undefined;
}
