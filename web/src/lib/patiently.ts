/** Pauses between attempts, in milliseconds; the last one repeats. */
const pauses = [500, 1_000, 3_000, 10_000];

/**
 * Loads a part of a page, again and again until it is there: meanwhile its place is kept, and the page around it goes
 * on working without a connection.
 */
export async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  let next = load;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await next();
    } catch (error) {
      const pause = pauses[Math.min(attempt, pauses.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, pause));
      next = again<Part>(error, attempt) ?? load;
    }
  }
}

/**
 * A browser remembers that an address failed, and asks no more; another query makes it another address.
 * @see https://github.com/whatwg/html/issues/6768
 */
function again<Part>(error: unknown, attempt: number): (() => Promise<Part>) | undefined {
  const [address] = /https?:\/\/\S+?\.js/.exec(String(error)) ?? [];
  return address ? () => import(/* @vite-ignore */ `${address}?again=${attempt}`) : undefined;
}
