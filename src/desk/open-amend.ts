import { aboutOf } from "../files/read-about.ts";
import { readText } from "../files/read-text.ts";
import { readHead } from "../head/read-head.ts";
import { AMEND_LANGUAGES } from "../language/amend-words.ts";
import { HEAD_WORDS } from "../language/head-words.ts";
import { isRead } from "../language/rule-language.ts";
import { told } from "../model/about.ts";
import type { Amended, NamedAct } from "../model/amendment.ts";
import type { Finding } from "../model/finding.ts";
import { Trouble } from "../model/trouble.ts";
import { against } from "../amend/against.ts";
import { amend, type AmendIn } from "../amend/amend.ts";
import { asMarkdown } from "../amend/as-markdown.ts";
import { resolve } from "node:path";
import { outline, type Outline } from "../reading.ts";
import { outlineAct } from "./read-act.ts";

/** What an act is amended by, and the published text that the result is held against, where there is one. */
export interface AmendPaths {
  readonly act: string;
  readonly amending: string;
  readonly against?: string;
}

/**
 * Amends an act by an amending act. Throws `Trouble` where a text cannot be read, the two are in two languages, or in one
 * whose amendments are not read.
 */
export async function openAmend(
  { act, amending, against: published }: AmendPaths,
  cwd: string,
): Promise<{
  readonly amended: Amended;
  readonly notes: readonly (readonly [string, readonly Finding[]])[];
}> {
  const [received, by] = [await outlineOf(act, cwd), await outlineOf(amending, cwd)];
  const inLanguage = languageOf(received, by);
  const { text, format } = asMarkdown(received.text.source);
  const own = format === received.text.source.format ? received : readAgain(text, received.file);
  const name = nameOf(by, undefined);
  const made = amend(
    own,
    nameOf(received, resolve(cwd, act)),
    { read: by, name: calledAs(name, by) },
    inLanguage,
  );
  const notes: (readonly [string, readonly Finding[]])[] = [
    [received.file, received.findings],
    [by.file, by.findings],
  ];
  const amended = { act: received.file, amending: by.file, text: made.text, format, outcomes: made.outcomes };
  if (published === undefined) return { amended, notes };
  const other = await outlineOf(published, cwd);
  const result = readAgain(made.text, own.file);
  const held = against(result.tree, other.tree, other.file, inLanguage.language.words);
  return { amended: { ...amended, against: held }, notes: [...notes, [other.file, other.findings]] };
}

async function outlineOf(path: string, cwd: string): Promise<Outline> {
  const { name, bytes } = await readText(path, { cwd });
  return await outlineAct(bytes, { file: name }, path);
}

const readAgain = (text: string, file: string): Outline => outline(new TextEncoder().encode(text), { file });

function languageOf(act: Outline, by: Outline): AmendIn {
  const [own, other] = [act.language, by.language];
  if (own === undefined || other === undefined || own.code !== other.code)
    throw new Trouble(`${act.file} is in ${own?.name ?? "?"} and ${by.file} in ${other?.name ?? "?"}`, {
      file: by.file,
      wayOut: "An act is amended by the text of the amending act in its own language.",
    });
  const [language, head] = [AMEND_LANGUAGES[own.code], HEAD_WORDS[own.code]];
  if (language === undefined || head === undefined)
    throw new Trouble(`amendments in ${own.name} are not read`, {
      file: by.file,
      wayOut: `Languages in which they are: ${Object.keys(AMEND_LANGUAGES).join(", ")}.`,
    });
  return { language, head };
}

/** What names an act: what is known of it beside its text, else what its head says. */
function nameOf({ content, tree, language }: Outline, path: string | undefined): NamedAct {
  const about = path === undefined ? undefined : aboutOf(path);
  const words = language === undefined ? undefined : HEAD_WORDS[language.code];
  const head =
    words !== undefined && isRead(language)
      ? readHead({ content, tree, words, grammar: language.grammar })
      : {};
  const number = told(about?.number) ?? head.number?.value;
  const date = told(about?.date) ?? head.date?.value;
  const title = head.title?.value ?? told(about?.title);
  return {
    ...(number !== undefined && { number }),
    ...(date !== undefined && { date }),
    ...(title !== undefined && { title }),
  };
}

/** How an amending act is named where something was taken out: by its number and day, else by its file. */
const calledAs = ({ number, date }: NamedAct, { file }: Outline): string =>
  number === undefined ? file : `№ ${number}${date === undefined ? "" : `, ${date}`}`;
