import { UNKNOWN, type About, type ActStatus } from "../model/about.ts";

/** What a person says of an act, each as it was typed; empty for what is not known. */
export interface AboutTold {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly edition: string;
  readonly body: string;
  readonly registeredNumber: string;
  readonly registeredDate: string;
  readonly state: string;
  readonly repealedBy: string;
  readonly repealedDate: string;
}

/** What cannot be so: in which field, and why. */
export interface AboutFault {
  readonly field: keyof AboutTold;
  readonly code:
    | "noName"
    | "idTaken"
    | "idInUse"
    | "versionTaken"
    | "noDay"
    | "beforeAdoption"
    | "alsoNumber"
    | "alsoDay"
    | "alsoAct"
    | "notRepealed"
    | "noState"
    | "tooLong";
}

const NAME = /^[\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*$/u;
const LONGEST: Readonly<Partial<Record<keyof AboutTold, number>>> = {
  id: 100,
  title: 2000,
  number: 100,
  body: 500,
  registeredNumber: 100,
  repealedBy: 500,
};
const DAYS = ["date", "edition", "registeredDate", "repealedDate"] as const;

/** What is known of an act, as a person says it; all else as before. The first fault where that cannot be. */
export function toldAbout(typed: AboutTold, before: About): About | AboutFault {
  const told = Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [field, String(value).normalize("NFC").trim()]),
  ) as unknown as AboutTold;
  const fault = faultIn(told);
  if (fault !== undefined) return fault;
  const { registeredNumber: number, registeredDate: date } = told;
  return {
    ...before,
    id: told.id,
    title: orUnknown(told.title),
    number: orUnknown(told.number),
    date: orUnknown(told.date),
    edition: orUnknown(told.edition),
    body: orUnknown(told.body),
    registered: number === "" ? UNKNOWN : { number, date },
    status: statusOf(told, before),
  };
}

const orUnknown = (value: string): string => (value === "" ? UNKNOWN : value);

function faultIn(told: AboutTold): AboutFault | undefined {
  if (!NAME.test(told.id)) return { field: "id", code: "noName" };
  for (const [field, longest] of Object.entries(LONGEST) as [keyof AboutTold, number][])
    if (told[field].length > longest) return { field, code: "tooLong" };
  for (const field of DAYS) {
    if (told[field] !== "" && !isDay(told[field])) return { field, code: "noDay" };
    if (told[field] !== "" && told.date !== "" && told[field] < told.date)
      return { field, code: "beforeAdoption" };
  }
  if (told.registeredNumber === "" && told.registeredDate !== "")
    return { field: "registeredNumber", code: "alsoNumber" };
  if (told.registeredNumber !== "" && told.registeredDate === "")
    return { field: "registeredDate", code: "alsoDay" };
  if (!["in-force", "repealed", UNKNOWN].includes(told.state)) return { field: "state", code: "noState" };
  if (told.state !== "repealed" && told.repealedBy !== "") return { field: "state", code: "notRepealed" };
  if (told.repealedBy === "" && told.repealedDate !== "") return { field: "repealedBy", code: "alsoAct" };
  return undefined;
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whoever says what was said before leaves the reason, and the number of the repealing act, as they are. */
function statusOf({ state, repealedBy, repealedDate }: AboutTold, { status }: About): ActStatus {
  if (state !== "repealed")
    return status.state === state
      ? status
      : { state: state === "in-force" ? state : UNKNOWN, why: "A reviewer says so." };
  if (repealedBy === "") return { state: "repealed", by: UNKNOWN };
  const known = status.state === "repealed" && status.by !== UNKNOWN ? status.by : undefined;
  return {
    state: "repealed",
    by: {
      act: repealedBy,
      date: orUnknown(repealedDate),
      ...(known?.act === repealedBy && known.number !== undefined && { number: known.number }),
    },
  };
}
