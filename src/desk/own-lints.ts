import { readOwnLints } from "../files/read-own-lints.ts";
import { draftOf } from "../lint/draft.ts";
import { lintParts, type DraftPart } from "../lint/lint-parts.ts";
import type { Lint } from "../lint/lint.ts";
import { LINTS } from "../lint/lints.ts";
import { PatternFault } from "../lint/own/bounded-pattern.ts";
import type { OwnExample, OwnLintFile, SomeWords } from "../lint/own/own-lint-file.ts";
import { ownLint } from "../lint/own/own-lint.ts";
import type { Rule } from "../model/rule.ts";
import { Trouble } from "../model/trouble.ts";
import { draftsOf } from "./drafts-of.ts";
import { languageOfBook, readAct } from "./read-act.ts";

/** A lint of a user's, ready to run, with the file that it comes from. */
export interface OwnLint {
  readonly file: string;
  readonly lint: Lint;
  readonly explanation: SomeWords;
  readonly examples: OwnLintFile["examples"];
}

/** The lints of a folder. Throws `Trouble` where one is faulty, or has the code of another. */
export function openOwnLints(folder: string): readonly OwnLint[] {
  const codes = new Set(LINTS.map(({ code }) => code));
  return readOwnLints(folder).map(({ file, lint: own }) => {
    if (codes.has(own.code))
      throw new Trouble(`there is a lint ${own.code} already`, {
        file,
        place: "/code",
        wayOut: "Give it a name of its own.",
      });
    codes.add(own.code);
    return { file, lint: ready(own, file), explanation: own.explanation ?? {}, examples: own.examples };
  });
}

function ready(own: OwnLintFile, file: string): Lint {
  try {
    return ownLint(own);
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    throw new Trouble(error.message, {
      file,
      place: "/find/provision",
      wayOut: "Mend the regular expression (syntax of RE2: no look-around, no back-references).",
    });
  }
}

/** An example of a lint that did not come out as it should. */
export interface FailedExample {
  readonly file: string;
  readonly place: string;
  readonly should: "must" | "mustNot";
}

/** Runs the examples of lints. Throws `Trouble` where the text of one cannot be read as an act. */
export async function failedExamples(lints: readonly OwnLint[]): Promise<readonly FailedExample[]> {
  const failed: FailedExample[] = [];
  for (const { file, lint, examples } of lints)
    for (const should of ["must", "mustNot"] as const)
      for (const [index, example] of examples[should].entries()) {
        const place = `/examples/${should}/${index}`;
        const found = lintParts(await draftsIn(example, file, place), [lint]);
        if (found.length > 0 !== (should === "must")) failed.push({ file, place, should });
      }
  return failed;
}

async function draftsIn(
  { text, rules = [] }: OwnExample,
  file: string,
  place: string,
): Promise<readonly DraftPart[]> {
  if (text !== undefined) {
    const bytes = new TextEncoder().encode(text.join("\n"));
    return draftsOf(await readAct(bytes, { file: place }, `${file} ${place}`));
  }
  const whole = rules.map((rule, at) => ({
    id: `rule-${at}`,
    cite: "",
    path: `rule-${at}`,
    ...rule,
  })) as unknown as readonly Rule[];
  return [{ draft: draftOf(place, undefined, whole), grammar: languageOfBook({ rules: whole }).grammar }];
}
