import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Receipt } from "../model/receipt.ts";

/** Signs receipts with one key. */
export interface Signer {
  readonly sign: (receipt: Receipt) => Receipt;
}

/** Signs with an Ed25519 key: the canonical JSON of the receipt without its signature. */
export function signerWith(key: KeyObject): Signer {
  const id = keyId(createPublicKey(key));
  return {
    sign: (receipt) => {
      const ed25519 = sign(null, Buffer.from(canonicalJson(unsigned(receipt))), key).toString("base64");
      return { ...receipt, signature: { key: id, ed25519 } };
    },
  };
}

/** How a receipt stands to a public key. */
export type SignatureStanding = "right" | "wrong" | "of-another-key" | "none";

/** Whether a receipt was signed with the key that a public key belongs to, and has not been changed since. */
export function signatureStanding(receipt: Receipt, publicKey: KeyObject): SignatureStanding {
  const { signature } = receipt;
  if (signature === undefined) return "none";
  if (signature.key !== keyId(publicKey)) return "of-another-key";
  const text = Buffer.from(canonicalJson(unsigned(receipt)));
  return verify(null, text, publicKey, Buffer.from(signature.ed25519, "base64")) ? "right" : "wrong";
}

const unsigned = (receipt: Receipt): object => ({ ...receipt, signature: undefined });

const ID_LENGTH = 16;

/** Names a public key: the beginning of the SHA-256 of its DER. */
const keyId = (publicKey: KeyObject): string =>
  createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, ID_LENGTH);
