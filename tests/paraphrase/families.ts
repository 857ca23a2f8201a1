import { actors } from "./families/actors.ts";
import { andOr } from "./families/and-or.ts";
import { blankAfterTable } from "./families/blank-after-table.ts";
import { cases } from "./families/cases.ts";
import { clauses } from "./families/clauses.ts";
import { fees } from "./families/fees.ts";
import { hoursFamily } from "./families/hours.ts";
import { layout } from "./families/layout.ts";
import { refusals } from "./families/refusals.ts";
import { rowLabels } from "./families/row-labels.ts";
import { stampsAndTitles } from "./families/stamps-and-titles.ts";
import { subjects } from "./families/subjects.ts";
import { standards } from "./families/standards.ts";
import { steps } from "./families/steps.ts";
import { usual } from "./families/usual.ts";
import type { Family } from "./family.ts";

/** Every family of made-up acts, in the order of the report. */
export const FAMILIES: readonly Family[] = [
  usual,
  stampsAndTitles,
  rowLabels,
  blankAfterTable,
  cases,
  refusals,
  subjects,
  hoursFamily,
  andOr,
  fees,
  clauses,
  actors,
  steps,
  standards,
  layout,
];
