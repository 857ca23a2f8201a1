import { actField, languageField, lawField, serviceField } from "./head-fields.ts";
import { inForceField } from "./in-force.ts";
import type { Matter } from "./matter.ts";
import type { BookProposals } from "../model/book-proposal.ts";
import { leftElsewhere } from "./not-held.ts";
import { remarksOf } from "./remarks.ts";
import { zoneFields } from "./zone-fields.ts";

/**
 * What the book of a service is proposed to say beside its rules, from the text and from what is known of it. Each proposal
 * has its reasons and its places; nobody is bound by one until a person has taken it over.
 */
export function proposeBook(matter: Matter): BookProposals {
  const law = lawField(matter);
  const fields = [
    languageField(matter),
    serviceField(matter),
    actField(matter),
    inForceField(matter),
    ...zoneFields(matter),
    ...(law === undefined ? [] : [law]),
  ];
  return { fields, notHeld: leftElsewhere(matter), remarks: remarksOf(matter, fields) };
}
