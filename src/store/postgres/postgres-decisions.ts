import { decisionIn, type ReadDecisions } from "../../files/decisions-file.ts";
import { canonicalJson } from "../../model/canonical-json.ts";
import type { Decision } from "../../review/decision.ts";
import { Overtaken, type KeptDecisions, type ReviewStore } from "../kept-decisions.ts";
import { Unkept } from "../unkept.ts";
import { LASTING, type Database } from "./database.ts";

/** Two have said the same place: PostgreSQL's name for it. */
const TAKEN = "23505";
const READ = "select entry from tarmaq.review_decisions where regulation = $1 order by position";
const ANY =
  "select exists (select from tarmaq.review_decisions where left(regulation, length($1)) = $1) as any";
const ADDED = `with ${LASTING} insert into tarmaq.review_decisions (entry)
  select entry from lasting, unnest($1::text[]) with ordinality as one (entry, place) order by place`;

/** Decisions of reviewers in a database, where those of several servers see each other. */
export const postgresDecisions = (database: Database): ReviewStore => ({
  of: (regulation, own) => decisionsOf(database, regulation, own),
  async hasAny(act) {
    const [found] = await database.rows<{ any: boolean }>(ANY, [`${act}/`]);
    return found?.any === true;
  },
});

const decisionsOf = (database: Database, regulation: string, own: KeptDecisions): KeptDecisions => {
  const place = `${regulation} in the store`;
  const stored = async (): Promise<readonly Decision[]> => {
    const rows = await database.rows<{ entry: string }>(READ, [regulation]);
    return rows.map(({ entry }, index) =>
      decisionIn((JSON.parse(entry) as { decision: unknown }).decision, place, index + 1),
    );
  };
  /** What the store has; while it has nothing, what its files have. */
  const read = async (): Promise<ReadDecisions> => {
    const decisions = await stored();
    return decisions.length > 0 ? { decisions, torn: [] } : await own.read();
  };
  return {
    place,
    read,
    isThere: async () => (await stored()).length > 0 || (await own.isThere()),
    async append(decisions, seen) {
      const before = await stored();
      const beginning = before.length > 0 ? [] : (await own.read()).decisions;
      if (before.length + beginning.length !== seen) throw new Overtaken();
      const entries = [...beginning, ...decisions].map((decision, index) =>
        canonicalJson({ decision, position: before.length + index + 1, regulation }),
      );
      try {
        await database.rows(ADDED, [entries]);
      } catch (error) {
        if (error instanceof Unkept && error.reason === TAKEN) throw new Overtaken();
        throw error;
      }
    },
  };
};
