import type { ProvisionRow, ProvisionTable, TableSection } from "../../model/provision-table.ts";
import type { ServicePair } from "../pair-services.ts";
import type { Version } from "../version.ts";
import { Wording } from "../wording.ts";
import { rowsOf } from "./provision-rows.ts";
import { pairedParts } from "./text-pairs.ts";
import { inTextOrder, type PartUnit } from "./text-order.ts";
import type { PartRole, VersionText } from "./part.ts";

/**
 * Every provision of two texts whose words differ, once, in the order of the text, whether or not any rule was read in it;
 * absent where one of the two is no text.
 */
export function provisionTable(
  pairs: readonly ServicePair[],
  old: Version,
  now: Version,
): ProvisionTable | undefined {
  if (old.text === undefined || now.text === undefined) return undefined;
  const texts = { old: old.text, now: now.text };
  const shown = { old: told(old.text), now: told(now.text) };
  const wording = new Wording(now.text.language.words);
  const units = pairs.flatMap((pair) => unitsOf(pair, shown, wording));
  return { sections: sectionsOf(rowsOf(inTextOrder(units, texts)), pairs) };
}

/** What a comparative table tells of; notes on amendments and signatures are no law. */
const TOLD: ReadonlySet<PartRole> = new Set(["law", "title", "form"]);

const told = (text: VersionText): VersionText => ({
  ...text,
  parts: text.parts.filter(({ role, excluded }) => TOLD.has(role) || excluded),
});

/** The parts of a service that are the same part, and those that only one version has. */
function unitsOf(
  pair: ServicePair,
  { old, now }: { readonly old: VersionText; readonly now: VersionText },
  wording: Wording,
): readonly PartUnit[] {
  if (pair.old === undefined)
    return now.parts
      .filter(({ service }) => service === pair.new?.key)
      .map((part) => ({ service: pair, now: part }));
  if (pair.new === undefined)
    return old.parts
      .filter(({ service }) => service === pair.old?.key)
      .map((part) => ({ service: pair, old: part }));
  const { pairs, removed, added } = pairedParts(old, now, { old: pair.old.key, new: pair.new.key }, wording);
  return [
    ...pairs.map(([before, after]) => ({ service: pair, old: before.part, now: after.part })),
    ...removed.map(({ part }) => ({ service: pair, old: part })),
    ...added.map(({ part }) => ({ service: pair, now: part })),
  ];
}

/** Rows of one service one after another are a section; a service that comes again has another. */
function sectionsOf(
  rows: readonly (ProvisionRow & { readonly service: ServicePair })[],
  pairs: readonly ServicePair[],
): readonly TableSection[] {
  const sections: { readonly of: ServicePair; readonly rows: ProvisionRow[] }[] = [];
  for (const { service, ...row } of rows) {
    const last = sections.at(-1);
    if (last?.of === service) last.rows.push(row);
    else sections.push({ of: service, rows: [row] });
  }
  return sections.map(({ of, rows: own }) => ({
    ...(of.old === undefined ? {} : { old: of.old.name }),
    ...(of.new === undefined ? {} : { new: of.new.name }),
    act: pairs.indexOf(of) === 0,
    rows: own,
  }));
}
