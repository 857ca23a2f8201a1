import { dotted } from "./dotted.ts";

/** An act as a rulebook knows it; what it does not know is `unknown`. */
export interface ToldAct {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly body: string;
}

/** An act by title, body, date and number; what is not known of it is left out. */
export function actText({ title, body, date, number }: ToldAct): string {
  const told = [body, dotted(date), `№ ${number}`].filter((part) => !part.includes("unknown"));
  return title === "unknown" ? told.join(", ") : `«${title}» (${told.join(", ")})`;
}
