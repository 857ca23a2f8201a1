import type { Request } from "../check/request.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Unkept } from "./unkept.ts";

/**
 * Receipts of verdicts, and the requests that they are of where the operator wants those kept: only ever added to, each
 * tied to the one before it by its hash (`chain.ts`). Files and PostgreSQL have one each.
 */
export interface DecisionLog {
  /** Resolves once the entry is where a crash does not reach it; rejects with `Unkept` where it is not, and none of it is there. */
  readonly write: (receipt: Receipt, request: Request) => Promise<void>;
  /** Why nothing can be kept at present; asking tries whether it can again. */
  readonly trouble: () => Promise<Unkept | undefined>;
  /** Keeps what was begun, and takes no more. */
  readonly close: () => Promise<void>;
}

/** A decision log at the place where it lies, which whoever opened it has forget. */
export interface LastingLog extends DecisionLog {
  /** Forgets what is older than the retention; rejects where it cannot. */
  readonly forget: () => Promise<void>;
}
