import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { Trouble } from "../model/trouble.ts";
import { readBytes, type Limit } from "./read-bytes.ts";

const LIMIT: Limit = { megabytes: 1, wayOut: "Name a key in PEM." };

/** The Ed25519 key in a file, to sign receipts with. Throws `Trouble`; nothing of the file is in it. */
export const readSigningKey = (file: string): KeyObject =>
  keyIn(file, createPrivateKey, "Make one with: openssl genpkey -algorithm ed25519 -out FILE");

/** The public key in a file, to check signatures with. Throws `Trouble`. */
export const readPublicKey = (file: string): KeyObject =>
  keyIn(file, createPublicKey, "Make it of the key with: openssl pkey -in KEY -pubout -out FILE");

function keyIn(file: string, made: (pem: Buffer) => KeyObject, wayOut: string): KeyObject {
  const bytes = Buffer.from(readBytes(file, LIMIT));
  let key: KeyObject | undefined;
  try {
    key = made(bytes);
  } catch {
    // What the library says of it would be of no use, and might quote it.
  }
  if (key?.asymmetricKeyType === "ed25519") return key;
  throw new Trouble("is no Ed25519 key in PEM", { file, wayOut });
}
