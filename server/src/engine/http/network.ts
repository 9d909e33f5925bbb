/** Addresses as they are kept and counted by. @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */

/** Without the port that some proxies add; IPv4 inside IPv6 is IPv4, so that nobody has two names. */
export function plainAddress(address: string): string {
  if (!address.includes(':')) return address;
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
  const groups = groupsOf(bare);
  if (!groups?.slice(0, 6).every((group, index) => group === (index < 5 ? 0 : 0xffff))) return bare;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}

/**
 * Whom a limit counts: one address of IPv4, but a whole network of IPv6, as its owner has 2^64 addresses and may use another
 * one for each call.
 * @example networkOf('2001:db8::1') // '2001:db8:0:0::/64'
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const groups = groupsOf(address);
  if (!groups) return address;
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address; undefined when it is none. */
function groupsOf(address: string): number[] | undefined {
  const host = `http://[${address.replace(/%.*$/, '')}]/`;
  if (!URL.canParse(host)) return undefined;
  const [head = '', tail] = new URL(host).hostname.slice(1, -1).split('::');
  const parse = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [parse(head), parse(tail ?? '')];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
}
