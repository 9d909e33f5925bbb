/** Programs of Debian that some tests need: where one is missing they are skipped with a loud line, in CI they fail. */
import { spawnSync } from 'node:child_process';

/**
 * Whether this machine has a program.
 * @param version the argument by which it tells its version and ends
 * @throws where REQUIRE_DEBIAN is set, as in CI: there its absence is a failure and not a reason to skip
 */
export function hasProgram(name: string, version: string): boolean {
  if (spawnSync(name, [version]).status === 0) return true;
  if (process.env.REQUIRE_DEBIAN) throw new Error(`${name} is required here: apt-get install it`);
  process.stderr.write(`\n*** ${name} is not installed: what works with it is NOT tested ***\n\n`);
  return false;
}
