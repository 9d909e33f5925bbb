/** Pauses between attempts, in milliseconds; the last one repeats. */
const pauses = [500, 1_000, 3_000, 10_000];

/**
 * Loads a part of the site, again and again until it is there: meanwhile its place is kept, and what is around it goes
 * on working without a connection. After a deployment the parts of the version before are gone: the site is loaded anew.
 */
export async function patiently<Part>(load: () => Promise<Part>): Promise<Part> {
  let next = load;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await next();
    } catch (error) {
      await pass(pauses[Math.min(attempt, pauses.length - 1)]);
      if (await isReplaced()) location.reload();
      next = again<Part>(error, attempt) ?? load;
    }
  }
}

/** Waits so many milliseconds, or until the connection is back. */
function pass(pause: number | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, pause);
    addEventListener('online', resolve, { once: true });
  });
}

/**
 * A browser remembers that an address failed, and asks no more; another query makes it another address.
 * @see https://github.com/whatwg/html/issues/6768
 */
function again<Part>(error: unknown, attempt: number): (() => Promise<Part>) | undefined {
  const [address] = /https?:\/\/\S+?\.js/.exec(String(error)) ?? [];
  return address ? () => import(/* @vite-ignore */ `${address}?again=${attempt}`) : undefined;
}

/** Whether the server has another version of the site than this one, which its first script names. */
async function isReplaced(): Promise<boolean> {
  const { src } = document.querySelector<HTMLScriptElement>('script[type=module]') ?? {};
  try {
    const response = await fetch('/');
    return response.ok && src !== undefined && !(await response.text()).includes(new URL(src).pathname);
  } catch {
    return false;
  }
}
