import type { Concept } from "../language/concepts.ts";
import type { ParityPoint } from "../model/parity.ts";
import { said } from "./said.ts";
import type { ConceptSign, Signs } from "./sign.ts";

/**
 * Who is bound: one side names the provider oftener and the applicant more seldom than the other, or lets something go to
 * the one and not to the other. That a party alone is named oftener says nothing: languages leave it out or repeat it.
 */
export function exchangedParties(first: Signs, second: Signs): readonly ParityPoint[] {
  return [
    ...exchanged("applicant", "provider", first, second),
    ...exchanged("to-applicant", "to-provider", first, second),
  ].slice(0, 1);
}

function exchanged(one: Concept, other: Concept, first: Signs, second: Signs): readonly ParityPoint[] {
  const more = (concept: Concept): number => namings(first, concept).length - namings(second, concept).length;
  const [ones, others] = [more(one), more(other)];
  if (ones * others >= 0) return [];
  const [here, there] = ones > 0 ? [one, other] : [other, one];
  const [mine, theirs] = [namings(first, here)[0], namings(second, there)[0]];
  if (mine === undefined || theirs === undefined) return [];
  return [{ class: "bound", first: said(mine), second: said(theirs) }];
}

const namings = ({ concepts }: Signs, concept: Concept): readonly ConceptSign[] =>
  concepts.filter((sign) => sign.concept === concept && !sign.loose);
