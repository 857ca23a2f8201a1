import type { RowTopic } from "../language/structure-words.ts";
import type { PlainReason } from "../model/ledger.ts";
import type { Passage } from "../model/passage.ts";
import type { Provision } from "../structure/provision.ts";

/** A row of a requirements table that some words stand in. */
export interface Row {
  readonly topic: RowTopic | undefined;
  /** Whether anything in the row gave a rule. */
  readonly gave: boolean;
}

/** Some words of a provision, with what their place alone says of them. */
export interface Leaf {
  readonly provision: Provision;
  readonly service: number;
  readonly passage: Passage;
  /** The number printed before the words. */
  readonly marker?: Passage;
  /** Why words of this place hold no rule, whatever they are. */
  readonly silent?: PlainReason;
  readonly row?: Row;
}

interface Setting {
  readonly service: number;
  readonly silent?: PlainReason;
  readonly row?: Row;
  /** Kind of the table that the words stand in. */
  readonly table?: Provision["table"];
}

/** Kinds of provisions whose words are no law, and why. */
const SILENT: Readonly<Partial<Record<Provision["type"], PlainReason>>> = {
  note: "note",
  form: "form",
  signature: "signature",
  heading: "title",
};

/** All words of an act, passage by passage, in the order of its tree. `gave` are the provisions that gave a rule. */
export function leavesOf(tree: Provision, gave: ReadonlySet<Provision>): readonly Leaf[] {
  const leaves: Leaf[] = [];
  visit(tree, { service: tree.service ?? 0 }, gave, leaves);
  return leaves;
}

function visit(provision: Provision, outer: Setting, gave: ReadonlySet<Provision>, leaves: Leaf[]): void {
  const setting = settingOf(provision, outer, gave);
  const { passage, marker, head, title, rowLabel } = provision;
  const { service, silent, row } = setting;
  const own = {
    provision,
    service,
    ...(silent === undefined ? {} : { silent }),
    ...(row === undefined ? {} : { row }),
  };
  const named = [head, title].filter((some) => some !== undefined);
  for (const [index, some] of named.entries())
    leaves.push({ ...own, ...withMarker(index === 0 ? marker : undefined), passage: some, silent: "title" });
  if (rowLabel !== undefined) leaves.push({ ...own, passage: rowLabel, ...labelSilence(setting.row) });
  const markerLeft = named.length === 0 ? marker : undefined;
  if (passage !== undefined) leaves.push({ ...own, ...withMarker(markerLeft), passage });
  else if (markerLeft !== undefined) leaves.push({ ...own, passage: markerLeft, silent: "title" });
  for (const child of provision.children ?? []) visit(child, setting, gave, leaves);
}

const withMarker = (marker: Passage | undefined): Pick<Leaf, "marker"> =>
  marker === undefined ? {} : { marker };

/** A label that tells its row is a title; one that does not is as unread as its row. */
const labelSilence = (row: Row | undefined): Pick<Leaf, "silent"> =>
  row !== undefined && row.topic === undefined ? {} : { silent: "title" };

function settingOf(provision: Provision, outer: Setting, gave: ReadonlySet<Provision>): Setting {
  const silent = outer.silent ?? (provision.table === "contacts" ? "contacts" : SILENT[provision.type]);
  const row =
    provision.type === "row" && provision.rowLabel !== undefined && outer.table === "requirements"
      ? { topic: provision.topic, gave: gaveAny(provision, gave) }
      : outer.row;
  const table = provision.table ?? outer.table;
  return {
    service: provision.service ?? outer.service,
    ...(table === undefined ? {} : { table }),
    ...(silent === undefined ? {} : { silent }),
    ...(row === undefined ? {} : { row }),
  };
}

const gaveAny = (provision: Provision, gave: ReadonlySet<Provision>): boolean =>
  gave.has(provision) || (provision.children ?? []).some((child) => gaveAny(child, gave));
