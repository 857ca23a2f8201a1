import { judgingOn } from "../law/provision-days.ts";
import type { Provision } from "../model/law.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Laws } from "./laws.ts";

/** What of the general law judges beneath a book on a day, `YYYY-MM-DD`; nothing where its country has none. */
export const lawOnDay = (book: Rulebook, laws: Laws, day: string): readonly Provision[] =>
  judgingOn(laws.beneath(book)?.provisions ?? [], day);
