import type { Grammar } from "../language/grammar.ts";
import type { Channel } from "../model/rule.ts";
import type { RowTopic } from "../language/structure-words.ts";
import type { Provision } from "../structure/provision.ts";
import { cellPlaces } from "./cells.ts";
import { sentencesOf, wordsBetween, type Sentence } from "./sentence.ts";
import type { CellPlace, Statement } from "./statement.ts";
import { syntaxOf } from "./syntaxes.ts";
import { setsWay, showsWay, waysIn } from "./ways.ts";

/** Kinds of provisions that hold no rules. */
const SILENT: ReadonlySet<string> = new Set(["note", "form", "signature", "heading"]);

/** Every sentence of the act outside notes, forms and signatures, with what stands around it. */
export function statementsOf(
  tree: Provision,
  grammar: Grammar,
  grammarOf: GrammarOf = () => grammar,
): Statement[] {
  const reader = new Reader(grammar, grammarOf);
  reader.read(tree, {
    under: [],
    service: tree.service ?? 0,
    channels: [],
    lead: undefined,
    before: undefined,
  });
  return reader.finish();
}

/** By which grammar the own words of a provision are read. */
export type GrammarOf = (provision: Provision) => Grammar;

/** What a provision inherits from those around it. */
interface Setting {
  readonly under: readonly Sentence[];
  readonly service: number;
  readonly lead: Statement | undefined;
  readonly before: Statement | undefined;
  readonly topic?: RowTopic;
  readonly cell?: CellPlace;
  readonly channels: readonly Channel[];
}

/** What reading one provision leaves behind for the next. */
interface Trace {
  readonly channels: readonly Channel[];
  readonly last?: Statement;
  /** A heading that runs on into what it heads, and heads what comes behind it too. */
  readonly heading?: Statement;
}

type Draft = { -readonly [Key in keyof Statement]: Statement[Key] };

class Reader {
  readonly statements: Draft[] = [];
  /** Last statement of each list, by the statement that opened it. */
  private readonly tails = new Map<Statement, Statement>();
  private readonly cells = new Map<Provision, CellPlace>();

  constructor(
    private readonly grammar: Grammar,
    private readonly grammarOf: GrammarOf,
  ) {}

  read(node: Provision, outer: Setting): Trace {
    if (SILENT.has(node.type) || node.table === "contacts") return { channels: outer.channels };
    const setting = this.settingOf(node, outer);
    const own = this.ownWords(node, setting);
    const closed = this.children(node, setting, own);
    return {
      channels: closed.channels,
      ...(closed.last === undefined ? {} : { last: closed.last }),
      ...(own.heading === undefined ? {} : { heading: own.heading }),
    };
  }

  private settingOf(node: Provision, outer: Setting): Setting {
    const titles = [node.title, node.type === "row" ? node.rowLabel : undefined].flatMap((title) =>
      title === undefined ? [] : sentencesOf(title, this.grammar),
    );
    const inner = STARTS_ANEW.has(node.type)
      ? {
          ...outer,
          lead: undefined,
          before: undefined,
          channels: node.type === "row" ? outer.channels : titles.flatMap(waysIn),
        }
      : outer;
    return {
      ...inner,
      under: titles.length === 0 ? outer.under : [...outer.under, ...titles],
      service: node.service ?? outer.service,
      ...(node.topic === undefined ? {} : { topic: node.topic }),
    };
  }

  private ownWords(node: Provision, setting: Setting): Trace {
    let channels = setting.channels;
    let last: Draft | undefined;
    let heading: Draft | undefined;
    let before = setting.before;
    const grammar = this.grammarOf(node);
    for (const sentence of node.passage === undefined ? [] : sentencesOf(node.passage, grammar)) {
      const ways = waysIn(sentence);
      if (
        last?.closing === ":" &&
        sentence.label === undefined &&
        syntaxOf(grammar).caseWords(last) !== undefined
      )
        heading = last;
      const lead =
        last?.closing === ":" && (sentence.label !== undefined || last === heading)
          ? last
          : (last?.lead ?? setting.lead);
      const statement: Draft = {
        passage: sentence.passage,
        start: sentence.start,
        end: sentence.end,
        closing: sentence.closing,
        words: sentence.words,
        marks: sentence.marks,
        provision: node,
        service: setting.service,
        under: setting.under,
        channels: ways.length > 0 ? ways : channels,
        ...(lead === undefined ? {} : { lead }),
        ...(before === undefined ? {} : { before }),
        ...(setting.topic === undefined ? {} : { topic: setting.topic }),
        ...(setting.cell === undefined ? {} : { cell: setting.cell }),
      };
      const isItem = node.type === "item" && sentence.closing !== ":";
      const shows = channels.length === 0 && showsWay(sentence);
      if (ways.length > 0 && (shows || (!isItem && setsWay(sentence)))) channels = ways;
      if (lead !== undefined) this.tails.set(lead, statement);
      this.statements.push(statement);
      if (last?.closing === ";" && sentence.label === undefined) last.goesOn = statement;
      last = statement;
      before = statement;
    }
    return {
      channels,
      ...(last === undefined ? {} : { last }),
      ...(heading === undefined ? {} : { heading }),
    };
  }

  private children(node: Provision, setting: Setting, own: Trace): Trace {
    if (node.table === "process")
      for (const [cell, place] of cellPlaces(node, this.grammar)) this.cells.set(cell, place);
    let { channels, last } = own;
    let listLead = own.last?.closing === ":" ? own.last : setting.lead;
    const outerLead = listLead;
    let itemLead: Statement | undefined;
    for (const [index, child] of (node.children ?? []).entries()) {
      const isParagraph = child.type === "paragraph";
      // `1. Лицензия алу үшін:` heads the items `1)` under it, and ends what the heading before it headed.
      if (headsItems(child)) listLead = outerLead;
      const lead =
        isParagraph && endsList(last, itemLead ?? listLead) && !goesOn(child)
          ? undefined
          : isParagraph
            ? (itemLead ?? listLead)
            : listLead;
      const place = this.cells.get(child);
      const inner = {
        ...setting,
        channels,
        lead,
        before: last,
      };
      const trace = this.read(child, place === undefined ? inner : { ...inner, cell: place });
      if (trace.last !== undefined) last = trace.last;
      if (!STARTS_ANEW.has(child.type)) channels = trace.channels;
      if (trace.heading !== undefined && last?.closing !== ":") {
        itemLead = trace.heading;
        continue;
      }
      if (last?.closing !== ":") continue;
      if (headsItems(child) || (isParagraph && isFirst(node.children?.[index + 1])))
        [listLead, itemLead] = [last, undefined];
      else if (isParagraph && itemLead === undefined) listLead = last;
      else itemLead = last;
    }
    return { channels, ...(last === undefined ? {} : { last }) };
  }

  /** Gives every statement the end of its list. */
  finish(): Statement[] {
    for (const statement of this.statements) {
      const tail = statement.lead === undefined ? undefined : this.tails.get(statement.lead);
      if (tail !== undefined && tail !== statement) statement.tail = tail;
    }
    this.tellCases();
    return this.statements;
  }

  /** Marks the openings of lists that are each for a case of its own: several in a row of a table, or in a regulation. */
  private tellCases(): void {
    const groups = new Map<string, { readonly opening: Draft; readonly words: string }[]>();
    for (const opening of this.statements) {
      const mark =
        opening.closing === ":" && this.tails.has(opening)
          ? syntaxOf(this.grammarOf(opening.provision)).caseWords(opening)
          : undefined;
      if (mark === undefined) continue;
      const place = /^.*\/row-[^/]+/.exec(opening.provision.path)?.[0] ?? `service ${opening.service}`;
      groups.set(place, [
        ...(groups.get(place) ?? []),
        { opening, words: wordsBetween(opening, mark.from, mark.to) },
      ]);
    }
    for (const group of groups.values())
      if (new Set(group.map(({ words }) => words)).size > 1)
        for (const { opening } of group) opening.oneOfCases = true;
  }
}

/** Provisions in which nothing said before them about the way of applying holds. */
const STARTS_ANEW: ReadonlySet<string> = new Set([
  "act",
  "regulation",
  "annex",
  "chapter",
  "clause",
  "table",
  "row",
]);

/** An item numbered with a point. */
const headsItems = ({ type, marker }: Provision): boolean =>
  type === "item" && marker !== undefined && marker.text.trim().endsWith(".");

/** The first item of a list: what stands before it heads all of them. */
const isFirst = (next: Provision | undefined): boolean => next?.type === "item" && next.label === "1";

/** A paragraph that begins with a small letter goes on with the list before it, whatever that ended with. */
const goesOn = ({ passage }: Provision): boolean => /^\p{Ll}/u.test(passage?.text ?? "");

/** A list of paragraphs is over once an element of it ends with a full stop. */
const endsList = (last: Statement | undefined, lead: Statement | undefined): boolean =>
  last !== undefined && last !== lead && last.closing === ".";
