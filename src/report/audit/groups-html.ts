import type { AuditOutcome } from "../../model/audit.ts";
import type { AuditReport, OutcomeGroup } from "../../model/audit-report.ts";
import { BAR, shareBar } from "./charts.ts";
import { ruleLink } from "./findings-html.ts";
import { anchor, markup, type Markup } from "./markup.ts";
import type { AuditWords } from "./words.ts";
import { termText } from "../amounts.ts";

type By = "byService" | "byProvider" | "byMonth" | "byRule";

/** One way of grouping deadlines: its groups, what each is called, and how its findings are found in findings.csv. */
interface Grouping {
  readonly by: By;
  readonly groups: readonly OutcomeGroup[];
  readonly name: (key: string) => Markup;
  readonly filter: (key: string) => string;
}

function groupings(report: AuditReport, words: AuditWords): Grouping[] {
  const serviceName = (id: string): string => report.services[id]?.[words.language] ?? id;
  const ruleOf = (key: string): AuditReport["rules"][number] | undefined =>
    report.rules.find(({ number }) => String(number) === key);
  return [
    {
      by: "byService",
      groups: report.byService,
      name: (key) => markup`${serviceName(key)} <span class="pale">${key}</span>`,
      filter: (key) => `service = ${key}`,
    },
    {
      by: "byProvider",
      groups: report.byProvider,
      name: (key) => markup`${key === "" ? "–" : key}`,
      filter: (key) => `provider = ${key === "" ? "∅" : key}`,
    },
    {
      by: "byMonth",
      groups: report.byMonth,
      name: (key) => markup`${key === "" ? words.label("noStart") : key}`,
      filter: (key) => `start = ${key === "" ? "∅" : `${key}-…`}`,
    },
    {
      by: "byRule",
      groups: report.byRule,
      name: (key) => {
        const rule = ruleOf(key);
        const term =
          rule?.term == null ? "" : `, ${termText(rule.term.amount, rule.term.unit, words.language)}`;
        return markup`${ruleLink(report, Number(key), words)}${term} <span class="pale">${rule?.service ?? ""}</span>`;
      },
      filter: (key) => `rule = ${ruleOf(key)?.id ?? ""}, version = ${ruleOf(key)?.version ?? "∅"}`,
    },
  ];
}

/** Share in time by service, provider, month and rule: every number leads to its cases. */
export function groupSections(report: AuditReport, words: AuditWords): Markup[] {
  const legend = markup`<p class="pale">${BAR.map((outcome) => markup`<span class="key ${outcome}"></span>${words.outcome(outcome)}`)}</p>`;
  return groupings(report, words).map(
    (grouping) =>
      markup`<section><h2 id="${grouping.by}">${words.label(grouping.by)}</h2>${legend}${groupTable(grouping, words)}</section>`,
  );
}

function groupTable({ by, groups, name }: Grouping, words: AuditWords): Markup {
  const heads = [...BAR.map((outcome) => words.outcome(outcome)), words.label("inTime")].map(
    (text) => markup`<th class="n">${text}</th>`,
  );
  const lines = groups.map((group, index) => {
    const of = (outcome: (typeof BAR)[number]): number => group.counts[outcome] ?? 0;
    const decided = of("met") + of("late") + of("overdue");
    const cells = BAR.map((outcome) => {
      const count = words.number(of(outcome));
      return markup`<td class="n">${of(outcome) > 0 ? markup`<a href="#${behind(by, index, outcome)}">${count}</a>` : count}</td>`;
    });
    return markup`<tr><td>${name(group.key)}</td><td class="bar">${shareBar(group, words)}</td>${cells}<td class="n">${decided === 0 ? "–" : words.number((100 * of("met")) / decided, 1)}</td></tr>
`;
  });
  return markup`<table class="wide"><thead><tr><th></th><th>${words.label("share")}</th>${heads}</tr></thead><tbody>${lines}</tbody></table>`;
}

/** Where the cases of one number are told. */
const behind = (by: By, index: number, outcome: AuditOutcome): string => anchor(by, String(index), outcome);

/** The first cases of every number of the tables, each with its clause and its rows, and where all of them are. */
export function casesBehind(report: AuditReport, words: AuditWords): Markup[] {
  return groupings(report, words).map(({ by, groups, name, filter }) => {
    const lists = groups.flatMap(({ key, counts, first }, index) =>
      BAR.flatMap((outcome) => {
        const [all, shown] = [counts[outcome] ?? 0, first[outcome] ?? []];
        if (all === 0) return [];
        const cases = shown.map(
          (each, place) =>
            markup`${place === 0 ? "" : "; "}${words.caseOf(each)} (${by === "byRule" ? "" : markup`${ruleLink(report, each.rule, words)}: `}${each.rows.join(", ")})`,
        );
        const rest =
          all > shown.length
            ? markup` … <span class="pale">${words.label("allOf")}: <code>${filter(key)}, outcome = ${outcome}</code></span>`
            : markup``;
        return [
          markup`<p id="${behind(by, index, outcome)}"><b>${name(key)} — ${words.outcome(outcome)}: ${words.number(all)}.</b> ${cases}${rest}</p>
`,
        ];
      }),
    );
    return markup`<h3>${words.label(by)}</h3>${lists}`;
  });
}
