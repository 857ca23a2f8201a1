import type { AmendLanguage } from "../language/amend-words.ts";
import type { AmendOutcome, AmendReason, Instruction } from "../model/amendment.ts";
import { insert, insertByAnnex } from "./edit-insert.ts";
import { restate, restateByAnnex, takeOut } from "./edit-whole.ts";
import { editWords } from "./edit-words.ts";
import { Edits } from "./edits.ts";
import { flatten, type Scope } from "./flat.ts";
import { locate } from "./locate.ts";
import { Page } from "./page.ts";
import type { AmendText } from "./paragraphs.ts";
import { joined, lookedThrough, type Amending, type Made, type Site } from "./site.ts";

/** Applies instructions to one act; each speaks of the act as it was before all of them. */
export class Applier {
  readonly #site: Site;
  readonly #edits = new Edits();

  constructor(act: AmendText, amending: Amending, language: AmendLanguage) {
    const page = new Page(act.content, act.text.source.layout);
    this.#site = { act, flats: flatten(act.tree), page, amending, language };
  }

  /** The text with all that has been applied. */
  get text(): string {
    return this.#edits.applied(this.#site.act.content);
  }

  apply(instruction: Instruction): AmendOutcome {
    const made = makeEdits(this.#site, instruction);
    if ("because" in made) return failed(instruction, made.because, made.cites, made.words);
    if (!this.#edits.add(made.edits))
      return failed(
        instruction,
        "already-changed",
        made.places.map(({ cite }) => cite),
      );
    return { instruction, is: "applied", places: made.places };
  }
}

const failed = (
  instruction: Instruction,
  because: AmendReason,
  cites: readonly string[] = [],
  words?: string,
): AmendOutcome => ({
  instruction,
  is: "not-applied",
  because,
  cites,
  ...(words === undefined ? {} : { words }),
});

/** Without a part that it names, such an instruction would be about the whole act. */
const OF_A_PART: ReadonlySet<string> = new Set(["restate", "restate-by-annex", "delete", "repeal"]);

function makeEdits(site: Site, instruction: Instruction): Made {
  const { action, target } = instruction;
  if (action.is === "not-understood" || action.is === "other-language") return { because: "not-understood" };
  if (instruction.unread !== undefined)
    return { because: "address-not-understood", cites: [], words: instruction.unread };
  if (target.length === 0 && OF_A_PART.has(action.is)) return { because: "not-understood" };
  const was = "was" in action ? action.was : undefined;
  const located = locate(target, { ...lookedThrough(site), was });
  if ("because" in located) return located;
  const { scopes } = located;
  const [scope] = scopes;
  if (scope === undefined) return { because: "target-not-found" };
  const [step, of] = [target.at(-1), instruction.number];
  switch (action.is) {
    case "restate":
      return restate(site, scopes, step, action.wordings, of);
    case "restate-by-annex":
      return restateByAnnex(site, scopes, action.annex, of);
    case "insert":
      return insert(site, scope, action, of);
    case "insert-by-annex":
      return insertByAnnex(site, scope, action.annex, of);
    case "delete":
    case "repeal":
      return joined(scopes.map((one) => takeOut(site, one, step, instruction)));
    case "replace-words":
    case "delete-words":
    case "insert-words":
      return changeWords(site, instruction, action, scopes);
  }
}

function changeWords(
  site: Site,
  { number: instruction }: Instruction,
  action: Parameters<typeof editWords>[0],
  scopes: readonly Scope[],
): Made {
  const edited = editWords(action, site.flats, scopes, site.language);
  if ("because" in edited) return edited;
  const of = action.is !== "insert-words" && action.everywhere ? "everywhere" : "words";
  return {
    edits: edited.changes.map(({ start, end, by }) => ({ start, end, by, instruction, of })),
    places: edited.changes.map(({ place }) => place),
  };
}
