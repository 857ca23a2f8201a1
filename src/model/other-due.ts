/**
 * Another due time: that of what came after hours that nobody knows, or that of a last day which ends at 24:00 and not at
 * closing, where no clause decides (Civil Code, art. 176(1)). ISO with the zone's offset.
 */
export interface OtherDue {
  readonly why: "last-hour" | "hours-unknown";
  readonly due: string;
}
