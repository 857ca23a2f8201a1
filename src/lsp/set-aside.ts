import type { WorkspaceEdit } from "vscode-languageserver/node";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import type { Suppression } from "../lint/suppress.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import { editorWords } from "../report/editor/wording.ts";

/** So many letters of a quote tell which finding is meant; cut at the end of a word. */
const LONGEST = 160;
const SHORTEST = 3;

/** The list of what is known as it is now; `text` is undefined where there is none yet. */
export interface List {
  readonly file: string;
  readonly text: string | undefined;
  readonly suppressions: readonly Suppression[];
}

/** Puts a finding on the list of what is known and stays; undefined where it has no words to be known by. */
export function setAside(
  { code, because }: Finding,
  { file, text, suppressions }: List,
  language: Language,
): { readonly title: string; readonly edit: WorkspaceEdit } | undefined {
  const quote = shortened((because?.[0]?.quote ?? "").replaceAll(/\s+/gu, " ").trim());
  if (quote.length < SHORTEST) return undefined;
  const added = [
    ...suppressions.map(({ code, quote, reason }) => ({ code, quote, reason })),
    { code, quote, reason: editorWords("reason", language) },
  ];
  const newText = `${JSON.stringify({ suppressions: added }, null, 2)}\n`;
  const { href: uri } = pathToFileURL(file);
  const lines = (text ?? "").split("\n");
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const edits = [{ range: { start: { line: 0, character: 0 }, end }, newText }];
  return {
    title: editorWords("setAside", language, { code, file: basename(file) }),
    edit: {
      documentChanges: [
        ...(text === undefined ? [{ kind: "create" as const, uri, options: { ignoreIfExists: true } }] : []),
        { textDocument: { uri, version: null }, edits },
      ],
    },
  };
}

function shortened(quote: string): string {
  if (quote.length <= LONGEST) return quote;
  const space = quote.lastIndexOf(" ", LONGEST);
  return quote.slice(0, space > 0 ? space : LONGEST);
}
