import { day, type Day } from "../../calendar/day.ts";
import { instantOf, type ZoneTable } from "../../calendar/zone-table.ts";
import { daysOf } from "../../law/provision-days.ts";
import type { Provision, RegistrationProvision } from "../../model/law.ts";
import type { DayRange } from "./calendar-tables.ts";
import { NEVER } from "./measures.ts";
import { planTable, type PlanTable } from "./plan-table.ts";

/** What the law beneath puts off on a day, in the column `put_off`. */
const NOTHING = 0;
const DAYS_OFF = 1;
const HOURS = 2;

/** A provision with its days: what it puts off from when to when, and for how long nobody knows whether it does. */
interface Dated {
  readonly first: number;
  readonly surely: number;
  readonly end: number;
  readonly surelyOver: number;
  readonly puts: number;
}

const dated = (provision: RegistrationProvision): Dated => {
  const { first, surely, end, surelyOver } = daysOf(provision);
  return {
    first: first === undefined ? -NEVER : day(first),
    surely: surely === undefined ? NEVER : day(surely),
    end: end === undefined ? NEVER : day(end),
    surelyOver: surelyOver === undefined ? NEVER : day(surelyOver),
    puts: provision.outside === "hours" ? HOURS : DAYS_OFF,
  };
};

/** What the provisions put off on a day as they judge, and as they do if what is not confirmed is not so. */
function putOffOn(provisions: readonly Dated[], on: Day): readonly [number, number] {
  const most = (of: readonly Dated[]): number => Math.max(NOTHING, ...of.map(({ puts }) => puts));
  const judging = provisions.filter(({ first, end }) => first <= on && on < end);
  const sure = judging.filter(({ surely }) => surely <= on);
  if (sure.length === judging.length) return [most(judging), most(judging)];
  const still = provisions.filter(({ end, surelyOver }) => end <= on && on < surelyOver);
  return [most(judging), most([...sure, ...still])];
}

/** What the law beneath books puts off to the next working day, by number; the same for all that it is the same for. */
export class PutOffs {
  readonly #all: (readonly Dated[])[] = [];
  readonly #numbers = new Map<string, number>();

  /** Number of what provisions put off of an event; undefined where they speak of none such. */
  number(provisions: readonly Provision[], event: string): number | undefined {
    const of = provisions.filter(
      (each): each is RegistrationProvision => each.kind === "rollover" && each.events.includes(event),
    );
    if (of.length === 0) return undefined;
    const key = of.map(({ id }) => id).join();
    const number = this.#numbers.get(key) ?? this.#all.push(of.map(dated)) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** Instants between which nobody knows which provision holds; undefined where that is always known. */
  doubtful(number: number, zone: ZoneTable): readonly [number, number] | undefined {
    const windows = (this.#all[number] ?? []).flatMap(({ first, surely }) =>
      surely > first ? [[first, surely] as const] : [],
    );
    return windows.length === 0 ? undefined : hull(windows, zone);
  }

  /** Instants between which the evening is put off as well. */
  evenings(number: number, zone: ZoneTable): readonly [number, number] | undefined {
    const windows = (this.#all[number] ?? []).flatMap(({ first, end, puts }) =>
      puts === HOURS ? [[first, end] as const] : [],
    );
    return windows.length === 0 ? undefined : hull(windows, zone);
  }

  /** What is put off on each day of a range. */
  table(range: DayRange): PlanTable {
    const rows = this.#all.flatMap((provisions, number) =>
      Array.from({ length: range.last - range.first + 1 }, (_, index) => {
        const on = (range.first + index) as Day;
        return [number, on, ...putOffOn(provisions, on)];
      }),
    );
    return planTable(
      "put_off_day",
      "What the general law puts off to the next working day, day by day: 0 nothing, 1 what comes on a day off, 2 what comes in the evening too.",
      ["put_off_no", "day", "put_off", "put_off_else"],
      rows,
    );
  }
}

function hull(windows: readonly (readonly [number, number])[], zone: ZoneTable): readonly [number, number] {
  const at = (of: number): number => (Math.abs(of) >= NEVER ? of : instantOf(zone, of as Day, 0));
  return [at(Math.min(...windows.map(([from]) => from))), at(Math.max(...windows.map(([, until]) => until)))];
}
