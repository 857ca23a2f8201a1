import type { Receipt } from "../model/receipt.ts";
import { readBytes, type Limit } from "./read-bytes.ts";
import { jsonIn, passed, type JsonKind } from "./read-json.ts";

const LIMIT: Limit = { megabytes: 64, wayOut: "Name the receipt of one verdict." };
const RECEIPT: JsonKind<"receipt"> = {
  what: "A receipt, or a verdict from `tarmaq check --format json`,",
  schema: "receipt",
  placeOf: (pointer) => (pointer === "" ? "the receipt" : pointer),
};

/** The receipt in a file, or that of the verdict in it. Throws `Trouble`. */
export function readReceipt(file: string): Receipt {
  const value = jsonIn(readBytes(file, LIMIT), file, RECEIPT);
  const receipt = typeof value === "object" && value !== null && "receipt" in value ? value.receipt : value;
  return passed(receipt, file, RECEIPT);
}
