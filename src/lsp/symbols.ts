import { SymbolKind, type DocumentSymbol } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../model/language.ts";
import { sourceSpans } from "../model/passage.ts";
import { lastPart } from "../report/citation.ts";
import type { Provision, ProvisionType } from "../structure/provision.ts";
import type { LookedAct } from "./looked-act.ts";
import { extentOf, ownPassages } from "./provisions.ts";
import { spanInFile } from "./in-file.ts";

const KINDS: Readonly<Partial<Record<ProvisionType, SymbolKind>>> = {
  act: SymbolKind.File,
  regulation: SymbolKind.Module,
  annex: SymbolKind.Package,
  chapter: SymbolKind.Namespace,
  clause: SymbolKind.Function,
  item: SymbolKind.Field,
  table: SymbolKind.Array,
  row: SymbolKind.Struct,
  heading: SymbolKind.String,
  note: SymbolKind.String,
  form: SymbolKind.Object,
  signature: SymbolKind.String,
};

const LONGEST = 80;

/** The tree of an act as the editor's outline; paragraphs and cells are no entries of their own. */
export const symbolsOf = (
  { reading, inFile }: LookedAct,
  document: TextDocument,
  language: Language,
): DocumentSymbol[] => {
  const rangeIn = (start: number, end: number): DocumentSymbol["range"] => {
    const span = spanInFile({ start, end }, inFile);
    return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
  };
  const below = (node: Provision): DocumentSymbol[] =>
    [...(node.children ?? [])].flatMap((child) => symbols(child));
  const symbols = (node: Provision): DocumentSymbol[] => {
    const kind = KINDS[node.type];
    const extent = extentOf(node);
    if (kind === undefined || extent === undefined) return below(node);
    const [first] = ownPassages(node).flatMap((words) => sourceSpans(words));
    const own = first ?? { start: extent.start, end: extent.start };
    return [
      {
        name: nameOf(node, language),
        kind,
        range: rangeIn(extent.start, extent.end),
        selectionRange: rangeIn(own.start, own.end),
        children: below(node),
      },
    ];
  };
  return symbols(reading.tree);
};

/** The number or title of a provision; an entry without a name would be refused by editors. */
function nameOf(node: Provision, language: Language): string {
  const cited = node.cite === "" ? "" : lastPart(node.cite, language);
  const words = (node.title ?? node.rowLabel ?? node.passage)?.text.replaceAll(/\s+/gu, " ").trim() ?? "";
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return cited === words ? short || node.type : [cited, short].filter((part) => part !== "").join(" · ");
}
