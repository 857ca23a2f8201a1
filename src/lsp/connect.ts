import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serveEditor, type Beginning } from "./session.ts";

/**
 * Serves the editor that has started this process, over standard input and output. The process ends with 0 where the editor
 * has taken leave (`shutdown`, then `exit`), with 1 where it has gone without.
 */
export function serveStdio(beginning: Beginning): void {
  serveEditor(createConnection(ProposedFeatures.all, process.stdin, process.stdout), beginning);
}
