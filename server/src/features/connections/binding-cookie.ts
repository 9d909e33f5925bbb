/** The cookie that binds a departure to one browser, so that nobody can be made to come back from somebody else's. */

interface BindingCookie {
  read(header: string | undefined): string | undefined;
  write(value: string, lifeMs: number): string;
}

/** It comes back with a navigation from the service's site, so it cannot be `SameSite=Strict`. */
export function bindingCookie(origin: string): BindingCookie {
  const isSecure = origin.startsWith('https:');
  const name = isSecure ? '__Host-connection' : 'connection';
  return {
    read(header = '') {
      const pairs = header.split(';').map((pair) => pair.trim());
      const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      return value !== undefined && /^[\w-]{32}$/.test(value) ? value : undefined;
    },
    write: (value, lifeMs) =>
      `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifeMs / 1000}${isSecure ? '; Secure' : ''}`,
  };
}
