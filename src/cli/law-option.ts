import type { LibraryFrom } from "../library/open-library.ts";

/** The option that leaves the general law out, as every command has it. */
export const WITHOUT_LAW = [
  "--without-law",
  "leave out the general law beneath the rulebooks (rules/<country>-law); the result says so",
] as const;

/** What a command's options make of the general law: beneath, unless it is left out. */
export const lawOption = ({
  withoutLaw,
}: {
  readonly withoutLaw?: boolean | undefined;
}): NonNullable<LibraryFrom["law"]> => (withoutLaw === true ? "left-out" : "beneath");
