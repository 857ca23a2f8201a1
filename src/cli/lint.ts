import type { Language } from "../model/language.ts";
import { resolve } from "node:path";
import { Option, type Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { lintParts } from "../lint/lint-parts.ts";
import { LINTS } from "../lint/lints.ts";
import { suppress } from "../lint/suppress.ts";
import { failedExamples, openOwnLints } from "../desk/own-lints.ts";
import { openDraft } from "../desk/open-draft.ts";
import type { TwinAsked } from "../desk/twin-of.ts";
import { ingestNotes } from "../report/ingest-notes.ts";
import { examplesText, ownRule } from "../report/lint/own.ts";
import { lintReport } from "../report/lint/json.ts";
import { lintSarif, type SarifRule } from "../report/lint/sarif.ts";
import { LINT_WORDING } from "../report/lint/wording.ts";
import { lintText } from "../report/lint/text.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { lintPageText } from "../files/lint-page.ts";
import { readSuppressions } from "../files/read-suppressions.ts";
import { Trouble } from "../model/trouble.ts";

interface LintOptions {
  readonly format: "text" | "json" | "sarif";
  readonly lang: Language;
  readonly suppress?: string;
  readonly explain?: string;
  readonly rules?: string;
  readonly testRules?: string;
  /** False where none is wanted; absent: the one that lies beside the file, where there is one. */
  readonly twin?: string | false;
}

const EXAMPLE = `
Examples:
  tarmaq lint corpus/002_b0c7419236df1d07.txt
  tarmaq lint corpus/002_b0c7419236df1d07.txt --format sarif > lint.sarif
  tarmaq lint act-kaz.md --twin act-rus.docx
  tarmaq lint act-kaz.md --rules examples/lints
  tarmaq lint --test-rules examples/lints
  tarmaq lint --explain cutoff-against-closing
Exit status: 0 nothing found, 1 findings, 2 the command could not do its work.`;

export const command: CommandFile = {
  configure: (command: Command, io: Io, end): void => {
    command
      .argument("[file]", "text of an act, or a rulebook")
      .addOption(new Option("--format <format>").choices(["text", "json", "sarif"]).default("text"))
      .addOption(languageOption(io))
      .option("--suppress <file>", "findings that are known and stay (schemas/suppressions.schema.json)")
      .option(
        "--twin <file>",
        "the act in its other language (absent: the one beside it, act-kaz.md and act-rus.md)",
      )
      .option("--no-twin", "hold the text against no other")
      .option("--rules <folder>", "lints of your own beside ours (schemas/own-lint.schema.json)")
      .option("--test-rules <folder>", "run the examples of lints of your own")
      .option("--explain <code>", "what a lint finds, why that matters, and what to do")
      .addHelpText("after", EXAMPLE)
      .action(async (file: string | undefined, options: LintOptions) => {
        if (options.explain !== undefined) {
          io.stdout.write(page(options.explain));
          end(0);
        } else if (options.testRules !== undefined) {
          const lints = openOwnLints(resolve(io.cwd, options.testRules));
          const failed = await failedExamples(lints);
          io.stdout.write(examplesText(lints, failed, options.lang));
          end(failed.length > 0 ? 1 : 0);
        } else if (file === undefined)
          throw new Trouble("no file named", { wayOut: "Name a text or a rulebook, or ask --explain CODE." });
        else end(await run(file, options, io));
      });
  },
};

async function run(path: string, options: LintOptions, io: Io): Promise<number> {
  const { document, drafts, notes, ...opened } = await openDraft(path, io.cwd, askedTwin(options));
  io.stderr.write(ingestNotes(notes, document, options.lang));
  const looked = { ...opened, file: document };
  const own = options.rules === undefined ? [] : openOwnLints(resolve(io.cwd, options.rules));
  const known = options.suppress === undefined ? [] : readSuppressions(resolve(io.cwd, options.suppress));
  const { findings, setAside } = suppress(
    lintParts(drafts, [...LINTS, ...own.map(({ lint }) => lint)]),
    known,
    options.suppress ?? "",
  );
  const { lang, format } = options;
  if (format === "json") {
    const report = lintReport(findings, setAside, looked, lang);
    io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else if (format === "sarif") {
    const sarif = lintSarif(
      findings,
      setAside,
      [...sarifRules(), ...own.map(({ lint, explanation }) => ownRule(lint, explanation, lang))],
      looked,
      { file: path, ...(typeof options.twin === "string" ? { twin: options.twin } : {}) },
      lang,
      packageJson.version,
    );
    io.stdout.write(`${JSON.stringify(sarif, null, 2)}\n`);
  } else io.stdout.write(lintText(findings, setAside, looked, lang));
  return findings.length > 0 ? 1 : 0;
}

function askedTwin({ twin }: LintOptions): TwinAsked {
  if (twin === false) return "none";
  return typeof twin === "string" ? { named: twin } : "beside";
}

/** The page of a lint; throws `Trouble` that lists the codes where there is no such lint. */
function page(code: string): string {
  const name = code.replace(/^lint\//u, "");
  if (!LINTS.some((one) => one.code === name))
    throw new Trouble(`there is no lint ${code}`, {
      wayOut: `Lints: ${LINTS.map((one) => one.code).join(", ")}.`,
    });
  // An installation without documents still lints; the sentence of the finding then has to do.
  return (
    lintPageText(name) ??
    `# ${LINT_WORDING.en.codes[name] ?? name}\n\nThe page docs/lints/${name}.md is not installed here.\n`
  );
}

function sarifRules(): readonly SarifRule[] {
  return LINTS.map(({ code, severity }) => {
    const help = page(code);
    const title = /^# (.+)$/mu.exec(help)?.[1] ?? code;
    return { code: `lint/${code}`, severity, title, help };
  });
}
