/** Reads server-sent events, as a browser does. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */

export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string | undefined;
}

/** The events of an answer, as they come; leaving the loop leaves the stream. */
export async function* events(response: Response): AsyncGenerator<ServerEvent> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
      const data = fields.get('data');
      if (data !== undefined) yield { event: fields.get('event') ?? 'message', data, id: fields.get('id') };
    }
  }
}
