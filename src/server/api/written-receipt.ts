import type { ByteWriter } from "../../model/byte-writer.ts";
import type { Receipt, Told } from "../../model/receipt.ts";
import type { Frame } from "./frame.ts";

/** Writes a receipt as the last member of its answer. Piece by piece: a text put together first would have to be gone through twice. */
export function writeReceipt(receipt: Receipt, told: Told, frame: Frame, to: ByteWriter): void {
  to.bytes(frame.beforeRequest);
  to.ascii(receipt.request);
  to.bytes(frame.beforeAnswer);
  to.ascii(receipt.answer);
  to.ascii('","verdict":"');
  to.ascii(receipt.verdict);
  to.ascii('","told":{"lang":"');
  to.ascii(told.lang);
  to.ascii('","reasons":"');
  to.ascii(told.reasons);
  to.ascii('","form":"canonical","sha256":"');
  to.ascii(told.sha256);
  to.ascii('"}');
  if (receipt.at !== undefined) to.ascii(`,"at":"${receipt.at}"`);
  if (receipt.signature !== undefined) to.ascii(`,"signature":${JSON.stringify(receipt.signature)}`);
  to.ascii("}");
}
