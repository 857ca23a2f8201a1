import type { Language } from "./language.ts";
import type { Verdict } from "./verdict.ts";

/** What a verdict was made of, so that it can be made again. Hashes are SHA-256; nothing personal is in it. */
export interface Receipt {
  readonly engine: { readonly name: "tarmaq"; readonly version: string };
  /** Day by whose version was judged, where it was not that of submission. */
  readonly at?: string;
  /** Of the request, its keys in order. */
  readonly request: string;
  readonly rulebook: {
    readonly id: string;
    readonly version?: string;
    readonly sha256: string;
    /** Absent in receipts of before rulebooks said it. */
    readonly unread?: Verdict["rulebook"]["unread"];
    /** Of the general law that judged beneath it; absent: none did. */
    readonly law?: string;
  };
  readonly calendar?: { readonly id: string; readonly sha256: string };
  /** Of the vocabulary that gives facts their types. */
  readonly vocabulary: string;
  readonly answer: Verdict["verdict"];
  /** Of the verdict's substance: the answer, what it rests on rule by rule, what is missing, and the due times. */
  readonly verdict: string;
  /** The answer as it was handed out; absent in receipts of before they covered the whole of it. */
  readonly told?: Told;
  /** Where the server or the command was given a key. */
  readonly signature?: Signature;
}

/** How a verdict was told, and the hash of all that was (`library/told.ts`). */
export interface Told {
  readonly lang: Language;
  /** `decisive`: reasons with nothing against the request were left out. */
  readonly reasons: "all" | "decisive";
  /** The fewest changes were told as well that would make the request admissible. */
  readonly smallestFix?: true;
  /** Of what the hash is: the answer's canonical JSON. Absent in older receipts, which have it of a canonical JSON of hashes. */
  readonly form?: "canonical";
  readonly sha256: string;
}

/** Of the receipt's canonical JSON without it. */
export interface Signature {
  /** Names the public key: the first 16 hexadecimal digits of the SHA-256 of its DER. */
  readonly key: string;
  /** In base64. */
  readonly ed25519: string;
}
