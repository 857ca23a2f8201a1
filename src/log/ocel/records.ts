import type { Database } from "../../engine/database.ts";
import { joined, list, sql, value, word, type Sql } from "../../engine/sql.ts";
import type { Found } from "../log-format.ts";
import { hashOf } from "../text-hash.ts";

const OF_EVENT: Readonly<Record<string, Sql>> = {
  "ocel:id": sql`e.id`,
  "ocel:type": sql`e.type`,
  "ocel:time": sql`e.time`,
};

/** A column of the records: what it is, whether two objects leave it open, and what has to be joined for it. */
interface OcelColumn {
  readonly name: string;
  readonly value: Sql;
  readonly torn: Sql;
  readonly joins: Sql;
}

/** Names that records of the log that is in the tables have. */
async function namesIn(database: Database): Promise<{ types: string[]; names: string[] }> {
  const of = async (question: Sql): Promise<string[]> =>
    (await database.rows<{ name: string }>(question)).map(({ name }) => name);
  const types = await of(
    sql`select distinct type as name from ocel_object where type is not null order by name`,
  );
  const own = await of(sql`select distinct name from ocel_event_value where name is not null order by name`);
  const ofObjects = await of(
    sql`select distinct o.type || ':' || v.name as name from ocel_object_value v join ocel_object o on o.id = v.id order by name`,
  );
  return { types, names: [...new Set([...Object.keys(OF_EVENT), ...types, ...own, ...ofObjects])] };
}

/**
 * The events of an object-centric log, each once for every object of the type whose objects are the cases (the first that
 * is wanted). An object's type is a column with the one object of it that the event is about, or that its case is tied to.
 */
export async function* ocelRecords(
  database: Database,
  wanted: readonly string[] | undefined,
): AsyncGenerator<Iterable<Found>> {
  const { types, names } = await namesIn(database);
  const asked = wanted === undefined ? names : names.filter((name) => wanted.includes(name));
  const of = wanted?.[0];
  const cases = of !== undefined && types.includes(of) ? of : undefined;
  yield [{ columns: asked, place: "its events and objects" }];
  const columns = asked.map((name, index) => columnOf(name, index, types, cases));
  const torn = columns.map((column) => column.torn);
  const rows = database.streamBeside<Readonly<Record<string, string | number | null>>>(sql`
    select e.no, e.id as event_id, ${list(columns.map((column, index) => sql`${column.value} as ${word(`c${index}`)}`))},
      ${torn.length === 0 ? sql`0` : joined(torn, sql` + `)} as torn
    from ocel_event e
    left join (
      select l.no, o.id from ocel_link l join ocel_object o on o.id = l.object_id where o.type = ${value(cases ?? "")} group by all
    ) k on k.no = e.no
    ${joined(
      columns.map((column) => column.joins),
      sql`\n`,
    )}
    order by e.no, k.id
  `);
  for await (const part of rows)
    yield part.map((row): Found => {
      const fields = asked.map((_, index) => row[`c${index}`] as string | null);
      const at = Number(row["no"]);
      return Number(row["torn"]) > 0
        ? { row: at, refused: "repeated-key", text: fields.join(" | ") }
        : { row: at, fields, hash: hashOf(String(row["event_id"])) };
    });
}

function columnOf(
  name: string,
  index: number,
  types: readonly string[],
  cases: string | undefined,
): OcelColumn {
  const nothing = { torn: sql`0`, joins: sql`` };
  const own = OF_EVENT[name];
  if (own !== undefined) return { name, value: own, ...nothing };
  if (name === cases) return { name, value: sql`k.id`, ...nothing };
  const type = types.find((each) => each === name || name.startsWith(`${each}:`));
  if (type === undefined) {
    const alias = word(`v${index}`);
    return {
      name,
      value: sql`${alias}.value`,
      torn: sql`0`,
      joins: sql`left join (select no, min(value) as value from ocel_event_value where name = ${value(name)} group by no) ${alias} on ${alias}.no = e.no`,
    };
  }
  const object = type === cases ? { id: sql`k.id`, ...nothing } : objectOf(type, index);
  if (name === type) return { name, value: object.id, torn: object.torn, joins: object.joins };
  const attribute = name.slice(type.length + 1);
  const alias = word(`a${index}`);
  return {
    name,
    value: sql`${alias}.value`,
    torn: object.torn,
    // The last value that it had been given by then.
    joins: sql`${object.joins} left join (
      select x.no, x.object_id, arg_max(v.value, ${instant(sql`v.time`)}) as value
      from (select l.no, l.object_id, n.time from ocel_event n join (${linked(type)}) l on l.no = n.no) x
      join ocel_object_value v on v.id = x.object_id and v.name = ${value(attribute)} and ${instant(sql`v.time`)} <= ${instant(sql`x.time`)}
      group by x.no, x.object_id
    ) ${alias} on ${alias}.no = e.no and ${alias}.object_id = ${object.id}`,
  };
}

/** The object of a type that an event is about, or else the one that its case is tied to. */
function objectOf(
  type: string,
  index: number,
): { readonly id: Sql; readonly torn: Sql; readonly joins: Sql } {
  const [own, tied] = [word(`o${index}`), word(`p${index}`)];
  return {
    id: sql`coalesce(${own}.id, ${tied}.id)`,
    torn: sql`case when coalesce(${own}.several, ${tied}.several, 0) > 1 then 1 else 0 end`,
    joins: sql`
      left join (
        select l.no, min(o.id) as id, count(distinct o.id) as several from ocel_link l join ocel_object o on o.id = l.object_id where o.type = ${value(type)} group by l.no
      ) ${own} on ${own}.no = e.no
      left join (
        select p.of_case, min(o.id) as id, count(distinct o.id) as several
        from (select source as of_case, target as other from ocel_pair union select target, source from ocel_pair) p
        join ocel_object o on o.id = p.other where o.type = ${value(type)} group by p.of_case
      ) ${tied} on ${tied}.of_case = k.id
    `,
  };
}

/** Events with the objects of a type that they are about, or that objects of theirs are tied to. */
const linked = (type: string): Sql => sql`
  select l.no, l.object_id from ocel_link l join ocel_object o on o.id = l.object_id where o.type = ${value(type)}
  union
  select l.no, p.other from ocel_link l
  join (select source as of_case, target as other from ocel_pair union select target, source from ocel_pair) p on p.of_case = l.object_id
  join ocel_object o on o.id = p.other where o.type = ${value(type)}
`;

const instant = (time: Sql): Sql =>
  sql`coalesce(try_cast(replace(${time}, ' UTC', '') as timestamptz), timestamptz '1970-01-01 00:00:00+00')`;
