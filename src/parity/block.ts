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

/**
 * The provisions of an act that have words of their own, in the order of the text; notes, forms, signatures and what is left of
 * headings are left out. `annexWords` are the beginnings of words for an annex.
 */
export function blocksOf(
  node: Provision,
  annexWords: readonly string[],
  within: { readonly topic?: RowTopic; readonly type?: ProvisionType } = {},
): readonly Block[] {
  if (ASIDE.has(node.type)) return [];
  const topic = node.topic ?? within.topic;
  const { passage } = node;
  const own: readonly Block[] =
    passage === undefined ||
    passage.text.trim() === "" ||
    isOfHeading(node, within.type, passage.text) ||
    isStamp(passage.text, annexWords)
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
  const inside = { ...(topic === undefined ? {} : { topic }), type: node.type };
  const isForm = isFilledIn(node);
  return [
    ...own,
    ...(node.children ?? []).flatMap((child) =>
      isForm && child.type === "paragraph" ? [] : blocksOf(child, annexWords, inside),
    ),
  ];
}

/** A line to be filled in. */
const BLANK = /__/u;
/** Such lines outside clauses that make what stands beside them a form. */
const LINES_OF_FORM = 2;
const HOLDERS: ReadonlySet<ProvisionType> = new Set(["regulation", "annex", "chapter"]);

const isFilledIn = ({ type, children }: Provision): boolean =>
  HOLDERS.has(type) &&
  (children ?? []).filter((child) => child.type === "paragraph" && BLANK.test(child.passage?.text ?? ""))
    .length >= LINES_OF_FORM;

const CLOSED = /[.;:,!?]\s*$/u;

/** Words right under a chapter that end in no sign: its title, broken over two lines. */
const isOfHeading = ({ type }: Provision, within: ProvisionType | undefined, text: string): boolean =>
  type === "paragraph" && within === "chapter" && !CLOSED.test(text);

const LONGEST_STAMP = 300;

/** What stands over an annex and says whose it is: it begins or ends with the word for one, and is no sentence. */
function isStamp(text: string, annexWords: readonly string[]): boolean {
  if (text.length > LONGEST_STAMP || CLOSED.test(text) || !/\d/u.test(text)) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isAnnex = (word: string | undefined): boolean =>
    word !== undefined && annexWords.some((annex) => word.startsWith(annex));
  return isAnnex(words[0]) || isAnnex(words.at(-1));
}
