import { Help, type Argument, type Command, type HelpConfiguration, type Option } from "commander";
import type { Language } from "../model/language.ts";
import { message } from "../report/messages/message.ts";

const base = Help.prototype;

/** What commander says of commands, arguments and options, in the reader's language. */
export function helpIn(language: Language): HelpConfiguration {
  const told = (text: string): string => message(text, language);
  const described = (whole: string, own: string): string =>
    told(own) +
    whole.slice(own.length).replace("choices: ", told("choices: ")).replace("default: ", told("default: "));
  return {
    styleTitle: told,
    commandUsage: (command: Command) =>
      base.commandUsage
        .call(new Help(), command)
        .replace("[options]", told("[options]"))
        .replace("[command]", told("[command]")),
    commandDescription: (command: Command) => told(base.commandDescription.call(new Help(), command)),
    subcommandDescription: (command: Command) => told(base.subcommandDescription.call(new Help(), command)),
    optionDescription: (option: Option) =>
      described(base.optionDescription.call(new Help(), option), option.description),
    argumentDescription: (argument: Argument) =>
      described(base.argumentDescription.call(new Help(), argument), argument.description),
  };
}

/** Lines of help that stand below the options: what is a sentence of ours is told in the reader's language. */
export const linesIn = (text: string, language: Language): string =>
  text
    .split("\n")
    .map((line) =>
      line
        .split(/(\s{2,})/)
        .map((part) => message(part, language))
        .join(""),
    )
    .join("\n");
