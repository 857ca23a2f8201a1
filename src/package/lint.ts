import { openOwnLints } from "../desk/own-lints.ts";
import { openDraft } from "../desk/open-draft.ts";
import { readSuppressions } from "../files/read-suppressions.ts";
import { lintParts } from "../lint/lint-parts.ts";
import { LINTS } from "../lint/lints.ts";
import { suppress } from "../lint/suppress.ts";
import type { Language } from "../model/language.ts";
import { lintReport, type LintReport } from "../report/lint/json.ts";
import { languageNamed } from "./options.ts";
import { attemptLater, type Result } from "./result.ts";
import { handedIn, HERE, type TextSource } from "./text-source.ts";

/** How findings are worded, and which are known. */
export interface LintOptions {
  /** Language of the messages; `en` where nothing is said. */
  readonly lang?: Language;
  /** Path of a list of findings that are known and stay (`schemas/suppressions.schema.json`). */
  readonly suppress?: string;
  /** Folder of lints of your own (`schemas/own-lint.schema.json`), which run beside ours. */
  readonly rules?: string;
  /** The same act in its other language: what the two say otherwise is found as well. None is looked for beside a file. */
  readonly twin?: TextSource;
}

/** Contradictions and drafting faults of an act's text, or of a rulebook; what cannot be read is a fault, not a clean text. */
export const lint = (source: TextSource, options: LintOptions = {}): Promise<Result<LintReport>> =>
  attemptLater("the text", async () => {
    const lang = languageNamed(options.lang ?? "en");
    const asked = options.twin === undefined ? "none" : { named: handedIn(options.twin) };
    const { document, drafts, ...opened } = await openDraft(handedIn(source), HERE, asked);
    const own = options.rules === undefined ? [] : openOwnLints(options.rules).map(({ lint }) => lint);
    const known = options.suppress === undefined ? [] : readSuppressions(options.suppress);
    const { findings, setAside } = suppress(
      lintParts(drafts, [...LINTS, ...own]),
      known,
      options.suppress ?? "",
    );
    return lintReport(findings, setAside, { ...opened, file: document }, lang);
  });
