import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { pathToFileURL } from "node:url";
import { lintPage } from "../files/lint-page.ts";
import type { Finding } from "../model/finding.ts";
import type { Language } from "../model/language.ts";
import { citation } from "../report/citation.ts";
import { lintMessage } from "../report/lint/wording.ts";
import { editorWords } from "../report/editor/wording.ts";
import type { LookedAct } from "./looked-act.ts";
import type { OwnPage } from "./settings.ts";
import { rangeOf, TOP } from "./ranges.ts";

const SEVERITIES: Readonly<Record<Finding["severity"], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** What an editor shows of our findings is told by this name to be ours. */
const SOURCE = "tarmaq";

/** Findings as an editor shows them, in their order: each with its page and the other place. */
export const diagnosticsOf = (
  looked: LookedAct,
  document: TextDocument,
  pages: ReadonlyMap<string, OwnPage>,
  language: Language,
): readonly Diagnostic[] =>
  looked.findings.map((finding) => diagnosticOf(finding, looked, document, pages, language));

function diagnosticOf(
  finding: Finding,
  { inFile, reading }: LookedAct,
  document: TextDocument,
  pages: ReadonlyMap<string, OwnPage>,
  language: Language,
): Diagnostic {
  const [at, beside] = finding.because ?? [];
  const page = pages.get(finding.code)?.file ?? lintPage(finding.code);
  return {
    range: rangeOf(at?.spans ?? [], inFile, document),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    ...(page === undefined ? {} : { codeDescription: { href: pathToFileURL(page).href } }),
    source: SOURCE,
    message: lintMessage(finding, language),
    ...(beside === undefined || beside.document !== reading.file
      ? {}
      : {
          relatedInformation: [
            {
              location: { uri: document.uri, range: rangeOf(beside.spans, inFile, document) },
              message: `${editorWords("otherPlace", language)}: ${citation(beside.cite, language)}`,
            },
          ],
        }),
  };
}

/** Something to be told of a whole document, at its top. */
export const toldOfAll = (message: string, severity: DiagnosticSeverity): Diagnostic => ({
  range: TOP,
  severity,
  source: SOURCE,
  message,
});
