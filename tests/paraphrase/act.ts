import { framing, owned, type Said } from "./expected.ts";

/** An item of a list, or a further part of a clause: `mark` is `1)`, or none. */
export interface Part {
  readonly mark?: string;
  readonly said: Said;
}

/** A row of a table: each cell is the lines it holds. */
export type TableRow = readonly (readonly Said[])[];

/** What an act consists of, whatever it is written down in. */
export type Block =
  | {
      readonly is: "heading";
      readonly level: 1 | 2 | 3;
      readonly lines: readonly string[];
      readonly mark?: "bold" | "bare";
    }
  | { readonly is: "stamp"; readonly lines: readonly string[] }
  | { readonly is: "signature"; readonly lines: readonly string[] }
  | { readonly is: "note"; readonly text: string }
  | { readonly is: "clause"; readonly number: string; readonly parts: readonly Part[] }
  | { readonly is: "paragraph"; readonly said: Said }
  | { readonly is: "table"; readonly title?: string; readonly rows: readonly TableRow[] }
  | { readonly is: "blank"; readonly lines: readonly string[]; readonly fenced: boolean };

/** A whole act: the order, and the regulations it approves. */
export interface Act {
  readonly order: readonly Block[];
  readonly regulations: readonly (readonly Block[])[];
}

/** Blocks with the number of the service they belong to; 0 is the order. */
export const numbered = (act: Act): (readonly [Block, number])[] => [
  ...act.order.map((block) => [block, 0] as const),
  ...act.regulations.flatMap((blocks, index) => blocks.map((block) => [block, index + 1] as const)),
];

/** The act with all its blocks, or some, as what the family is about. */
export function owning({ order, regulations }: Act, about: (block: Block) => boolean = () => true): Act {
  const own = (block: Block): Block => (about(block) ? withSaid(block, owned) : block);
  return { order: order.map(own), regulations: regulations.map((blocks) => blocks.map(own)) };
}

/** The block as part of the frame. */
export const framingBlock = (block: Block): Block => withSaid(block, framing);

function withSaid(block: Block, change: (said: Said) => Said): Block {
  switch (block.is) {
    case "clause":
      return { ...block, parts: block.parts.map((part) => ({ ...part, said: change(part.said) })) };
    case "paragraph":
      return { ...block, said: change(block.said) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(change))) };
    default:
      return block;
  }
}
