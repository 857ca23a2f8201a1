import { abbreviationDefinedTwice } from "./abbreviation-defined-twice.ts";
import { abbreviationOfItself } from "./abbreviation-of-itself.ts";
import { abbreviationSpellings } from "./abbreviation-spellings.ts";
import { abbreviationUndefined } from "./abbreviation-undefined.ts";
import { abbreviationUnused } from "./abbreviation-unused.ts";
import { actCitedOtherwise } from "./act-cited-otherwise.ts";
import { annexCitedOtherwise } from "./annex-cited-otherwise.ts";
import { annexNumbering } from "./annex-numbering.ts";
import { approvalWithoutAnnex } from "./approval-without-annex.ts";
import { blankDate } from "./blank-date.ts";
import { clauseCitedAsItem } from "./clause-cited-as-item.ts";
import { cutoffAgainstClosing } from "./cutoff-against-closing.ts";
import { cutoffRoundTheClock } from "./cutoff-round-the-clock.ts";
import { cutoffWithoutHours } from "./cutoff-without-hours.ts";
import { deadlineWithoutStart } from "./deadline-without-start.ts";
import { documentNotInTable } from "./document-not-in-table.ts";
import { doubledWord } from "./doubled-word.ts";
import { footnoteMark } from "./footnote-mark.ts";
import { formNumberDiffers } from "./form-number-differs.ts";
import { fullNameAfterAbbreviation } from "./full-name-after-abbreviation.ts";
import { holidaysNotExcluded } from "./holidays-not-excluded.ts";
import { hoursOfAbsentChannel } from "./hours-of-absent-channel.ts";
import { hoursOverlap } from "./hours-overlap.ts";
import { itemMarkDiffers } from "./item-mark-differs.ts";
import { kindWithoutResult, kindWithoutTerm } from "./kind-missing.ts";
import { latinLetters } from "./latin-letters.ts";
import { misspeltTerm } from "./misspelt-term.ts";
import { monthForm } from "./month-form.ts";
import { noticeExceedsTerm } from "./notice-exceeds-term.ts";
import { numberInsideItem } from "./number-inside-item.ts";
import { numberWordsDiffer } from "./number-words-differ.ts";
import { numberingStyle } from "./numbering-style.ts";
import { numbering } from "./numbering.ts";
import { paperWhereElectronic } from "./paper-where-electronic.ts";
import { partySlip } from "./party-slip.ts";
import { referenceInverted } from "./reference-inverted.ts";
import { referenceToMissing } from "./reference-to-missing.ts";
import { refusalNotInTable } from "./refusal-not-in-table.ts";
import { refusalReference } from "./refusal-reference.ts";
import { rowCitedAsClause } from "./row-cited-as-clause.ts";
import { rulesConflict } from "./rules-conflict.ts";
import { saidAndDenied } from "./said-and-denied.ts";
import { schedulesDiffer } from "./schedules-differ.ts";
import { serviceNames } from "./service-names.ts";
import { stampWithoutGenitive } from "./stamp-without-genitive.ts";
import { stepExceedsTerm } from "./step-exceeds-term.ts";
import { stepWithTwoTerms } from "./step-with-two-terms.ts";
import { stepsExceedTerm } from "./steps-exceed-term.ts";
import { termAgainstRollover } from "./term-against-rollover.ts";
import { termsDiffer } from "./terms-differ.ts";
import { TWIN_LINTS } from "./twin-lints.ts";
import { unbalancedMarks } from "./unbalanced-marks.ts";
import { waitingTermMissing } from "./waiting-term-missing.ts";
import { waitingWhereElectronic } from "./waiting-where-electronic.ts";
import type { Lint } from "./lint.ts";

/** Every lint, on by default. To add one is to add a file and a line here. */
export const LINTS: readonly Lint[] = [
  abbreviationDefinedTwice,
  abbreviationOfItself,
  abbreviationSpellings,
  abbreviationUndefined,
  abbreviationUnused,
  actCitedOtherwise,
  annexCitedOtherwise,
  annexNumbering,
  approvalWithoutAnnex,
  blankDate,
  clauseCitedAsItem,
  cutoffAgainstClosing,
  cutoffRoundTheClock,
  cutoffWithoutHours,
  deadlineWithoutStart,
  documentNotInTable,
  doubledWord,
  footnoteMark,
  formNumberDiffers,
  fullNameAfterAbbreviation,
  holidaysNotExcluded,
  hoursOfAbsentChannel,
  hoursOverlap,
  itemMarkDiffers,
  kindWithoutResult,
  kindWithoutTerm,
  latinLetters,
  misspeltTerm,
  monthForm,
  noticeExceedsTerm,
  numberInsideItem,
  numberWordsDiffer,
  numbering,
  numberingStyle,
  paperWhereElectronic,
  partySlip,
  referenceInverted,
  referenceToMissing,
  refusalNotInTable,
  refusalReference,
  rowCitedAsClause,
  rulesConflict,
  saidAndDenied,
  schedulesDiffer,
  serviceNames,
  stampWithoutGenitive,
  stepExceedsTerm,
  stepWithTwoTerms,
  stepsExceedTerm,
  termAgainstRollover,
  termsDiffer,
  unbalancedMarks,
  waitingTermMissing,
  waitingWhereElectronic,
  ...TWIN_LINTS,
];
