import { groupedBy } from "../model/grouped-by.ts";
import { citePart, serviceOf } from "./draft.ts";
import type { Lint } from "./lint.ts";
import { anyOf } from "./any-of.ts";
import { regulationsOf } from "./regulations.ts";

/** A row of hours named after the State corporation, in a service that the corporation has no part in. */
export const hoursOfAbsentChannel: Lint = {
  code: "hours-of-absent-channel",
  severity: "warning",

  find: (draft, { lint: words }) => {
    const corporation = new RegExp(anyOf(words.corporation), "iu");
    const rulesOf = groupedBy(draft.rules, serviceOf);
    return regulationsOf(draft).flatMap(({ service, parts }) => {
      const label = parts.find((part) => part.role === "label" && part.topic === "hours");
      const match = label === undefined ? null : corporation.exec(label.words.text);
      if (label === undefined || match === null) return [];
      const rules = rulesOf.get(service) ?? [];
      const channels = rules.filter(({ kind }) => kind === "channel");
      const has = rules.some(
        (rule) =>
          (rule.kind === "channel" && rule.channel === "corporation") ||
          (rule.kind === "hours" && rule.who === "corporation"),
      );
      const ways = parts.find((part) => part.role === "words" && part.topic === "channels");
      if (has || channels.length === 0 || ways === undefined || corporation.test(ways.words.text)) return [];
      return [{ at: citePart(draft, label), beside: citePart(draft, ways) }];
    });
  },

  examples: {
    must: [
      {
        text: [
          ["service-1/annex-1/table/row-3:channels", "портал арқылы"],
          ["service-1/annex-1/table/row-8:hours", "label: Мемлекеттік корпорацияның жұмыс кестесі"],
        ],
        rules: [{ kind: "channel", channel: "portal" }],
      },
    ],
    mustNot: [{ text: [["service-1/annex-1/table/row-8:hours", "Портал тәулік бойы"]] }],
  },
};
