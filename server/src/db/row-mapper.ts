/**
 * Maps the rows of a prepared query by functions made once. Drizzle asks for every value of every row what its column is, which
 * costs as much as the driver's work. The only file that leans on the insides of Drizzle's prepared queries.
 */
import { Column, is, SQL } from 'drizzle-orm';

type Decode = (value: unknown) => unknown;

/** Puts a value of the driver where it belongs. */
interface Place {
  readonly name: string;
  readonly decode: Decode;
}

/** A prepared query, as this version of Drizzle makes it. */
interface Mappable {
  customResultMapper?: ((rows: unknown[][]) => unknown) | undefined;
}

/** Leaves a query as it is whose rows are not flat, or which has another form than this version of Drizzle gives it. */
export function mapFlatRows(prepared: object): void {
  if (!('fields' in prepared) || !Array.isArray(prepared.fields) || !('customResultMapper' in prepared))
    return;
  const query = prepared as Mappable;
  if (query.customResultMapper) return;
  const places = prepared.fields.map(placeOf);
  if (places.every((place) => place !== undefined)) query.customResultMapper = mapper(places);
}

function mapper(places: readonly Place[]): (rows: unknown[][]) => unknown {
  return (rows) =>
    rows.map((values) => {
      const row: Record<string, unknown> = {};
      for (let index = 0; index < places.length; index += 1) {
        const { name, decode } = places[index] as Place;
        const value = values[index];
        row[name] = value === null ? null : decode(value);
      }
      return row;
    });
}

/** Undefined for a field below another, as joins have them: Drizzle decides whether that one is there at all. */
function placeOf(selected: unknown): Place | undefined {
  if (typeof selected !== 'object' || selected === null) return undefined;
  if (!('path' in selected) || !Array.isArray(selected.path) || !('field' in selected)) return undefined;
  const decode = decoderOf(selected.field);
  const [name] = selected.path;
  return selected.path.length === 1 && decode ? { name: String(name), decode } : undefined;
}

function decoderOf(field: unknown): Decode | undefined {
  if (is(field, Column)) return (value) => field.mapFromDriverValue(value);
  const { decoder } = (is(field, SQL) ? field : is(field, SQL.Aliased) ? field.sql : {}) as {
    decoder?: unknown;
  };
  if (typeof decoder !== 'object' || decoder === null || !('mapFromDriverValue' in decoder)) return undefined;
  return (value) => (decoder as { mapFromDriverValue: Decode }).mapFromDriverValue(value);
}
