import { InvalidArgumentError, type Command } from "commander";
import type { Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";
import { message } from "../report/messages/message.ts";
import type { Head } from "../store/chain.ts";
import type { Verified } from "../store/verified.ts";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { databaseAt, inStore, MOST_DAYS, storeNamed } from "./store-option.ts";
import { wholeNumber } from "./whole-number.ts";

interface Options {
  readonly store?: string;
  readonly decisionLog?: string;
  readonly grant?: string;
  readonly retentionDays?: number;
  readonly noted?: Head;
  readonly lang: Language;
}

const EXAMPLES = `
Examples:
  tarmaq store migrate --store postgres://owner@db/tarmaq --grant tarmaq_app --retention-days 30
  tarmaq store verify --store postgres://tarmaq_app@db/tarmaq
  tarmaq store verify --decision-log /var/lib/tarmaq/decisions --noted 1234:0a1b…
The address can be said by TARMAQ_STORE, the password by PGPASSWORD or a .pgpass file.
`;

export const command: CommandFile = {
  configure(command: Command, io: Io, end) {
    command.addHelpText("after", EXAMPLES);
    command
      .command("migrate")
      .description("makes the tables of a store, or those that are new; as its owner")
      .option("--store <address>", "the PostgreSQL, postgres://USER@HOST/DATABASE (else TARMAQ_STORE)")
      .option("--grant <role>", "a role that servers connect as: it may read and add, and nothing else")
      .option(
        "--retention-days <days>",
        "how long requests are kept; receipts stay",
        wholeNumber(1, MOST_DAYS),
      )
      .addOption(languageOption(io))
      .action(async (options: Options) => {
        await migrated(options, io);
        end(0);
      });
    command
      .command("verify")
      .description("looks through the chain of all entries: whether any was changed, taken out or put in")
      .option("--store <address>", "the PostgreSQL, postgres://USER@HOST/DATABASE (else TARMAQ_STORE)")
      .option("--decision-log <folder>", "a decision log in files instead")
      .option(
        "--noted <number:hash>",
        "an end of the decision log that was noted down: it has to be there still",
        head,
      )
      .addOption(languageOption(io))
      .action(async (options: Options) => {
        end(await verified(options, io));
      });
  },
};

async function migrated(options: Options, io: Io): Promise<void> {
  const database = await databaseAt(addressIn(options, io));
  try {
    const { migrate } = await import("../store/postgres/migrate.ts");
    const taken = await inStore(() => migrate(database, options));
    const lines =
      taken.length === 0 ? ["the store is as it should be"] : taken.map((name) => `taken: ${name}`);
    io.stdout.write(lines.map((line) => `${message(line, options.lang)}\n`).join(""));
  } finally {
    await database.end();
  }
}

async function verified(options: Options, io: Io): Promise<0 | 1> {
  const { noted, lang } = options;
  const chains =
    options.decisionLog === undefined
      ? await inDatabase(options, io)
      : await inFiles(options.decisionLog, noted);
  if (chains.size === 0) io.stdout.write(`${message("there is no entry", lang)}\n`);
  let status: 0 | 1 = 0;
  for (const [name, told] of chains) {
    if (told.broken !== undefined || told.isNotedThere === false) status = 1;
    for (const line of lines(told)) io.stdout.write(`${name}: ${message(line, lang)}\n`);
  }
  return status;
}

async function inFiles(folder: string, noted?: Head): Promise<ReadonlyMap<string, Verified>> {
  const { verifyFiles } = await import("../store/files/verify-files.ts");
  const chains = await verifyFiles(folder, noted);
  return new Map(
    [...chains].map(([writer, told]) => [writer === "" ? "decisions" : `decisions ${writer}`, told]),
  );
}

async function inDatabase(options: Options, io: Io): Promise<ReadonlyMap<string, Verified>> {
  const database = await databaseAt(addressIn(options, io));
  try {
    const { verifyPostgres } = await import("../store/postgres/verify-postgres.ts");
    return await inStore(
      async () =>
        new Map([
          ["decisions", await verifyPostgres(database, "decisions", options.noted)],
          ["review decisions", await verifyPostgres(database, "review_decisions")],
        ]),
    );
  } finally {
    await database.end();
  }
}

function lines({ head, entries, from, broken, isNotedThere }: Verified): string[] {
  const told: string[] = [];
  if (broken === undefined)
    told.push(`the chain of ${entries} entries holds; its end: ${head.number}:${head.hash}`);
  else told.push(`the chain breaks at ${broken.at}, after ${entries} entries: ${WHY[broken.why]}`);
  if (from > 1) told.push(`it begins with entry ${from}: those before were deleted`);
  if (isNotedThere === false)
    told.push("the entry that was noted down is not there: entries were cut off or changed");
  return told;
}

const WHY: Record<NonNullable<Verified["broken"]>["why"], string> = {
  "not-tied": "an entry was taken out, put in, or written by two at once",
  changed: "the entry was changed",
  "request-changed": "the request is not the one that its receipt covers",
  unreadable: "the line is no entry",
};

function addressIn(options: Options, io: Io): string {
  const address = storeNamed(options, io);
  if (address !== undefined) return address;
  throw new Trouble("no store is named", { wayOut: "Name it with --store, or in TARMAQ_STORE." });
}

function head(text: string): Head {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (number !== undefined && hash !== undefined) return { number: Number(number), hash };
  throw new InvalidArgumentError("Expected a number and a hash, as verify prints them.");
}
