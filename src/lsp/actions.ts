import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../model/language.ts";
import type { LookedAct } from "./looked-act.ts";
import { mendsOf } from "./mends.ts";
import { setAside, type List } from "./set-aside.ts";

/** What can be done about the findings in a range: the mends that are certain first, then setting each aside. */
export function actionsAt(
  range: Range,
  looked: LookedAct,
  shown: readonly Diagnostic[],
  document: TextDocument,
  list: List | undefined,
  language: Language,
): CodeAction[] {
  const here = looked.findings.flatMap((finding, index) => {
    const diagnostic = shown[index];
    return diagnostic !== undefined && meet(diagnostic.range, range) ? [{ finding, diagnostic }] : [];
  });
  const mends = here.flatMap(({ finding, diagnostic }) =>
    mendsOf(finding, looked, document, language).map(({ title, edits }, index) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: index === 0,
      edit: {
        documentChanges: [
          { textDocument: { uri: document.uri, version: document.version }, edits: [...edits] },
        ],
      },
    })),
  );
  const aside = here.flatMap(({ finding, diagnostic }) => {
    const known = list === undefined ? undefined : setAside(finding, list, language);
    return known === undefined
      ? []
      : [{ ...known, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }];
  });
  return [...mends, ...aside];
}

const isBefore = (one: Range["start"], other: Range["start"]): boolean =>
  one.line < other.line || (one.line === other.line && one.character < other.character);

const meet = (one: Range, other: Range): boolean =>
  !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
