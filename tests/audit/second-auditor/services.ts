import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Condition } from "../../../src/model/condition.ts";
import type { Rule } from "../../../src/model/rule.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
export const CALENDARS = path.join(ROOT, "rules/calendars");

/** The decided rulebook of a service. */
export function bookOf(service: string): Rulebook {
  const folder = path.join(ROOT, "rules", service);
  const [file] = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return JSON.parse(readFileSync(path.join(folder, file ?? ""), "utf8")) as Rulebook;
}

/** A service whose cases both auditors judge: its cases begin before `until`, and what runs still is looked at `now`. */
export interface AuditedService {
  readonly service: string;
  readonly until: string;
  readonly now: string;
  /** Whether the log says so where a complaint was satisfied. */
  readonly showsSatisfaction: boolean;
  /** Conditions under which its deadlines are a case's, by turns. */
  readonly whose?: readonly Condition[];
}

/** The book that judges such a service: the decided one, its deadlines with the conditions. */
export function judgingBook({ service, whose }: AuditedService): Rulebook {
  const book = bookOf(service);
  let turn = 0;
  return whose === undefined
    ? book
    : {
        ...book,
        rules: book.rules.map((rule) => {
          const when = rule.kind === "deadline" ? whose[turn++ % whose.length] : undefined;
          return when === undefined ? rule : ({ ...rule, when } as Rule);
        }),
      };
}

/** A service whose terms are of some cases alone: a company's, or of somebody under 18. */
export const IN_CASES: AuditedService = {
  service: "kz-mz-2024-99/1",
  until: "2026-06-01",
  now: "2026-07-01T12:00:00+05:00",
  showsSatisfaction: true,
  whose: [
    { fact: "applicant.personType", operator: "equal", value: "legal-person" },
    { not: { fact: "applicant.age", operator: "lessThan", value: 18 } },
    {
      any: [
        { fact: "applicant.personType", operator: "equal", value: "natural-person" },
        { fact: "applicant.age", operator: "lessThan", value: 18 },
      ],
    },
  ],
};

/** Six services of all five acts: with and without hours, five and six days, all channels, steps, cutoffs, complaints. */
export const SERVICES: readonly AuditedService[] = [
  {
    service: "kz-bqo-2015-200/1",
    until: "2020-04-01",
    now: "2020-05-01T12:00:00+05:00",
    showsSatisfaction: false,
  },
  {
    service: "kz-almaty-2013-3-561/1",
    until: "2025-06-01",
    now: "2025-07-01T12:00:00+05:00",
    showsSatisfaction: false,
  },
  {
    service: "kz-mz-2024-99/1",
    until: "2026-06-01",
    now: "2026-07-01T12:00:00+05:00",
    showsSatisfaction: true,
  },
  {
    service: "kz-mz-2024-99/3",
    until: "2026-06-01",
    now: "2026-07-01T12:00:00+05:00",
    showsSatisfaction: false,
  },
  {
    service: "kz-mz-2020-49/1",
    until: "2025-06-01",
    now: "2025-07-01T12:00:00+05:00",
    showsSatisfaction: false,
  },
  {
    service: "kz-qyzylorda-2015-118/2",
    until: "2020-02-01",
    now: "2020-03-01T12:00:00+05:00",
    showsSatisfaction: false,
  },
];
