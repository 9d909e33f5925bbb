/**
 * Maps the rows of a prepared query by a plan made once. Drizzle asks for every value of every row what its column is and where it
 * belongs, which costs more than the driver's work. The only file that leans on the insides of Drizzle's prepared queries.
 */
import { Column, getTableName, is, noopDecoder, SQL } from 'drizzle-orm';

type Decode = (value: unknown) => unknown;
type Row = Record<string, unknown>;

/** A field that is selected, as Drizzle lists them. */
interface Selected {
  readonly path: readonly string[];
  readonly field: unknown;
}

/** Puts a value of the driver where it belongs; as it is where nothing is to be decoded. */
interface Place {
  readonly name: string;
  readonly index: number;
  readonly decode: Decode | undefined;
}

/** A row, or an object in it. */
interface Shape {
  /** All its properties, so that rows are copies of one object and not grown property by property. */
  readonly empty: Row;
  readonly places: readonly Place[];
}

/** An object in a row, as joins have them. */
interface Part extends Shape {
  readonly name: string;
  /** Null when nothing stands on the other side of its join: where the value of this place is. */
  readonly probe: Place | undefined;
}

/** A prepared query, as this version of Drizzle makes it. */
interface Mappable {
  readonly fields: readonly Selected[];
  readonly joinsNotNullableMap?: Readonly<Record<string, boolean>>;
  customResultMapper?: ((rows: unknown[][]) => unknown) | undefined;
}

/** Leaves a query as it is that has objects in objects, or another form than this version of Drizzle gives it. */
export function mapRows(prepared: object): void {
  if (!isMappable(prepared) || prepared.customResultMapper) return;
  const { fields, joinsNotNullableMap: isThere = {} } = prepared;
  if (!fields.every(({ path, field }) => path.length <= 2 && decoderOf(field) !== undefined)) return;
  prepared.customResultMapper = mapper(fields, isThere);
}

function isMappable(prepared: object): prepared is Mappable {
  if (!('fields' in prepared && Array.isArray(prepared.fields) && 'customResultMapper' in prepared))
    return false;
  return prepared.fields.every(
    (selected) => typeof selected === 'object' && Array.isArray(selected?.path) && 'field' in selected,
  );
}

function mapper(fields: readonly Selected[], isThere: Readonly<Record<string, boolean>>) {
  const placed = fields.map(({ path, field }, index) => ({
    path,
    field,
    place: placeOf(path, field, index),
  }));
  const names = [...new Set(fields.map(({ path }) => path[0] ?? ''))];
  const row: Shape = {
    empty: emptyOf(names),
    places: placed.filter(({ path }) => path.length === 1).map(({ place }) => place),
  };
  const parts = names.flatMap((name): Part[] => {
    const own = placed.filter(({ path }) => path.length === 2 && path[0] === name);
    if (own.length === 0) return [];
    const places = own.map(({ place }) => place);
    return [
      { name, places, empty: emptyOf(places.map((place) => place.name)), probe: probeOf(own, isThere) },
    ];
  });
  return (rows: unknown[][]) =>
    rows.map((values) => {
      const object = fill(row, values);
      for (const part of parts) object[part.name] = isAbsent(part, values) ? null : fill(part, values);
      return object;
    });
}

function fill({ empty, places }: Shape, values: readonly unknown[]): Row {
  const object = { ...empty };
  for (const place of places) object[place.name] = decoded(place, values);
  return object;
}

function decoded({ index, decode }: Place, values: readonly unknown[]): unknown {
  const value = values[index];
  return value === null || decode === undefined ? value : decode(value);
}

function isAbsent({ probe }: Part, values: readonly unknown[]): boolean {
  return probe !== undefined && decoded(probe, values) === null;
}

/**
 * Drizzle takes an object for absent when its columns are all of one table that a join may leave out, and the first of them is
 * null.
 */
function probeOf(
  own: readonly (Selected & { readonly place: Place })[],
  isThere: Readonly<Record<string, boolean>>,
): Place | undefined {
  const columns = own.flatMap(({ field, place }) =>
    is(field, Column) ? { table: getTableName(field.table), place } : [],
  );
  const [first, ...others] = columns;
  if (first === undefined || isThere[first.table]) return undefined;
  return others.every(({ table }) => table === first.table) ? first.place : undefined;
}

function emptyOf(names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, null]));
}

function placeOf(path: readonly string[], field: unknown, index: number): Place {
  const decoder = decoderOf(field);
  const isPlain =
    decoder === noopDecoder || decoder?.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  const decode: Decode | undefined = isPlain ? undefined : (value) => decoder?.mapFromDriverValue(value);
  return { name: path.at(-1) ?? '', index, decode };
}

/** Undefined for what is neither a column nor an expression: a query in the query. */
function decoderOf(field: unknown): { mapFromDriverValue: Decode } | undefined {
  if (is(field, Column)) return field;
  const { decoder } = (is(field, SQL) ? field : is(field, SQL.Aliased) ? field.sql : {}) as {
    decoder?: unknown;
  };
  const isDecoder = typeof decoder === 'object' && decoder !== null && 'mapFromDriverValue' in decoder;
  return isDecoder ? (decoder as { mapFromDriverValue: Decode }) : undefined;
}
