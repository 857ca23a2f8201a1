import { amend } from "../../src/amend/amend.ts";
import { AMEND_LANGUAGES } from "../../src/language/amend-words.ts";
import { HEAD_WORDS } from "../../src/language/head-words.ts";
import type { AmendOutcome, NamedAct } from "../../src/model/amendment.ts";
import { flatten } from "../../src/amend/flat.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { outline, type Outline } from "../../src/reading.ts";

/** An act as far as its tree. */
export const outlined = (text: string, file = "act.md"): Outline =>
  outline(new TextEncoder().encode(text), { file });

/** An act amended by the text of an amending act. */
export function amended(
  act: string,
  order: string,
  named: NamedAct = { number: "9", date: "2020-05-05" },
  file = "act.md",
): { readonly text: string; readonly outcomes: readonly AmendOutcome[] } {
  const [read, by] = [outlined(act, file), outlined(order, "order.md")];
  const code = by.language?.code ?? "en";
  const [language, head] = [AMEND_LANGUAGES[code], HEAD_WORDS[code]];
  if (language === undefined || head === undefined) throw new TypeError(`no amendments in ${code}`);
  return amend(read, named, { read: by, name: "№ 1" }, { language, head });
}

/** What became of each instruction, in a word. */
export const told = (outcomes: readonly AmendOutcome[]): readonly string[] =>
  outcomes.map((one) => (one.is === "not-applied" ? one.because : one.is));

/** A provision's own words, by its path. */
export function provisionText(tree: Provision, path: string): string | undefined {
  let texts = texted.get(tree);
  if (texts === undefined) {
    texts = new Map(flatten(tree).map(({ node }) => [node.path, node.passage?.text]));
    texted.set(tree, texts);
  }
  return texts.get(path);
}

const texted = new WeakMap<Provision, ReadonlyMap<string, string | undefined>>();
