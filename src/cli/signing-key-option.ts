import { readSigningKey } from "../files/read-key.ts";
import { signerWith, type Signer } from "../library/sign.ts";

/** Of commands that give receipts. */
export const SIGNING_KEY: readonly [flags: string, description: string] = [
  "--signing-key <file>",
  "sign receipts with this Ed25519 key (PEM), so that replay --public-key can tell whose they are",
];

/** Signs with the key in a file; without one, receipts stay as they are. */
export const signer = (file: string | undefined): Signer =>
  file === undefined ? { sign: (receipt) => receipt } : signerWith(readSigningKey(file));
