/** What writing an answer costs: the compiled encoder beside superjson and JSON.stringify. */
import { startProgram } from '../program.ts';

export interface SerializerFigure {
  readonly way: string;
  /** CPU time for twenty rows, in microseconds. */
  readonly cpuUs: number;
}

export async function measureSerializer(isQuick: boolean): Promise<SerializerFigure[]> {
  const [rounds, calls] = isQuick ? [2, 50] : [15, 1500];
  using program = startProgram('./figures/serializer-program.ts', [String(rounds), String(calls)], true);
  return await program.next();
}
