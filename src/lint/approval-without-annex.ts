import { citePart } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";
import { regulationsOf } from "./regulations.ts";

/** An act that approves several rules without saying which annex each is in, although they are annexes with numbers. */
export const approvalWithoutAnnex: Lint = {
  code: "approval-without-annex",
  severity: "warning",

  find: (draft, { lint: words }) => {
    const [act, ...regulations] = regulationsOf(draft);
    if (act === undefined || regulations.length < 2) return [];
    const [approves, annex] = [new RegExp(anyOf(words.approve), "iu"), new RegExp(anyOf(words.annex), "iu")];
    const heads = draft.parts.filter(
      (part) => part.role === "head" && part.type === "regulation" && annex.test(part.words.text),
    );
    const last = act.parts.find((part) => approves.test(part.words.text) && !part.aside);
    const [head] = heads;
    if (last === undefined || head === undefined) return [];
    const clause = last.path.split("/")[0] ?? last.path;
    const list = act.parts.filter(
      (part) => !part.aside && (part.path === clause || part.path.startsWith(`${clause}/`)),
    );
    if (list.some((part) => annex.test(part.words.text))) return [];
    return [
      {
        at: citePart(draft, list.find(({ type }) => type === "item") ?? last),
        beside: citePart(draft, head),
      },
    ];
  },

  examples: {
    must: [
      {
        text: [
          ["clause-1", "Мыналар:"],
          ["clause-1/item-1", '"Анықтама беру" қағидалары;'],
          ["clause-1/item-2", '"Талон беру" қағидалары бекітілсін.'],
          ["service-1", "head: бұйрығына 1-қосымша"],
          ["service-2", "head: бұйрығына 2-қосымша"],
        ],
      },
    ],
    mustNot: [
      {
        text: [
          ["clause-1", "Мыналар:"],
          ["clause-1/item-1", 'осы бұйрыққа 1-қосымшаға сәйкес "Анықтама беру" қағидалары;'],
          ["clause-1/item-2", 'осы бұйрыққа 2-қосымшаға сәйкес "Талон беру" қағидалары бекітілсін.'],
          ["service-1", "head: бұйрығына 1-қосымша"],
          ["service-2", "head: бұйрығына 2-қосымша"],
        ],
      },
    ],
  },
};
