import type { Matter } from "./matter.ts";
import type { PointerProposal } from "./proposal.ts";

export const leftElsewhere = (_: Matter): readonly PointerProposal[] => [];
