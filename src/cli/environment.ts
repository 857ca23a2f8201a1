import { InvalidArgumentError, type Command, type Option } from "commander";
import { Trouble } from "../model/trouble.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Name of the variable that says the same as an option: `TARMAQ_DECISION_LOG` for `--decision-log`. */
export const variableOf = (option: Option): string =>
  `TARMAQ_${option.attributeName().replace(/\p{Lu}/gu, "_$&")}`.toUpperCase();

/** Read by a command before its options are; it also takes what a locale has. */
const READ_ELSEWHERE = "TARMAQ_LANG";

/**
 * Takes from the environment what the command line does not say, for every option of a command: a list with commas between,
 * a switch as `true` or `false`; an empty variable says nothing. Throws `Trouble` that names the variable whose value an
 * option does not take.
 */
export function takeFromEnvironment(command: Command, env: Environment): void {
  for (const option of command.options) {
    const variable = variableOf(option);
    const text = env[variable]?.trim() ?? "";
    const name = option.attributeName();
    if (text === "" || variable === READ_ELSEWHERE || command.getOptionValueSource(name) === "cli") continue;
    command.setOptionValueWithSource(name, valueOf(option, text, variable), "env");
  }
}

function valueOf(option: Option, text: string, variable: string): unknown {
  if (option.isBoolean() || option.negate) return isOn(text, variable);
  if (!option.variadic) return parsed(option, text, variable, undefined);
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return option.parseArg === undefined
    ? parts
    : parts.reduce<unknown>((before, part) => parsed(option, part, variable, before), undefined);
}

function parsed(option: Option, text: string, variable: string, before: unknown): unknown {
  try {
    return option.parseArg === undefined ? text : option.parseArg(text, before);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new Trouble(error.message, {
      place: variable,
      wayOut: /^[a-z]+:\/\//u.test(text)
        ? "Kubernetes sets variables of this kind for a service of the same name: say enableServiceLinks: false."
        : "Mend the variable of the environment, or leave it out.",
    });
  }
}

const SWITCH: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  1: true,
  false: false,
  no: false,
  off: false,
  0: false,
};

function isOn(text: string, variable: string): boolean {
  const said = SWITCH[text.toLowerCase()];
  if (said === undefined)
    throw new Trouble("is neither true nor false", {
      place: variable,
      wayOut: "Mend the variable of the environment, or leave it out.",
    });
  return said;
}
