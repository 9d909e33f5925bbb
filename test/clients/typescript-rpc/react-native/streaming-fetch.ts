/** What `expo/fetch` is to an app: a `fetch` in native code, whose answers stream and which takes the app's own signals. */
export const streamingFetch = (async (url: string, { method, headers, body, signal }: RequestInit = {}) => {
  const leaving = new AbortController();
  signal?.addEventListener('abort', () => leaving.abort());
  return fetch(url, {
    ...(method && { method }),
    headers: { ...(headers as Record<string, string>) },
    ...(typeof body === 'string' && { body }),
    signal: leaving.signal,
  });
}) as typeof fetch;
