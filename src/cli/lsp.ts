import { Option, type Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { serveStdio } from "../lsp/connect.ts";
import type { Language } from "../model/language.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";

interface LspOptions {
  readonly lang: Language;
  readonly rules?: string;
  readonly suppress?: string;
}

const EXAMPLE = `
An editor starts it and ends it; docs/guide/editor.md says how, for VS Code and Neovim.
Exit status: 0 the editor has taken leave, 1 it has gone without.`;

export const command: CommandFile = {
  configure: (command: Command, io: Io): void => {
    command
      .addOption(languageOption(io))
      .option("--rules <folder>", "lints of your own beside ours (schemas/own-lint.schema.json)")
      .option("--suppress <file>", "findings that are known and stay (schemas/suppressions.schema.json)")
      // What clients add to whatever they start.
      .addOption(new Option("--stdio").hideHelp())
      .addOption(new Option("--clientProcessId <id>").hideHelp())
      .addHelpText("after", EXAMPLE)
      .action(async ({ lang, rules, suppress }: LspOptions) => {
        serveStdio({
          asked: {
            ...(command.getOptionValueSource("lang") === "cli" ? { lang } : {}),
            ...(rules === undefined ? {} : { rules }),
            ...(suppress === undefined ? {} : { suppress }),
          },
          language: lang,
          folder: io.cwd,
          version: packageJson.version,
        });
        await new Promise(() => undefined);
      });
  },
};
