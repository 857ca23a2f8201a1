import type { DutyRule, Provision, RowDuty } from "../model/law.ts";
import { ofProvision, onItsDays } from "./of-provision.ts";

const ROW_DUTIES: readonly RowDuty[] = ["refused-with-reason", "asks-not-for-what-systems-give"];

/** The duties among provisions that single rows of a log show: no two events that one could be counted between. */
export const rowDuties = (provisions: readonly Provision[]): readonly DutyRule[] =>
  provisions.flatMap((provision) => {
    const duty = provision.kind === "duty" ? ROW_DUTIES.find((each) => each === provision.duty) : undefined;
    return duty === undefined
      ? []
      : [{ ...ofProvision(provision, onItsDays(provision)), kind: "duty" as const, duty }];
  });
