import type { LintWords } from "../language/lint-words.ts";
import { anyOf } from "./any-of.ts";
import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { phrase } from "./phrase.ts";

/** Who asks for a service where who gives it must stand, or the reverse: `the recipient's schedule`, `the recipient refuses`. */
export const partySlip: Lint = {
  code: "party-slip",
  severity: "warning",

  find: (draft, { lint: words }) => {
    const slips = pattern(words);
    return draft.parts
      .filter(({ aside }) => !aside)
      .flatMap((part) =>
        [...part.words.text.matchAll(slips)].map((match) => ({
          at: citePart(draft, part, match.index, match.index + match[0].length),
        })),
      );
  },

  examples: {
    must: [
      { text: [["row-7", "label: Көрсетілетін қызметті алушының жұмыс кестесі"]] },
      { text: [["clause-9", "көрсетілетін қызметті алушы мемлекеттік қызметті көрсетуден бас тартады"]] },
      {
        in: "ru",
        text: [["clause-9", "Жалоба на решения, действия (бездействие) услугополучателя подается"]],
      },
      { in: "ru", text: [["row-7", "label: График работы услугополучателя"]] },
    ],
    mustNot: [
      { text: [["row-7", "label: Көрсетілетін қызметті берушінің жұмыс кестесі"]] },
      { text: [["clause-9", "көрсетілетін қызметті алушыға мемлекеттік қызметті көрсетуден бас тартады"]] },
      { in: "ru", text: [["clause-9", "Жалоба на решения, действия (бездействие) услугодателя подается"]] },
      {
        in: "ru",
        text: [["clause-9", "услугополучатель отказывается от услуги, услугодатель отказывает в оказании"]],
      },
    ],
  },
};

function pattern(words: LintWords): RegExp {
  const slots = {
    recipient: anyOf(words.recipient),
    provider: anyOf(words.provider),
    "(": "\\(",
    ")": "\\)",
  };
  const any = words.slips.map((slip) => phrase(slip.replaceAll("(", "\\("), slots)).join("|");
  return new RegExp(`(?<!\\p{L})(?:${any})`, "giu");
}
