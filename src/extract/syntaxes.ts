import type { Grammar, WordOrder } from "../language/grammar.ts";
import type { Syntax } from "./syntax.ts";
import { verbLast } from "./verb-last/verb-last.ts";
import { verbMiddle } from "./verb-middle/verb-middle.ts";

const SYNTAXES: Readonly<Record<WordOrder, Syntax>> = { "verb-last": verbLast, "verb-middle": verbMiddle };

/** How the sentences of a language are built. */
export const syntaxOf = ({ order }: Pick<Grammar, "order">): Syntax => SYNTAXES[order];
