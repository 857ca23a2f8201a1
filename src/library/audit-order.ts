import type { AuditOrder } from "../audit/plan/plan.ts";
import type { WholeMapping } from "../log/mapping.ts";
import type { LastHour } from "../model/last-hour.ts";
import { Trouble } from "../model/trouble.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { factsOfTerms, withFactsAlone } from "./facts-of-terms.ts";
import type { Library } from "./library.ts";
import { namedPeriod, type PeriodAsked } from "./named-period.ts";
import { booksInZones } from "./zones-of-providers.ts";

/** A log's mapping, where it was read from, and what else an audit has to be told. */
export interface AuditQuestion {
  readonly mapping: WholeMapping;
  /** Names the mapping in what is wrong with it. */
  readonly file: string;
  /** Rules judge that nobody has reviewed. */
  readonly drafts?: boolean | undefined;
  /** Epoch ms. */
  readonly now?: number | undefined;
  /** At which hour a last day ends, where neither a rule nor the law decides. */
  readonly lastHour?: LastHour | undefined;
  /** The days to be judged. */
  readonly period?: PeriodAsked | undefined;
}

/** What rulebooks are counted with: calendars, the general law beneath them, and names of facts. */
export type CountedWith = Pick<Library, "calendars" | "law" | "vocabulary">;

/** What is to be audited by what: the mapping, the rulebooks it asks for, the clock. Throws `Trouble`. */
export const auditOrder = (library: Library, question: AuditQuestion): AuditOrder =>
  orderByBooks(
    library.volumes.map(({ book }) => book),
    library,
    question,
  );

/** The same with rulebooks that stand on no shelf, such as those of two versions that are compared. Throws `Trouble`. */
export function orderByBooks(
  atHand: readonly Rulebook[],
  { calendars, law, vocabulary }: CountedWith,
  { mapping: given, file, drafts, now, lastHour, period }: AuditQuestion,
): AuditOrder {
  const whole = withItsOwnService(given, atHand.length);
  const books = wanted(isOfNoBook(whole) ? [BARE] : atHand, whole, file).map((book) =>
    judging(book, drafts === true),
  );
  const { mapping, unused } = withFactsAlone(whole, factsOfTerms(books));
  return {
    ...booksInZones(books, mapping, file, calendars, law === "left-out" ? undefined : law, vocabulary),
    mapping,
    ...(unused.length === 0 ? {} : { factsUnused: unused }),
    now,
    lastHour,
    period: namedPeriod(period ?? {}, mapping),
    withoutLaw: law === "left-out",
  };
}

/** What a service is called of which nothing is known but the deadlines that its log carries. */
const OF_NO_BOOK = "log";
/** A rulebook without a rule, for a log whose own deadlines alone are held against it. */
const BARE: Rulebook = { id: OF_NO_BOOK, rules: [] };

const isOfNoBook = ({ defaults }: WholeMapping): boolean => defaults?.service === OF_NO_BOOK;

/** A mapping whose log carries deadlines of its own and says nothing of its service: they are judged by no rulebook. */
function withItsOwnService(mapping: WholeMapping, known: number): WholeMapping {
  const { columns, services, defaults } = mapping;
  const carries = columns.due !== undefined || columns.days !== undefined;
  const says = columns.service !== undefined || services !== undefined || defaults?.service !== undefined;
  return carries && !says && known !== 1
    ? { ...mapping, defaults: { ...defaults, service: OF_NO_BOOK } }
    : mapping;
}

/** The services that there are rulebooks for, with their names in every language. */
export function servicesWithRules({ volumes }: Library): { id: string; names: string[] }[] {
  const books = volumes.map(({ book }) => book);
  return [...new Set(books.map(({ id }) => id))].map((id) => ({
    id,
    names: books.flatMap((book) =>
      book.id === id
        ? [
            ...Object.values(book.service?.name ?? {}),
            ...(book.service?.id === undefined ? [] : [book.service.id]),
          ]
        : [],
    ),
  }));
}

/** Only what a person has reviewed judges; drafts have to be asked for, and are counted in what is told. */
function judging(book: Rulebook, drafts: boolean): Rulebook {
  const rules = book.rules.filter(({ review }) => drafts || review?.status !== "draft");
  return { ...book, rules };
}

/** The books of the services that the mapping names; all of them where the log itself says which. */
function wanted(books: readonly Rulebook[], mapping: WholeMapping, file: string): Rulebook[] {
  const known = [
    ...new Set(books.flatMap(({ id, service }) => [id, ...(service?.id === undefined ? [] : [service.id])])),
  ];
  const named = [
    ...Object.values(mapping.services ?? {}),
    ...(mapping.defaults?.service === undefined ? [] : [mapping.defaults.service]),
  ];
  const stranger = named.find((id) => !known.includes(id));
  if (stranger !== undefined)
    throw new Trouble(`there is no rulebook ${JSON.stringify(stranger)}`, {
      file,
      place: mapping.defaults?.service === stranger ? "/defaults/service" : "/services",
      wayOut: `Known are: ${known.slice(0, MOST_NAMED).join(", ")}. Others are named with --rules.`,
    });
  if (mapping.columns.service !== undefined) return [...books];
  const ids = [...new Set(books.map(({ id }) => id))];
  const service = mapping.defaults?.service ?? (ids.length === 1 ? ids[0] : undefined);
  if (service === undefined)
    throw new Trouble("the mapping says nothing of the service, and there are several rulebooks", {
      file,
      wayOut: `Name the column (columns.service) or the one service (defaults.service): ${known.slice(0, MOST_NAMED).join(", ")}.`,
    });
  return books.filter(({ id, service: of }) => id === service || of?.id === service);
}

/** Services that are named where one is to be chosen. */
const MOST_NAMED = 40;
