import { draftsOf } from "../desk/drafts-of.ts";
import { readAct, type ActReading } from "../desk/read-act.ts";
import { lintParts, type DraftPart } from "../lint/lint-parts.ts";
import type { Lint } from "../lint/lint.ts";
import { suppress, type Suppression } from "../lint/suppress.ts";
import type { Finding } from "../model/finding.ts";
import { LETTER_FOR_LETTER, type InFile } from "./in-file.ts";
import { inPage } from "./in-page.ts";

/** An act as it stands in the editor: read, looked at by the lints, and tied to the editor's offsets. */
export interface LookedAct {
  readonly reading: ActReading;
  readonly drafts: readonly DraftPart[];
  /** In the order of the text, without those that somebody has set aside. */
  readonly findings: readonly Finding[];
  readonly inFile: InFile;
}

/**
 * Reads the text of an editor as `tarmaq lint` reads the file, and runs lints over it. Throws `Trouble` where it is no act
 * whose rules are read.
 */
export async function lookAt(
  text: string,
  file: string,
  lints: readonly Lint[],
  known: readonly Suppression[],
): Promise<LookedAct> {
  const reading = await readAct(new TextEncoder().encode(text), { file }, file);
  const drafts = draftsOf(reading);
  const { findings } = suppress(lintParts(drafts, lints), known, "");
  const isPage = reading.text.source.format === "html";
  return {
    reading,
    drafts,
    // One list serves several acts: what fits nothing here may fit another.
    findings: findings.filter(({ code }) => code !== "lint/suppression-unused"),
    inFile: isPage ? inPage(text, reading.content) : LETTER_FOR_LETTER,
  };
}
