/** Sends bytes to a server and reads what comes back, with nothing between that would refuse or repair them. */
import { connect } from 'node:net';

/** Bytes to send. */
export interface RawRequest {
  readonly bytes: Buffer;
  /** False when more is promised than sent: the server may then close without an answer. */
  readonly isWhole: boolean;
}

/** An answer, read to its end. */
export interface RawAnswer {
  readonly status: number;
  /** Lower-case names; the last of several wins. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Longest wait for an answer, in milliseconds. */
const patience = 8_000;

/**
 * One request on a connection of its own.
 * @returns undefined when the server closed without a word
 * @throws Error when it neither answers nor closes
 */
export async function exchange(port: number, { bytes, isWhole }: RawRequest): Promise<RawAnswer | undefined> {
  const received = await new Promise<Buffer>((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    const socket = connect(port, '127.0.0.1');
    const late = setTimeout(() => socket.destroy(new Error('The server hangs')), patience);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (isEndless(Buffer.concat(chunks))) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === undefined) reject(error);
    });
    socket.on('close', () => {
      clearTimeout(late);
      resolve(Buffer.concat(chunks));
    });
    if (isWhole) socket.write(bytes);
    else socket.end(bytes);
  });
  return parse(received);
}

/** A stream that waits for events has no end: its reader leaves. */
function isEndless(received: Buffer): boolean {
  const head = received.toString('latin1', 0, Math.max(0, received.indexOf('\r\n\r\n')));
  return /^content-type: *text\/event-stream/im.test(head);
}

function parse(received: Buffer): RawAnswer | undefined {
  if (received.length === 0) return undefined;
  const text = received.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
  if (end < 0 || Number.isNaN(status)) throw new Error(`No HTTP: ${text.slice(0, 200)}`);
  const rest = received.subarray(end + 4);
  if (status < 200) return parse(rest);
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const isChunked = headers.get('transfer-encoding') === 'chunked';
  return { status, headers, body: (isChunked ? dechunk(rest) : rest).toString() };
}

/** @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
function dechunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const line = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, line), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
