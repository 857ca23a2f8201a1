import type { ServicePair } from "../pair-services.ts";
import type { Part, VersionText } from "./part.ts";

/** A part with the part of the other version that it is; one that only one version has stands alone. */
export interface PartUnit {
  readonly service: ServicePair;
  readonly old?: Part;
  readonly now?: Part;
}

/** Parts in the order of the new text; one that it no longer has comes behind what it stood behind in the old one. */
export function inTextOrder(
  units: readonly PartUnit[],
  texts: { readonly old: VersionText; readonly now: VersionText },
): readonly PartUnit[] {
  const place = new Map(texts.now.parts.map((part, at) => [part, at]));
  const unitOf = new Map(
    units.flatMap((unit) => (unit.old === undefined ? [] : [[unit.old, unit] as const])),
  );
  const behind = new Map<PartUnit, number>();
  let last = -1;
  for (const part of texts.old.parts) {
    const unit = unitOf.get(part);
    if (unit === undefined) continue;
    if (unit.now === undefined) behind.set(unit, last);
    else last = place.get(unit.now) ?? last;
  }
  const ranks = new Map(
    units.map((unit) => [
      unit,
      unit.now === undefined ? (behind.get(unit) ?? last) + HALF : (place.get(unit.now) ?? 0),
    ]),
  );
  const oldPlace = new Map(texts.old.parts.map((part, at) => [part, at]));
  const oldRank = ({ old }: PartUnit): number => (old === undefined ? -1 : (oldPlace.get(old) ?? 0));
  return [...units].sort(
    (one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0) || oldRank(one) - oldRank(other),
  );
}

/** Between one place and the next. */
const HALF = 0.5;
