/** One keep-alive connection that sends the same GET again as soon as it is answered. */
import { connect, type Socket } from 'node:net';

/** Where the requests go. */
export interface Target {
  readonly port: number;
  /** Path and query. */
  readonly path: string;
}

/** Milliseconds after which an answer will not come any more. */
const patience = 20_000;

/** @param done called after each answer, with milliseconds from request to answer; says whether to go on */
export function openConnection(
  { port, path }: Target,
  done: (ms: number) => boolean,
  fail: (error: Error) => void,
): void {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: portico-bench\r\nAccept: */*\r\n\r\n`;
  const socket: Socket = connect(port, '127.0.0.1', send);
  let sentAt = 0;
  let received = Buffer.alloc(0);
  function send(): void {
    sentAt = performance.now();
    socket.write(request);
  }
  socket.setNoDelay(true);
  socket.setTimeout(patience, () => socket.destroy(new Error(`GET ${path} is not answered`)));
  socket.on('error', fail);
  socket.on('data', (chunk: Buffer<ArrayBuffer>) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const status = answerStatus(received);
    if (status === undefined) return;
    received = Buffer.alloc(0);
    if (status !== 200) {
      fail(new Error(`GET ${path} answered ${status}`));
      socket.destroy();
    } else if (done(performance.now() - sentAt)) send();
    else socket.destroy();
  });
}

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

/** The status of an answer that is complete; undefined while more must come. */
function answerStatus(received: Buffer): number | undefined {
  const end = received.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  const isComplete =
    length === undefined
      ? received.subarray(-lastChunk.length).equals(lastChunk)
      : received.length >= end + headEnd.length + Number(length);
  return isComplete ? Number(head.slice(9, 12)) : undefined;
}
