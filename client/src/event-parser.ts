/** Reads server-sent events from text that comes in pieces. @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */

/** One event. */
export interface ParsedEvent {
  /** `message` where it has no name. */
  readonly type: string;
  readonly data: string;
  /** The id after which to go on: its own, or that of an event before. */
  readonly lastEventId: string;
}

/**
 * @param onEvent called for every event that has data
 * @param lastEventId what the events of an earlier connection left
 * @returns takes the next piece of text
 */
export function createEventParser(
  onEvent: (event: ParsedEvent) => void,
  lastEventId: string,
): (text: string) => void {
  let id = lastEventId;
  let type = '';
  let data: string[] = [];
  let rest = '';

  const dispatch = () => {
    if (data.length > 0) onEvent({ type: type || 'message', data: data.join('\n'), lastEventId: id });
    type = '';
    data = [];
  };
  const takeLine = (line: string) => {
    if (line === '') return dispatch();
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
  };
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) takeLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  };
}
