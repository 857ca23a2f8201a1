import type { Parity } from "../model/parity.ts";
import type { Provision } from "../structure/provision.ts";

/** An act by its day and number, as notes have them in every language: `05.05.2025 № 353`. */
const AMENDMENT = /(\d{2}\.\d{2}\.\d{4})\s*№\s*(\d[\d\p{L}/-]*)/gu;

/** Acts of amendment that the notes of one text alone name. */
export function amendmentsIn(first: Provision, second: Provision): Parity["amendments"] {
  const [ours, theirs] = [namedIn(first), namedIn(second)];
  return {
    first: [...ours].filter((act) => !theirs.has(act)),
    second: [...theirs].filter((act) => !ours.has(act)),
  };
}

function namedIn(node: Provision): Set<string> {
  const named = new Set<string>();
  if (node.type === "note")
    for (const [, day, number] of (node.passage?.text ?? "").matchAll(AMENDMENT))
      named.add(`${day ?? ""} № ${number ?? ""}`);
  for (const child of node.children ?? []) for (const act of namedIn(child)) named.add(act);
  return named;
}
