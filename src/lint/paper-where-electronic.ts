import type { FormRule } from "../model/rule.ts";
import { byService, citeRule } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { onlyPortal } from "./only-portal.ts";

/** A service that is given on paper as well, though the portal is the only way to it. */
export const paperWhereElectronic: Lint = {
  code: "paper-where-electronic",
  severity: "warning",

  find: (draft) =>
    [...byService(draft.rules).values()].flatMap((rules) => {
      const portal = onlyPortal(rules);
      if (portal === undefined) return [];
      return rules
        .filter((rule): rule is FormRule => rule.kind === "form" && rule.forms.includes("paper"))
        .map((form) => ({ at: citeRule(draft, form), beside: citeRule(draft, portal) }));
    }),

  examples: {
    must: [
      {
        rules: [
          { kind: "channel", channel: "portal" },
          { kind: "form", forms: ["electronic-partial", "paper"] },
        ],
      },
      {
        in: "ru",
        rules: [
          { kind: "channel", channel: "portal" },
          { kind: "form", forms: ["paper"] },
        ],
      },
    ],
    mustNot: [
      {
        rules: [
          { kind: "channel", channel: "portal" },
          { kind: "form", forms: ["electronic-full"] },
        ],
      },
      {
        in: "ru",
        rules: [
          { kind: "channel", channel: "portal" },
          { kind: "channel", channel: "corporation" },
          { kind: "form", forms: ["electronic-partial", "paper"] },
        ],
      },
      { in: "ru", rules: [{ kind: "form", forms: ["paper"] }] },
    ],
  },
};
