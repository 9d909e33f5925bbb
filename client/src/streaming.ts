/** Whether answers can be read while they come. */

/** What a caller reads where they cannot. */
export const unreadable =
  'The fetch of this platform reads no streams: give the client one that does, such as expo/fetch';

/** React Native's own fetch is made of XMLHttpRequest and says so; it answers when all is there, which a stream never is. */
export function readsStreams(fetch: object): boolean {
  return !('polyfill' in fetch && fetch.polyfill);
}
