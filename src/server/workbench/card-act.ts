import type { ActUnderReview } from "../../desk/act.ts";

/** An act as its cards need it: its text's places, and its text in the other language. */
export type CardAct = Pick<ActUnderReview, "language" | "text"> & {
  /** Who looks at the cards. */
  readonly reviewer?: string | undefined;
  readonly twin?: ActUnderReview["twin"] | undefined;
};
