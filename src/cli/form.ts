import type { Language } from "../model/language.ts";
import { type Command, Option } from "commander";
import type { CommandFile, Io } from "./command.ts";
import { languageOption } from "./language.ts";
import { today } from "./today.ts";
import { namedDay } from "../library/named-day.ts";
import { RENDERERS, type Renderer } from "../form/renderer.ts";
import { openLibrary } from "../library/open-library.ts";
import { serviceForms } from "../library/service-form.ts";
import { Trouble } from "../model/trouble.ts";
import { FORM_WORDS } from "../report/form/words.ts";
import { rulebooksAtHand } from "../files/rules-folder.ts";

/** Where a request would be at fault, here an argument is. */
function asAsked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const place = error.at.place === "/submitted" ? "--at" : "<service>";
    throw new Trouble(error.message, { ...error.at, place });
  }
}

interface Options {
  readonly rules?: string[];
  readonly at?: string;
  readonly lang: Language;
  readonly renderer?: Renderer;
}

export const command: CommandFile = {
  configure: (form: Command, io: Io, end): void => {
    form
      .argument("<service>", "id of the service, for example kz-mz-2024-99/1")
      .option(
        "--rules <path...>",
        "rulebooks, or folders of them (default: those Tarmaq brings, and of rules/ here)",
      )
      .option(
        "--at <day>",
        "by the version in force on this day, YYYY-MM-DD (default: today's, or the latest)",
      )
      .addOption(languageOption(io))
      .addOption(
        new Option(
          "--renderer <name>",
          "who shows it: json-schema for all that read JSON Schema 2020-12 whole (default), json-forms or json-editor",
        ).choices(RENDERERS),
      )
      .addHelpText("after", "\nExample: tarmaq form kz-mz-2024-99/1 --lang ru > form.schema.json")
      .action((service: string, { rules, at, lang, renderer }: Options) => {
        const library = openLibrary({ rules: rules ?? rulebooksAtHand(io.cwd), service });
        const day = at === undefined ? undefined : namedDay(at, "--at");
        const volume = asAsked(() => library.volumeFor(service, day, today(io)));
        const form = serviceForms(FORM_WORDS)(volume, lang, renderer);
        io.stdout.write(`${JSON.stringify(form, undefined, 2)}\n`);
        end(0);
      });
  },
};
