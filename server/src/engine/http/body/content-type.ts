/** Reads a Content-Type header. */
import { MIMEType } from 'node:util';

/** A media type with its parameters. */
export interface ContentType {
  /** Lower-case, such as `application/json`. */
  readonly type: string;
  /** A parameter's value, quotes removed. */
  readonly parameter: (name: string) => string | undefined;
}

/** @returns undefined when the header is no media type. @see https://mimesniff.spec.whatwg.org/#parsing-a-mime-type */
export function parseContentType(header: string): ContentType | undefined {
  try {
    const { essence, params } = new MIMEType(header);
    return { type: essence, parameter: (name) => params.get(name) ?? undefined };
  } catch {
    return undefined;
  }
}
