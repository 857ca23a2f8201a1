import { Option } from "commander";
import { LANGUAGES, type Language } from "../model/language.ts";
import { Trouble } from "../model/trouble.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Of whom nothing says otherwise. */
const DEFAULT: Language = "en";

/** What POSIX asks, in its order: the first that is set decides, also where it names another language. */
const LOCALE = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

/**
 * The language in which a command speaks where `--lang` does not say: `TARMAQ_LANG`, else that of the locale, else English.
 * Throws `Trouble` where `TARMAQ_LANG` names none of ours.
 */
function languageOf(env: Environment): Language {
  const own = env["TARMAQ_LANG"] ?? "";
  if (own !== "") {
    const known = inLocale(own);
    if (known !== undefined) return known;
    throw new Trouble(`${JSON.stringify(own)} is none of our languages`, {
      place: "TARMAQ_LANG",
      wayOut: `Say one of ${LANGUAGES.join(", ")}.`,
    });
  }
  const locale = LOCALE.map((name) => env[name] ?? "").find((value) => value !== "");
  return inLocale(locale ?? "") ?? DEFAULT;
}

/** The language of help and errors, which are told before options are read: `--lang` where it names one, else the environment's. */
export function languageAsked(argv: readonly string[], env: Environment): Language {
  const at = argv.indexOf("--lang");
  const said = at < 0 ? argv.find((word) => word.startsWith("--lang="))?.slice(7) : argv[at + 1];
  return LANGUAGES.find((one) => one === said) ?? languageOf(env);
}

/** `--lang`, the same for every command. */
export const languageOption = ({ env }: { readonly env: Environment }): Option =>
  new Option("--lang <language>", "language of the words (else of TARMAQ_LANG, or of the environment)")
    .choices([...LANGUAGES])
    .default(languageOf(env));

/** `ru`, `ru_KZ.UTF-8` and `kk-KZ` name languages of ours; `C` and `de_DE` do not. */
const inLocale = (locale: string): Language | undefined =>
  LANGUAGES.find((one) => one === locale.toLowerCase().split(/[_.@-]/u)[0]);
