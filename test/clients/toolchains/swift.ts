/** Swift 6 from Debian, in a root of its own; needs root rights, for chroot. */
import { build, findSwift, inside } from '../swift/toolchain/swift-root.ts';
import type { Absent, Toolchain } from '../toolchain.ts';

/** Builds the scenario's program with the client that the repository has. */
export async function prepare(): Promise<Toolchain | Absent> {
  const swift = await findSwift();
  if ('absent' in swift) return swift;
  const folder = await build(swift, 'scenario', '/repository/test/clients/swift/scenario');
  return { command: inside(swift, folder, '/build/debug/Scenario') };
}
