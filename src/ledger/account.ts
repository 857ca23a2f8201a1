import type { ReadRule, ReadStatement } from "../extract/extract.ts";
import type { Statement } from "../extract/statement.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import type { Passage } from "../model/passage.ts";
import type { Span } from "../model/span.ts";
import type { Provision } from "../structure/provision.ts";
import { EntryMaker, type What } from "./entry.ts";
import { leavesOf, type Leaf } from "./leaves.ts";
import { leftOver, without } from "./left-over.ts";
import { plainReason } from "./plain.ts";
import { signalsOf } from "./signals.ts";
import { cutAt, firstEndingAfter, unbrokenIn, withWhole } from "./unbroken.ts";
import { unreadAs } from "./unread.ts";

/**
 * What became of every word of an act: an entry for each sentence of each leaf of its tree, in the order of the tree. A
 * sentence that gave a rule has more than one where it leaves words that no rule accounts for. Unread is what nothing else
 * is known of.
 */
export function account(
  tree: Provision,
  statements: readonly ReadStatement[],
  content: string,
): readonly LedgerEntry[] {
  const known = indexed(statements);
  const maker = new EntryMaker(content);
  return leavesOf(tree, known.gave).flatMap((leaf) => {
    const read = known.ofPassage.get(leaf.passage) ?? [];
    if (leaf.silent !== undefined || read.length === 0) return maker.whole(leaf, wholeOf(leaf));
    const unbroken = unbrokenIn(leaf.passage);
    const bounds = boundsOf(leaf.passage, unbroken, read);
    const rules = rulesWithin(
      bounds,
      read.flatMap((one) => one.rules),
    );
    return read.flatMap((one, index) => {
      const place = { leaf, words: bounds[index] ?? NOWHERE, rules: rules[index] ?? [], unbroken };
      return entriesOf(one, place, known.leadsOfRules, maker);
    });
  });
}

const NOWHERE: Span = { start: 0, end: 0 };

/** One sentence of a leaf, with the rules that stand in it. */
interface Place {
  readonly leaf: Leaf;
  readonly words: Span;
  readonly rules: readonly ReadRule[];
  readonly unbroken: readonly Span[];
}

interface Known {
  readonly ofPassage: ReadonlyMap<Passage, readonly ReadStatement[]>;
  readonly gave: ReadonlySet<Provision>;
  readonly leadsOfRules: ReadonlySet<Statement>;
}

function indexed(statements: readonly ReadStatement[]): Known {
  const ofPassage = new Map<Passage, ReadStatement[]>();
  const gave = new Set<Provision>();
  const leadsOfRules = new Set<Statement>();
  for (const one of statements) {
    const { statement, rules } = one;
    const own = ofPassage.get(statement.passage);
    if (own === undefined) ofPassage.set(statement.passage, [one]);
    else own.push(one);
    if (rules.length === 0) continue;
    gave.add(statement.provision);
    for (let lead = statement.lead; lead !== undefined; lead = lead.lead) leadsOfRules.add(lead);
  }
  return { ofPassage, gave, leadsOfRules };
}

/** Words outside every statement: of a place that holds no rules, or a mark without a word. */
const wholeOf = ({ silent, row }: Leaf): What =>
  silent === undefined
    ? row === undefined
      ? { account: "unread", reason: "words", risk: "low" }
      : { account: "unread", reason: "row", risk: "highest" }
    : { account: "plain", reason: silent };

/** Where each statement of a passage begins and ends, so that together they hold all of it. */
function boundsOf(
  passage: Passage,
  unbroken: readonly Span[],
  read: readonly ReadStatement[],
): readonly Span[] {
  const starts = read.map((_, index) => {
    let at = read[index - 1]?.statement.end ?? 0;
    while (index > 0 && SIGNS.test(passage.text.charAt(at))) at += 1;
    return cutAt(unbroken, at);
  });
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? passage.text.length }));
}

const SIGNS = /[\s.,;:]/;

/** The rules that stand in each of some stretches, which are in their order. */
function rulesWithin(bounds: readonly Span[], rules: readonly ReadRule[]): readonly (readonly ReadRule[])[] {
  const within: ReadRule[][] = bounds.map(() => []);
  for (const rule of rules) {
    const { start, end } = rule.words;
    for (let at = firstEndingAfter(bounds, start); (bounds[at]?.start ?? end) < end; at += 1)
      within[at]?.push(rule);
  }
  return within;
}

function entriesOf(
  read: ReadStatement,
  { leaf, words, rules, unbroken }: Place,
  leadsOfRules: ReadonlySet<Statement>,
  maker: EntryMaker,
): LedgerEntry[] {
  const signals = signalsOf(read);
  if (rules.length === 0) {
    const rest = { read, signals, leaf, leadsOfRules };
    const reason = plainReason(rest);
    const what: What = reason === undefined ? unreadAs(rest) : { account: "plain", reason };
    return maker.some(leaf, [words], what);
  }
  const open = leftOver(words, rules, signals, (at) => withWhole(unbroken, at));
  const covered = without(
    words,
    open.flatMap(({ at }) => at),
  );
  const ids = rules.map(({ id }) => id);
  return [
    ...maker.some(leaf, covered, { account: "rule", rules: ids }),
    ...open.flatMap(({ at, reason, risk }) => maker.some(leaf, at, { account: "unread", reason, risk })),
  ];
}
