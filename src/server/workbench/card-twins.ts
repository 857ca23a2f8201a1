import { rulesBeside, twinPlaces } from "../../desk/twin-places.ts";
import type { LedgerEntry } from "../../model/ledger.ts";
import type { Candidate } from "../../model/rule.ts";
import type { CardTwin } from "../../web/views.ts";
import type { CardAct } from "./card-act.ts";

/** What a card is of: a place, and what was read or left unread there. */
export interface CardMatter {
  readonly path: string;
  readonly candidate?: Candidate | undefined;
  readonly entry?: LedgerEntry;
}

/** Looks up what the act's text in its other language has at the place of a card; nothing where that is not at hand. */
export function cardTwins(
  act: Pick<CardAct, "language" | "twin">,
): (matter: CardMatter) => { readonly twin?: CardTwin } {
  const twin = act.twin;
  if (twin === undefined) return () => ({});
  const placeAt = twinPlaces(twin);
  const language = twin.text.language;
  return ({ path, candidate, entry }) => {
    const reading = candidate?.twin;
    const rules = entry === undefined ? [] : rulesBeside(twin, entry);
    const told = { language, own: act.language, ...placeAt(path), rules };
    return { twin: { ...told, ...(reading === undefined ? {} : { reading }) } };
  };
}
