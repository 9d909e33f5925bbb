/** What React Native has in native code: requests, the bytes behind blobs, and files. */
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** The modules by their names, and what went through them. */
export interface Native {
  readonly modules: Readonly<Record<string, object>>;
  /** `POST /rpc/…` */
  readonly requests: string[];
  /** Files of the device by their address. */
  readonly files: Map<string, Buffer>;
}

/** Tells React Native's JavaScript of an event. */
type Emit = (event: string, args: readonly unknown[]) => void;

/** A piece of a blob. */
interface BlobData {
  readonly blobId: string;
  readonly offset: number;
  readonly size: number;
}

/** A field of a form; a file is named by its address. */
interface FormPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly string?: string;
  readonly uri?: string;
}

/** A request as XMLHttpRequest of React Native makes it. */
interface Query {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly data: {
    readonly string?: string;
    readonly blob?: BlobData;
    readonly formData?: readonly FormPart[];
  };
  readonly responseType: 'text' | 'blob' | 'base64';
}

/** @see https://github.com/facebook/react-native/blob/main/packages/react-native/Libraries/Network/RCTNetworking.ios.js */
export function nativeNetworking(emit: Emit): Native {
  const blobs = new Map<string, Buffer>();
  const files = new Map<string, Buffer>();
  const requests: string[] = [];
  const running = new Map<number, ClientRequest>();
  const read = ({ blobId, offset, size }: BlobData) =>
    (blobs.get(blobId) ?? Buffer.alloc(0)).subarray(offset, offset + size);
  let lastId = 0;

  const sendRequest = (query: Query, tellId: (id: number) => void) => {
    lastId += 1;
    const id = lastId;
    tellId(id);
    requests.push(`${query.method} ${new URL(query.url).pathname}`);
    const complete = (error: string | null) => {
      running.delete(id);
      emit('didCompleteNetworkResponse', [id, error, false]);
    };
    const take = async (response: IncomingMessage) => {
      const { statusCode, headers } = response;
      emit('didReceiveNetworkResponse', [id, statusCode, headers, query.url]);
      const bytes = await buffer(response);
      blobs.set(`answer-${id}`, bytes);
      const answered =
        query.responseType === 'blob'
          ? { blobId: `answer-${id}`, offset: 0, size: bytes.length }
          : bytes.toString(query.responseType === 'text' ? 'utf8' : 'base64');
      emit('didReceiveNetworkData', [id, answered]);
      complete(null);
    };
    const { type, body } = bodyOf(query, read, files);
    const headers = {
      ...query.headers,
      ...(type && { 'content-type': type }),
      'content-length': body.length,
    };
    const sent = request(query.url, { method: query.method, headers });
    running.set(id, sent);
    sent.on('response', (response) => {
      take(response).catch((error: Error) => complete(error.message));
    });
    sent.on('error', (error) => complete(error.message));
    void write(sent, body, (bytes) => emit('didSendNetworkData', [id, bytes, body.length]));
  };
  const Networking = {
    sendRequest,
    abortRequest: (id: number) => running.get(id)?.destroy(),
    clearCookies: (tell: (isDone: boolean) => void) => tell(false),
    addListener() {},
    removeListeners() {},
  };
  const BlobModule = {
    getConstants: () => ({ BLOB_URI_SCHEME: 'blob', BLOB_URI_HOST: null }),
    addNetworkingHandler() {},
    release: (id: string) => blobs.delete(id),
    createFromParts(parts: readonly { readonly data: string | BlobData }[], id: string) {
      const bytes = parts.map(({ data }) => (typeof data === 'string' ? Buffer.from(data) : read(data)));
      blobs.set(id, Buffer.concat(bytes));
    },
  };
  const FileReaderModule = { readAsText: async (blob: BlobData) => read(blob).toString() };
  return { modules: { Networking, BlobModule, FileReaderModule }, requests, files };
}

function bodyOf(
  { data }: Query,
  read: (blob: BlobData) => Buffer,
  files: ReadonlyMap<string, Buffer>,
): { readonly type?: string; readonly body: Buffer } {
  if (data.blob) return { body: read(data.blob) };
  if (!data.formData) return { body: Buffer.from(data.string ?? '') };
  const boundary = 'native-boundary';
  const parts = data.formData.flatMap(({ headers, string, uri }) => [
    `--${boundary}\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
    uri === undefined ? (string ?? '') : (files.get(uri) ?? ''),
    '\r\n',
  ]);
  const bytes = [...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part));
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(bytes) };
}

/** A piece at a time, telling how much has left. */
async function write(sent: ClientRequest, body: Buffer, tell: (bytes: number) => void): Promise<void> {
  const piece = 65_536;
  for (let start = 0; start < body.length && !sent.destroyed; start += piece) {
    const part = body.subarray(start, start + piece);
    await new Promise<void>((resolve) => sent.write(part, () => resolve()));
    tell(start + part.length);
  }
  sent.end();
}
