import type { Language } from "../../model/language.ts";
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import type { Citation } from "../../model/citation.ts";
import type { Finding } from "../../model/finding.ts";
import { lintMessage } from "./wording.ts";
import { sarifLocation, sarifPlace } from "../sarif-location.ts";
import { unreadShareWords } from "../unread-share.ts";
import { citedTwin, locateOf, type LookedAt, type SetAside } from "./text.ts";

/** A lint as code-scanning tools list it: its code, and its page of explanation. */
export interface SarifRule {
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly title: string;
  /** The page of explanation, Markdown. */
  readonly help: string;
}

/** What the texts are called in the report; a twin that was found beside the first is called by its name. */
export interface LintUris {
  readonly file: string;
  readonly twin?: string;
}

/**
 * Findings as SARIF 2.1.0. Columns are UTF-16 units, from 1; of files without lines the place is told in words; set-aside
 * findings are there as suppressed results; how much of the text is unread is a note of the run, and a property of it for programs.
 */
export function lintSarif(
  findings: readonly Finding[],
  setAside: readonly SetAside[],
  rules: readonly SarifRule[],
  looked: LookedAt,
  uris: LintUris,
  language: Language,
  version: string,
): Log {
  const { unread, twin } = looked;
  const index = new Map(rules.map(({ code }, at) => [code, at]));
  const result = (finding: Finding): Result => resultOf(finding, index, looked, uris, language);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "tarmaq lint", version, rules: rules.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        language: language === "en" ? "en-US" : language,
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              {
                level: "note",
                message: { text: unreadShareWords(unread, language) },
                descriptor: { id: "unread" },
              },
            ],
          },
        ],
        properties: { unread, ...(twin === undefined ? {} : { twin: twin.file }) },
        results: [
          ...findings.map(result),
          ...setAside.map(({ finding, reason }) => ({
            ...result(finding),
            suppressions: [{ kind: "external" as const, justification: reason }],
          })),
        ],
      },
    ],
  };
}

const descriptor = ({ code, severity, title, help }: SarifRule): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: title },
  help: { text: help, markdown: help },
  defaultConfiguration: { level: severity },
});

function resultOf(
  finding: Finding,
  index: ReadonlyMap<string, number>,
  looked: LookedAt,
  uris: LintUris,
  language: Language,
): Result {
  const [at, beside] = finding.because ?? [];
  const said = lintMessage(finding, language, looked.twin);
  const message = at === undefined ? said : `${sarifPlace(at, locateOf(at, looked), language)}${said}`;
  const rule = index.get(finding.code);
  return {
    ruleId: finding.code,
    ...(rule === undefined ? {} : { ruleIndex: rule }),
    level: finding.severity,
    message: { text: at === undefined || at.quote === "" ? message : `${message}: «${at.quote}»` },
    locations: at === undefined ? [] : [location(at, looked, uris, language)],
    ...(beside === undefined
      ? {}
      : {
          relatedLocations: [
            {
              ...location(beside, looked, uris, language),
              id: 1,
              message: { text: `${sarifPlace(beside, locateOf(beside, looked), language)}${beside.quote}` },
            },
          ],
        }),
    partialFingerprints: { "quote/v1": fingerprint(finding) },
  };
}

function location(cited: Citation, looked: LookedAt, uris: LintUris, language: Language): Location {
  const twin = citedTwin(cited, looked);
  const uri = twin === undefined ? uris.file : (uris.twin ?? twin.file);
  return sarifLocation(cited, uri, locateOf(cited, looked), language);
}

/** The same finding in a text that was laid out anew: its code and quotes, not its lines. */
function fingerprint({ code, because }: Finding): string {
  const words = (because ?? []).map(
    ({ quote }) =>
      quote
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(" ") ?? "",
  );
  let hash = 0;
  for (const letter of `${code} ${words.join(" | ")}`)
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
