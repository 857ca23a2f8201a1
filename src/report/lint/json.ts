import type { Span } from "../../model/span.ts";
import type { Language } from "../../model/language.ts";
import type { Finding } from "../../model/finding.ts";
import type { SourcePlace } from "../../model/source-place.ts";
import { citedTwin, locateOf, type LookedAt, type SetAside } from "./text.ts";
import type { UnreadShare } from "../../model/unread-share.ts";
import { lintMessage } from "./wording.ts";

/** Words that a finding is about. */
export interface LintPlace {
  /** The file, where it is the text in the other language. */
  readonly file?: string;
  readonly path: string;
  readonly cite: string;
  readonly quote: string;
  /** In the ingested text, in UTF-16 units; none where a rulebook does not say them. */
  readonly spans: readonly Span[];
  /** Of the first of them in the file, from 1; absent where a rulebook was looked at. */
  readonly line?: number;
  readonly column?: number;
  /** The same in a file that has no lines of its own: a Word document, a web page, a PDF. */
  readonly place?: SourcePlace;
}

/** A drafting fault, or a contradiction: the place, and the one that it stands beside. */
export interface LintFinding {
  /** `lint/<code>`; docs/lints has a page for each. */
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly places: readonly LintPlace[];
}

/** What lints say of a text or a rulebook (schemas/lint.schema.json). */
export interface LintReport {
  /** `candidates`: rules that a machine has read and nobody has reviewed. */
  readonly of: "candidates" | "rules";
  readonly file: string;
  /** How much of the text is unread: what stands there may contradict as well. Of a rulebook, what it says of its regulation. */
  readonly unread: UnreadShare | "unknown";
  /** The text in the other language that it was held against. */
  readonly twin?: string;
  readonly findings: readonly LintFinding[];
  /** Findings that somebody has set aside, and why. */
  readonly setAside: readonly { readonly finding: LintFinding; readonly reason: string }[];
}

/** Findings for programs, worded. */
export function lintReport(
  findings: readonly Finding[],
  setAside: readonly SetAside[],
  looked: LookedAt,
  language: Language,
): LintReport {
  const { of, file, unread, twin } = looked;
  const plain = (finding: Finding): LintFinding => ({
    code: finding.code,
    severity: finding.severity,
    message: lintMessage(finding, language, twin),
    ...(finding.details === undefined ? {} : { details: finding.details }),
    places: (finding.because ?? []).map((cited) => {
      const { path, cite, quote, spans } = cited;
      const [first] = spans;
      const locate = locateOf(cited, looked);
      const other = citedTwin(cited, looked);
      return {
        ...(other === undefined ? {} : { file: other.file }),
        path,
        cite,
        quote,
        spans,
        ...(first === undefined || locate === undefined ? {} : locate(first.start)),
      };
    }),
  });
  return {
    of,
    file,
    unread,
    ...(twin === undefined ? {} : { twin: twin.file }),
    findings: findings.map(plain),
    setAside: setAside.map(({ finding, reason }) => ({ finding: plain(finding), reason })),
  };
}
