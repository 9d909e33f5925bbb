/** Holds an answer against what the document promises. */
import type { MediaTypeObject, ResponseObject } from '../../../server/src/engine/openapi/openapi.ts';
import type { Api, DescribedOperation } from './api.ts';

/** An answer that was read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Headers of any HTTP answer: they describe the message or the site, not the operation. */
const general = new Set([
  ...['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive'],
  ...['date', 'vary', 'cache-control', 'allow', 'content-disposition', 'x-content-type-options'],
  ...['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'],
  ...['origin-agent-cluster', 'referrer-policy', 'strict-transport-security', 'x-dns-prefetch-control'],
  ...['x-download-options', 'x-frame-options', 'x-permitted-cross-domain-policies', 'x-xss-protection'],
  ...['permissions-policy', 'clear-site-data', 'accept', 'traceparent', 'x-accel-buffering'],
]);

/** A stream has no end, so it is left after its head. */
export async function readAnswer(response: Response): Promise<Answer> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, headers: response.headers, text: '' };
  }
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Everything that the document does not say of an answer; empty when all of it is documented. */
export function answerComplaints(api: Api, operation: DescribedOperation, answer: Answer): string[] {
  const response = operation.responses[String(answer.status)];
  if (!response) return [`${answer.status} is not documented: ${answer.text.slice(0, 300)}`];
  return [...headerComplaints(api, response, answer), ...bodyComplaints(api, response, answer)];
}

function headerComplaints(api: Api, { headers = {} }: ResponseObject, answer: Answer): string[] {
  const documented = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header]));
  return [...answer.headers].flatMap(([name, value]) => {
    if (general.has(name)) return [];
    const header = documented.get(name);
    if (!header) return [`${answer.status} has an undocumented header ${name}: ${value}`];
    const { schema } = api.header(header);
    const given = schema.type === 'integer' ? Number(value) : value;
    return api.complaints(schema, given).map((complaint) => `${name}: ${complaint}`);
  });
}

function bodyComplaints(api: Api, { content }: ResponseObject, answer: Answer): string[] {
  const type = answer.headers.get('content-type')?.split(';', 1)[0];
  if (!content) return answer.text === '' ? [] : [`${answer.status} has a body, which is not documented`];
  const media = findMedia(content, type ?? '');
  if (!media) return [`${answer.status} comes as ${type}, which is not documented`];
  if (!/\bjson$/.test(type ?? '') || media.schema.format === 'binary') return [];
  const complaints = api.complaints(media.schema, JSON.parse(answer.text));
  return complaints.map((complaint) => `${answer.status} ${complaint} in ${answer.text.slice(0, 300)}`);
}

function findMedia(content: Readonly<Record<string, MediaTypeObject>>, type: string) {
  return content[type] ?? (type.endsWith('problem+json') ? undefined : content['*/*']);
}
