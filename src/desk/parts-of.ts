import { CHANGE_WORDS } from "../language/change-words.ts";
import { groupedBy } from "../model/grouped-by.ts";
import { WORST_ACCOUNTS, type Account, type LedgerEntry } from "../model/ledger.ts";
import { lineStarts, linesTouched } from "../model/line-index.ts";
import { joinPassages, sourceSpans, type Passage } from "../model/passage.ts";
import { placeAt, type PlacedSpan } from "../model/source-place.ts";
import type { Provision, ProvisionType } from "../structure/provision.ts";
import type { Part, PartRole, VersionText } from "../diff/text/part.ts";
import type { RuleLanguage } from "../language/rule-language.ts";
import { passagesOf } from "./passages-of.ts";

/** A text as read, as far as its words are compared. */
interface ReadText {
  readonly file: string;
  readonly content: string;
  readonly places: readonly PlacedSpan[];
  readonly tree: Provision;
  readonly ledger: readonly LedgerEntry[];
}

/** All words of a text, ready to be compared. */
export const versionText = (reading: ReadText & { readonly language: RuleLanguage }): VersionText => ({
  parts: partsOf(reading),
  language: {
    grammar: reading.language.grammar,
    words: CHANGE_WORDS[reading.language.code],
    lookAlike: reading.language.lookAlike,
  },
});

/** The words of an act, provision by provision, in the order of the text; a form is one part, however it is laid out. */
function partsOf(text: ReadText): readonly Part[] {
  const maker = new Maker(text);
  maker.visit(text.tree, { service: "0", role: "law", defines: false });
  return maker.parts;
}

interface Setting {
  readonly service: string;
  readonly role: PartRole;
  /** The provision above opens a list of what words mean. */
  readonly defines: boolean;
}

const ASIDE: Readonly<Partial<Record<ProvisionType, PartRole>>> = {
  note: "note",
  signature: "signature",
  heading: "title",
};

class Maker {
  readonly parts: Part[] = [];
  readonly #starts: readonly number[];

  /** What became of the words of each provision, by its path. */
  readonly #entries: ReadonlyMap<string, readonly LedgerEntry[]>;

  constructor(private readonly text: ReadText) {
    this.#starts = lineStarts(text.content);
    this.#entries = groupedBy(text.ledger, ({ path }) => path);
  }

  visit(node: Provision, outer: Setting): void {
    const service = node.service === undefined ? outer.service : `${node.service}`;
    if (node.type === "form") {
      const words = passagesBelow(node);
      if (words.length > 0) this.#add(node, joinPassages(words, "\n"), { ...outer, service, role: "form" });
      return;
    }
    const role = outer.role === "law" ? (ASIDE[node.type] ?? "law") : outer.role;
    const own = { service, role, defines: outer.defines };
    const titles = role === "law" ? { ...own, role: "title" as const } : own;
    for (const words of passagesOf(node)) this.#add(node, words, words === node.passage ? own : titles);
    const [only, ...others] = node.children ?? [];
    if (node.passage === undefined && only?.type === "note" && others.length === 0 && isNumbered(node)) {
      if (only.passage !== undefined) this.#add(node, only.passage, own, true);
      return;
    }
    const defines = this.#isDefinition(node) && node.passage !== undefined;
    for (const child of node.children ?? []) this.visit(child, { ...own, defines });
  }

  #add(node: Provision, words: Passage, setting: Setting, excluded = false): void {
    const spans = sourceSpans(words);
    const [first] = spans;
    if (first === undefined || !/[\p{L}\p{Nd}]/u.test(words.text)) return;
    const { file, places } = this.text;
    const place = placeAt(places, first.start);
    const law = setting.role === "law";
    this.parts.push({
      service: setting.service,
      path: node.path,
      role: setting.role,
      text: words.text,
      side: {
        id: node.path,
        path: node.path,
        cite: node.cite,
        quote: words.text.replace(/\s+/gu, " ").trim(),
        file,
        spans,
        lines: linesTouched(this.#starts, spans),
        ...(place === undefined ? {} : { place }),
        account: setting.role === "law" ? this.#accountOf(node) : "plain",
      },
      ...(law && isNumbered(node) && node.label !== undefined ? { label: node.label } : {}),
      defines: law && (setting.defines || this.#isDefinition(node)),
      excluded,
    });
  }

  /** The provision says what a word means. */
  #isDefinition({ path }: Provision): boolean {
    return (this.#entries.get(path) ?? []).some(({ reason }) => reason === "definition");
  }

  /** What its words gave: unread where any of them are, else a rule where any of them gave one. */
  #accountOf({ path }: Provision): Account {
    const accounts = (this.#entries.get(path) ?? []).map(({ account }) => account);
    return WORST_ACCOUNTS.find((one) => accounts.includes(one)) ?? "plain";
  }
}

const isNumbered = ({ type }: Provision): boolean => type === "clause" || type === "item";

const passagesBelow = (node: Provision): readonly Passage[] => [
  ...passagesOf(node),
  ...(node.children ?? []).flatMap(passagesBelow),
];
