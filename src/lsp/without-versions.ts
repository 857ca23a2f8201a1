import { TextDocumentEdit, type CodeAction, type TextEdit } from "vscode-languageserver/node";

/** An action for an editor that knows edits of texts alone; undefined where the action makes a file. */
export function withoutVersions(action: CodeAction): CodeAction | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const change of action.edit?.documentChanges ?? []) {
    if (!TextDocumentEdit.is(change)) return undefined;
    changes[change.textDocument.uri] = change.edits.filter((edit): edit is TextEdit => "newText" in edit);
  }
  return { ...action, edit: { changes } };
}
