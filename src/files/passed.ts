import type { CalendarActs, CalendarYear } from "../calendar/country-calendar.ts";
import type { Request } from "../check/request.ts";
import type { Suppression } from "../lint/suppress.ts";
import type { OwnLintFile } from "../lint/own/own-lint-file.ts";
import type { Mapping } from "../log/mapping.ts";
import type { AuditSummary } from "../model/audit.ts";
import type { SealFile } from "../model/audit-seal.ts";
import type { DueLine } from "../model/due-line.ts";
import type { KitAnswer, KitCase } from "../model/kit.ts";
import type { LawBook } from "../model/law.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Decision } from "../review/decision.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { About } from "../model/about.ts";

/** What a value is once its schema has passed it: the one place where a schema is taken at its word. */
export interface Passed {
  readonly about: About;
  readonly "audit-seal": SealFile;
  readonly "audit-summary": Pick<
    AuditSummary,
    "files" | "period" | "seal" | "rules" | "casesBy" | "durations" | "rulebooks"
  >;
  readonly calendar: CalendarYear;
  readonly calendarActs: CalendarActs;
  readonly decision: Decision;
  readonly dueLine: DueLine;
  readonly "kit-answer": KitAnswer;
  readonly "kit-case": KitCase;
  readonly law: LawBook;
  readonly mapping: Mapping;
  readonly "own-lint": OwnLintFile;
  readonly receipt: Receipt;
  readonly request: Request;
  readonly rulebook: Rulebook;
  readonly suppressions: { readonly suppressions: readonly Suppression[] };
  readonly vocabulary: Vocabulary;
}
