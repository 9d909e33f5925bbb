/** Says in an answer's head that an operation should not be used any more. */
import type { Meta } from './meta.ts';

/** How an operation ages. */
export interface Ageing {
  /** Since when it should not be used. */
  readonly deprecated?: Date;
  /** When it stops to answer. */
  readonly sunset?: Date;
  /** Page that says what to use instead. */
  readonly guide?: string;
}

/** @throws RangeError in a sentence, when a date is none or the end comes before its announcement */
export function ageingOf({ deprecated, sunset, deprecationGuide: guide }: Meta): Ageing {
  const ageing: Ageing = {
    ...(deprecated !== undefined && { deprecated: toDate('deprecated', deprecated) }),
    ...(sunset !== undefined && { sunset: toDate('sunset', sunset) }),
    ...(guide !== undefined && { guide }),
  };
  if (ageing.deprecated && ageing.sunset && ageing.sunset < ageing.deprecated) {
    throw new RangeError('meta.sunset lies before meta.deprecated');
  }
  return ageing;
}

/**
 * The headers of an operation that ages.
 * @see https://www.rfc-editor.org/rfc/rfc9745 `Deprecation` and its link
 * @see https://www.rfc-editor.org/rfc/rfc8594 `Sunset`
 */
export function ageingHeaders({ deprecated, sunset, guide }: Ageing): [name: string, value: string][] {
  const headers: [string, string][] = [];
  if (deprecated) headers.push(['deprecation', `@${Math.floor(deprecated.getTime() / 1000)}`]);
  if (sunset) headers.push(['sunset', sunset.toUTCString()]);
  if (guide !== undefined)
    headers.push([
      'link',
      `<${guide.replaceAll(/[^\x21-\x7e]|[<>"]/g, encodeURIComponent)}>; rel="deprecation"; type="text/html"`,
    ]);
  return headers;
}

function toDate(name: string, value: Date | string): Date {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new RangeError(`meta.${name} is no date: ${value}`);
  return date;
}
