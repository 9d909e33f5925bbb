/**
 * Lets the lines that every answer has in its head enter it as one text. `writeHead` would check and join each of them for each
 * answer, which costs more than a call. The only file that leans on an inside of Node, the method with which `writeHead` ends.
 */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

type StoreHeader = (this: ServerResponse, statusLine: string, headers: unknown) => void;

const { _storeHeader: storeHeader } = ServerResponse.prototype as { _storeHeader?: StoreHeader };

/** Node's own answer, whose head may begin with {@link lines}. */
export class HeadedResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  /** Complete lines, known to be well-formed; set before `writeHead`. */
  lines = '';

  _storeHeader(statusLine: string, headers: unknown): void {
    storeHeader?.call(this, statusLine + this.lines, headers);
  }
}

/** Whether this Node takes the lines: otherwise they are given to `writeHead` like all others. */
export const takesLines = storeHeader !== undefined && isTaken();

function isTaken(): boolean {
  const response = new HeadedResponse(new IncomingMessage(new Socket()));
  response.lines = 'x-probe: 1\r\n';
  response.writeHead(200, ['content-length', '0']);
  const head = '_header' in response ? response._header : undefined;
  return (
    typeof head === 'string' && head.startsWith('HTTP/1.1 200 OK\r\nx-probe: 1\r\ncontent-length: 0\r\n')
  );
}
