import type { ParityClass, ParityPoint } from "../model/parity.ts";

/** The graver a class, the earlier it stands; those up to `condition` change what somebody has to do or can be refused for. */
const GRAVEST_FIRST: readonly ParityClass[] = [
  "missing",
  "deadline",
  "bound",
  "refusal",
  "eligibility",
  "modality",
  "denial",
  "hours",
  "fee",
  "reference",
  "condition",
  "document",
  "channel",
  "form",
  "date",
  "number",
  "actor",
  "step",
  "thing",
];
const MAJOR: ReadonlySet<ParityClass> = new Set(
  GRAVEST_FIRST.slice(0, GRAVEST_FIRST.indexOf("condition") + 1),
);

/** The class that a place with several points goes by. */
export const gravest = (points: readonly ParityPoint[]): ParityClass =>
  GRAVEST_FIRST.find((one) => points.some(({ class: of }) => of === one)) ?? "step";

export const weightOf = (points: readonly ParityPoint[]): "major" | "minor" =>
  points.some(({ class: of }) => MAJOR.has(of)) ? "major" : "minor";
