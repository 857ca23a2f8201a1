import type { Language } from "../model/language.ts";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { rulesFolder } from "../files/rules-folder.ts";
import { STORE, storeNamed, withReviews } from "./store-option.ts";
import { TWIN, twinPath } from "./twin-option.ts";
import { buildBooks } from "./rules-build.ts";
import { listRules, type ShowOptions, showRules } from "./rules-show.ts";
import { addExport } from "./rules-export.ts";

const EXAMPLES = `
Examples:
  tarmaq rules                                                     every rulebook: version, validity, who reviewed it
  tarmaq rules show kz-mz-2024-99/1 --lang ru                      one rulebook, by kind, with citations
  tarmaq rules show kz-mz-2024-99/1 --html book.html               the same as a page
  tarmaq rules build corpus/002_b0c7419236df1d07.txt --service 1   writes rules/kz-mz-2024-99/1/2024-11-27.json
  tarmaq rules build corpus/*.txt --check                          says which rulebooks are not what their decisions say
`;

export const command: CommandFile = {
  configure(command: Command, io: Io, end) {
    command.addHelpText("after", EXAMPLES);
    shown(
      command
        .command("list", { isDefault: true })
        .description("lists services, versions, validity and review"),
      io,
    ).action((options: ShowOptions) => {
      listRules(options, io);
      end(0);
    });
    shown(command.command("show").description("prints a rulebook as a lawyer would want to read it"), io)
      .argument("<service>", "id of the rulebook or of its service")
      .option("--version <version>", "this version (default: the last)")
      .option("--html <file>", "write it as a page instead")
      .option("--with-law", "also the general law beneath it: each provision, its days and words")
      .action(async (service: string, options: ShowOptions) => {
        await showRules(service, options, io);
        end(0);
      });
    addExport(command, io, end);
    command
      .command("build")
      .description("derives rulebooks from candidates and decisions, and from nothing else")
      .argument("<files...>", "acts whose services have been reviewed")
      .option("--service <number>", "only this service")
      .option("--rules <folder>", "where decisions and rulebooks are kept (default: rules/ here)")
      .option(...STORE)
      .option(...TWIN)
      .option(
        "--check",
        "write nothing; status 1 where a rulebook is not, byte for byte, what its decisions say (how much was unread is told)",
      )
      .addOption(languageOption(io))
      .action(async (files: string[], options: BuildOptions) => {
        const paths = files.map((file) => resolve(io.cwd, file));
        const twin = twinPath(options.twin, paths, io.cwd);
        const status = await withReviews(storeNamed(options, io), (decisions) => {
          const rules = { ...rulesFolder(io.cwd, options.rules), decisions };
          return buildBooks(paths, { ...options, rules, twin }, io);
        });
        end(status);
      });
  },
};

interface BuildOptions {
  readonly service?: string;
  readonly rules?: string;
  readonly twin?: string;
  readonly store?: string;
  readonly check?: true;
  readonly lang: Language;
}

/** The options that `list` and `show` share. */
const shown = (command: Command, io: Io): Command =>
  command
    .option(
      "--rules <path...>",
      "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
    )
    .addOption(languageOption(io))
    .addOption(
      new Option("--format <format>", "form of the output").choices(["text", "json"]).default("text"),
    );
