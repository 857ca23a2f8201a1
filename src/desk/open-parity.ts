import { textOf, isRulebook, type TextFile } from "../files/read-text.ts";
import { TWIN_WORDS } from "../language/twins.ts";
import type { Finding } from "../model/finding.ts";
import { locator, type Located } from "../model/locator.ts";
import type { HeldTexts } from "../model/held-texts.ts";
import { Trouble } from "../model/trouble.ts";
import { unreadShareOfText } from "../model/unread-share.ts";
import { parity } from "../parity/parity.ts";
import { isOneAct } from "../parity/one-act.ts";
import { pairBlocks } from "../parity/pair-blocks.ts";
import type { ParitySide } from "../parity/side.ts";
import { readOtherwise } from "../twin/read-otherwise.ts";
import { readAct, type ActReading } from "./read-act.ts";

/** Two texts of one law held against each other, and where offsets of each are. */
export interface OpenParity {
  readonly result: HeldTexts;
  readonly locate: Readonly<Record<"first" | "second", (offset: number) => Located>>;
  /** What is to be known of either file beside its text. */
  readonly notes: Readonly<Record<"first" | "second", readonly Finding[]>>;
}

/**
 * Holds two texts of one law, by their paths or as they were handed in, against each other. Throws `Trouble` where one
 * cannot be read, is a rulebook, both are in one language, or they are hardly of
 * one act.
 */
export async function openParity(
  first: string | TextFile,
  second: string | TextFile,
  cwd: string,
): Promise<OpenParity> {
  const [one, other] = [await readingOf(first, cwd), await readingOf(second, cwd)];
  if (one.language.code === other.language.code)
    throw new Trouble(`both texts are in ${one.language.name}`, {
      file: other.file,
      wayOut:
        "Parity holds two languages of one act against each other; two versions of it are compared by `tarmaq diff`.",
    });
  const [here, there] = [sideOf(one), sideOf(other)];
  const pairs = pairBlocks(here, there);
  const result = parity(here, there, pairs);
  if (!isOneAct(result))
    throw new Trouble("these are hardly two texts of one act: next to no provision says the same in both", {
      file: other.file,
      wayOut: "Name the Kazakh and the Russian text of one act.",
    });
  return {
    result: { ...result, readOtherwise: readOtherwise(one.candidates, other.candidates, pairs, result) },
    locate: {
      first: locator(one.content, one.places),
      second: locator(other.content, other.places),
    },
    notes: { first: one.findings, second: other.findings },
  };
}

async function readingOf(source: string | TextFile, cwd: string): Promise<ActReading> {
  const text = await textOf(source, cwd);
  const path = typeof source === "string" ? source : text.name;
  if (isRulebook(text))
    throw new Trouble("this is a rulebook", {
      file: path,
      wayOut: "Name the text of the act in either language.",
    });
  return await readAct(text.bytes, { file: text.name }, path);
}

/** A reading as one side of a comparison of languages. Throws `Trouble` where its language has no words for that. */
export function sideOf({ file, language, tree, ledger }: ActReading): ParitySide {
  const concepts = TWIN_WORDS[language.code];
  if (concepts === undefined)
    throw new Trouble(`${language.name} texts cannot be held against another language`, {
      file,
      wayOut: `Languages known: ${Object.keys(TWIN_WORDS).join(", ")}.`,
    });
  return {
    file,
    language: language.code,
    grammar: language.grammar,
    concepts,
    tree,
    ledger,
    unread: unreadShareOfText(ledger),
  };
}
