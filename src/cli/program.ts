import { Command, CommanderError } from "commander";
import type { Language } from "../model/language.ts";
import { message } from "../report/messages/message.ts";
import { helpIn, linesIn } from "./help-in.ts";
import { languageAsked } from "./language.ts";
import type { CommandEntry, Io } from "./command.ts";
import { Trouble } from "../model/trouble.ts";
import about from "../../package.json" with { type: "json" };

/** Runs one of some commands with these arguments and gives its exit status. Loads the one that is asked for. */
export async function runProgram(
  argv: readonly string[],
  io: Io,
  commands: readonly CommandEntry[],
): Promise<number> {
  let language: Language;
  try {
    language = languageAsked(argv, io.env);
  } catch (error) {
    return explain(error, io, "en");
  }
  const program = programIn(language, io);
  let status = 0;
  for (const { name, summary, load } of commands) {
    const command = program.command(name).summary(summary).description(summary);
    command.exitOverride().copyInheritedSettings(program);
    if (argv[0] === name)
      (await load()).configure(command, io, (end) => {
        status = end;
      });
    else command.allowUnknownOption().allowExcessArguments();
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
    return status;
  } catch (error) {
    return explain(error, io, language);
  }
}

/** The program without its commands: what it is, how it prints, and in which language it helps. */
const programIn = (language: Language, io: Io): Command =>
  new Command("tarmaq")
    .description("Reads public-service regulations, turns them into rules with citations, and applies them.")
    .version(about.version, "-V, --version", message("output the version number", language))
    .helpOption("-h, --help", message("display help for command", language))
    .helpCommand("help [command]", message("display help for command", language))
    .configureHelp(helpIn(language))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(linesIn(text, language)),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => {
        write(`${message(text.trimEnd(), language)}\n`);
      },
    });

function explain(error: unknown, io: Io, language: Language): number {
  const told = (text: string): string => message(text, language);
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Trouble) {
    const { file, place, wayOut } = error.at;
    const where = [file, place === undefined ? undefined : told(place)].filter((part) => part !== undefined);
    const head = where.map((part) => `${part}: `).join("");
    io.stderr.write(`tarmaq: ${head}${told(error.message)}\n  ${told(wayOut)}\n`);
    return 2;
  }
  if (isBrokenPipe(error)) return 0;
  const what = error instanceof Error ? error.message : String(error);
  io.stderr.write(
    `tarmaq: ${told(`a fault of ours: ${what}`)}\n  ${told("Please report it, with the command and the file. TARMAQ_TRACE=1 shows where.")}\n`,
  );
  if (io.env["TARMAQ_TRACE"] !== undefined && error instanceof Error)
    io.stderr.write(`${error.stack ?? ""}\n`);
  return 2;
}

const isBrokenPipe = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "EPIPE";
