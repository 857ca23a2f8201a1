import type { Passage } from "../model/passage.ts";
import type { Provision, ProvisionType } from "./provision.ts";

/** A node while the tree is being built: it does not know its path yet. */
export interface Draft extends Partial<
  Pick<Provision, "label" | "marker" | "head" | "title" | "table" | "topic" | "rowLabel" | "passage">
> {
  readonly type: ProvisionType;
  /** Name in the path, without number or ordinal: `clause`, `annex`, `paragraph`. Empty: the node adds nothing to paths. */
  readonly segment: string;
  readonly children: Draft[];
}

/** A draft of a part: a node named by its type. */
export function draft(type: ProvisionType, fields: Partial<Omit<Draft, "type" | "children">> = {}): Draft {
  return { type, segment: type, children: [], ...fields };
}

/** A leaf of words. */
export const leaf = (type: ProvisionType, passage: Passage, fields: Partial<Draft> = {}): Draft =>
  draft(type, { passage, ...fields });
