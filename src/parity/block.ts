import type { RowTopic } from "../language/structure-words.ts";
import type { Passage } from "../model/passage.ts";
import type { Provision, ProvisionType } from "../structure/provision.ts";

/** The own words of one provision: what is held against its twin. */
export interface Block {
  readonly path: string;
  readonly cite: string;
  readonly type: ProvisionType;
  /** Number as printed: `10`, `2`. */
  readonly label?: string;
  /** What the row is about that the words stand in. */
  readonly topic?: RowTopic;
  readonly words: Passage;
}

/** Kinds of provisions that bind nobody: what stands in them is not compared. */
const ASIDE: ReadonlySet<ProvisionType> = new Set(["note", "form", "signature", "heading"]);

/** The provisions of an act that have words of their own, in the order of the text; notes, forms and signatures are left out. */
export function blocksOf(node: Provision, within?: RowTopic): readonly Block[] {
  if (ASIDE.has(node.type)) return [];
  const topic = node.topic ?? within;
  const { passage } = node;
  const own: readonly Block[] =
    passage === undefined || passage.text.trim() === ""
      ? []
      : [
          {
            path: node.path,
            cite: node.cite,
            type: node.type,
            ...(node.label === undefined ? {} : { label: node.label }),
            ...(topic === undefined ? {} : { topic }),
            words: passage,
          },
        ];
  return [...own, ...(node.children ?? []).flatMap((child) => blocksOf(child, topic))];
}
