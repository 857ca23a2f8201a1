import type { Receipt } from "../model/receipt.ts";
import { readBytes, type Limit } from "./read-bytes.ts";
import { jsonIn, passed, type JsonKind } from "./read-json.ts";

const LIMIT: Limit = { megabytes: 64, wayOut: "Name the receipt of one verdict." };
const RECEIPT: JsonKind<"receipt"> = {
  what: "A receipt, or a verdict from `tarmaq check --format json`,",
  schema: "receipt",
  placeOf: (pointer) => (pointer === "" ? "the receipt" : pointer),
};

/** A receipt, and the answer that it came with, as far as the file has it: nobody has looked at that yet. */
export interface ReadReceipt {
  readonly receipt: Receipt;
  readonly answer?: Readonly<Record<string, unknown>>;
}

/** The receipt in a file, or that of the verdict in it. Throws `Trouble`. */
export function readReceipt(file: string): ReadReceipt {
  const value = jsonIn(readBytes(file, LIMIT), file, RECEIPT);
  if (typeof value !== "object" || value === null || !("receipt" in value))
    return { receipt: passed(value, file, RECEIPT) };
  const { receipt, ...answer } = value;
  return { receipt: passed(receipt, file, RECEIPT), answer };
}
