import type { Language } from "../model/language.ts";
import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { Command } from "commander";
import { serviceOf, type ReviewedIn } from "../desk/act.ts";
import { applyRequests } from "../desk/apply-requests.ts";
import { listLines } from "../desk/list-lines.ts";
import { openAct } from "../desk/open-act.ts";
import { decisionsOf, reviewService } from "../desk/review-service.ts";
import { ACTS, actsToOpen, type ActsToOpen } from "./acts-option.ts";
import type { CommandFile, Io } from "./command.ts";
import { message } from "../report/messages/message.ts";
import { languageOption } from "./language.ts";
import { FOUR_EYES, fourEyesOf } from "./four-eyes-option.ts";
import { STORE, storeNamed, withReviews } from "./store-option.ts";
import { TWIN, twinPath } from "./twin-option.ts";
import { rulesFolder, type RulesFolder } from "../files/rules-folder.ts";
import { Trouble } from "../model/trouble.ts";

interface Options {
  readonly service?: string;
  readonly list?: true;
  readonly apply?: string;
  readonly by?: string;
  readonly rules?: string;
  readonly store?: string;
  readonly twin?: string;
  readonly acts?: string;
  readonly fourEyes?: true;
  readonly port: string;
  readonly host: string;
  readonly tokenFile?: string;
  readonly lang: Language;
}

const EXAMPLES = `
Examples:
  tarmaq review                                             the workbench over the acts of acts/ here, and those Tarmaq brings
  tarmaq review corpus/002_b0c7419236df1d07.txt             … over one act
  tarmaq review ACT.txt --service 1 --list                  what there is to decide on, one JSON object a line
  tarmaq review ACT.txt --service 1 --apply REQUESTS.jsonl --by "A. Serik"
                                                            all lines or, where one is wrong, none

A request: {"action":"accept","rule":"…"}  {"action":"edit","rule":"…","fields":{"fromEvent":"submitted"},"why":"…"}
  {"action":"reject","rule":"…","why":"…"}  {"action":"add","words":"…","values":{"kind":"…","path":"…","cite":"…"}}
  {"action":"book","book":{"zone":"Asia/Almaty"}}  {"action":"not-held","notHeld":{…}}  {"action":"undo","undoes":"…"}
  {"action":"dismiss","path":"…","words":"…","reason":"definition","why":"…"}  unread words, as --list gives them, that hold no rule
  {"action":"reopen","path":"…","words":"…","why":"…"}  words that somebody dismissed, to be looked at once more
  {"action":"comment","rule":"…","text":"…"}  {"action":"assign","rule":"…","to":"A. Serik"}  of a rule, of an unread place (path and words) or of the service
  {"action":"four-eyes","asked":true}  a rule judges only once two people have accepted it; lifted by two who say false
  {"action":"settle","rule":"…","decision":"…","why":"…"}  (schemas/decision-request.schema.json)
`;

export const command: CommandFile = {
  configure(command: Command, io: Io, end) {
    command
      .argument(
        "[files...]",
        "acts to review, or folders of them; without any, those of acts/ here and those Tarmaq brings",
      )
      .option("--service <number>", "the service, for --list and --apply")
      .option("--list", "print what there is to decide on and what has been decided")
      .option("--apply <file>", "apply requests from a file, one JSON object a line")
      .option("--by <name>", "who decides (default: your name on this machine)")
      .option("--rules <folder>", "where decisions and rulebooks are kept (default: rules/ here)")
      .option(...STORE)
      .option(...TWIN)
      .option(...ACTS)
      .option(...FOUR_EYES)
      .option("--port <number>", "port of the workbench", "4180")
      .option("--host <address>", "address to listen on; any but loopback needs --token-file", "127.0.0.1")
      .option(
        "--token-file <file>",
        "one reviewer a line: a name, white space, a token of 16 characters or more",
      )
      .addOption(languageOption(io))
      .addHelpText("after", EXAMPLES)
      .action(async (files: string[], options: Options) => {
        const open = actsToOpen(files, io.cwd, options.acts);
        const rules = { ...rulesFolder(io.cwd, options.rules), ...fourEyesOf(options) };
        if (options.list === true || options.apply !== undefined)
          await withReviews(storeNamed(options, io), (decisions) =>
            byFile(open.acts.files, { ...rules, decisions }, options, io),
          );
        else await openWorkbench(open, rules, options, io);
        end(0);
      });
  },
};

/** The server is loaded only where there is something to serve. */
async function openWorkbench(open: ActsToOpen, rules: RulesFolder, options: Options, io: Io): Promise<void> {
  const { host, port, lang, tokenFile } = options;
  // What cannot be read is refused here, before anyone is let in, and not on a page.
  const { files } = open.acts;
  const twin = twinPath(options.twin, files, io.cwd);
  for (const path of files) await openAct(path, rules, twin);
  const { serveWorkbench } = await import("./serve.ts");
  const order = {
    ...open,
    rules,
    store: storeNamed(options, io),
    by: nameOf(options),
    host,
    port: portOf(port),
    lang,
    twin,
  };
  await serveWorkbench(
    tokenFile === undefined ? order : { ...order, tokenFile: resolve(io.cwd, tokenFile) },
    io,
  );
}

async function byFile(paths: readonly string[], rules: ReviewedIn, options: Options, io: Io): Promise<void> {
  const [path, second] = paths;
  if (path === undefined || second !== undefined)
    throw new Trouble("--list and --apply are for one act at a time", { wayOut: "Name one file." });
  const act = await openAct(path, rules, twinPath(options.twin, paths, io.cwd));
  const now = await reviewService(act, serviceOf(act, numberOf(options.service)));
  if (options.apply !== undefined) {
    const file = resolve(io.cwd, options.apply);
    const { made, already } = await applyRequests(file, act, now, nameOf(options), io.now());
    io.stderr.write(
      `${message(`${made} decisions written to ${decisionsOf(now.service).place}, ${already} were so already`, options.lang)}\n`,
    );
  }
  if (options.list === true) {
    const after = await reviewService(act, now.service);
    for (const line of listLines(act, after)) io.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

function numberOf(service: string | undefined): number {
  if (service !== undefined && /^\d{1,4}$/u.test(service)) return Number(service);
  throw new Trouble("--list and --apply need the number of a service", {
    wayOut: "Say --service 1, or --service 0 for the act itself.",
  });
}

const LAST_PORT = 65_535;

function portOf(port: string): number {
  if (/^\d{1,5}$/u.test(port) && Number(port) <= LAST_PORT) return Number(port);
  throw new Trouble(`${JSON.stringify(port)} is no port`, {
    wayOut: `Say a number up to ${LAST_PORT}; 0 takes any that is free.`,
  });
}

const nameOf = (options: Options): string => (options.by?.trim() ?? "") || userInfo().username;
