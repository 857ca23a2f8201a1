import { joined, numbers, sql, type Sql } from "../../engine/sql.ts";
import type { Addressee } from "../../model/rule.ts";

/** To whom complaints can be addressed, in the order of their numbers, from 1. */
export const ADDRESSEES: readonly Addressee[] = ["provider", "authorised-body", "other"];
/** The number of an addressee that nobody names. */
export const NO_ADDRESSEE = 0;

/** The number of an addressee; of one that is not known, 0. */
export const addresseeNumber = (addressee: Addressee | undefined): number =>
  addressee === undefined ? NO_ADDRESSEE : ADDRESSEES.indexOf(addressee) + 1;

/** How a mapping says of an event to whom a complaint is addressed by it: `complaint-filed:authorised-body`. */
export const addressedEvent = (event: string, addressee: Addressee): string => `${event}:${addressee}`;

/** The event that files a complaint. */
export const COMPLAINT = "complaint-filed";

/** An event that files a complaint, and to whom. */
export interface Addressed {
  readonly event: number;
  readonly addressee: number;
}

/** The addressee that an event names. */
export function addresseeOf(addressed: readonly Addressed[], event: Sql): Sql {
  const cases = addressed.map(
    ({ event: of, addressee }) => sql`when ${event} in (${numbers([of])}) then ${addressee}`,
  );
  return sql`case ${joined(cases, sql` `)} else ${NO_ADDRESSEE} end`;
}
