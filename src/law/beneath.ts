import type { Law, Provision, Scope } from "../model/law.ts";
import type { LawBeneath, Rulebook } from "../rulebook/rulebook.ts";
import { provisionsOf } from "./provision-days.ts";

/** Which country's law lies beneath a rulebook: the one it names, else that of its calendar; undefined where none does. */
export function lawBeneath({ law, calendar }: Pick<Rulebook, "law" | "calendar">): LawBeneath | undefined {
  if (law === "none") return undefined;
  return law ?? (calendar === undefined ? undefined : { country: calendar });
}

/** What a licence and another permit are beside what they are called: the scopes whose provisions govern them. */
const GOVERNED_BY: Readonly<Record<Scope, readonly Scope[]>> = {
  service: ["service"],
  permit: ["service", "permit"],
  // The grounds of every service are not those of licences (Law on public services, art. 19-1(4)).
  licence: ["permit", "licence"],
};

/** The provisions of a law that govern what lies on it, whatever the day, but for those that are set aside. */
export function provisionsBeneath(
  law: Law,
  { scope = "service", without = [] }: Pick<LawBeneath, "scope" | "without">,
): readonly Provision[] {
  return provisionsOf(law).filter((provision) => {
    const own = "scope" in provision ? provision.scope : undefined;
    return !without.includes(provision.id) && (own === undefined || GOVERNED_BY[scope].includes(own));
  });
}
