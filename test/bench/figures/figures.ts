/** What is measured beside the contenders, each printed as soon as it is known. */
import { useAllCores } from '../program.ts';
import { printTable, rowsOf } from '../report.ts';
import { type GrowthFigure, measureGrowth } from './growth.ts';
import { measureSerializer, type SerializerFigure } from './serializer.ts';
import { measureStart, type StartFigure } from './start.ts';
import { measureTypes, type TypesFigure } from './types.ts';

export interface Figures {
  readonly serializer: readonly SerializerFigure[];
  readonly growth: readonly GrowthFigure[];
  readonly start: StartFigure;
  readonly types: readonly TypesFigure[];
}

/** @param progress told what comes next */
export async function measureFigures(isQuick: boolean, progress: (step: string) => void): Promise<Figures> {
  progress('serializer');
  const serializer = await measureSerializer(isQuick);
  printTable('20 rows as text', rowsOf(serializer));
  useAllCores();
  const growth = await measureGrowth(isQuick ? [100, 1000] : [1000, 100_000, 10_000_000], progress);
  printTable('posts.list', rowsOf(growth));
  progress('start');
  const start = await measureStart(isQuick);
  printTable('start with an existing database', rowsOf([start]));
  progress('types');
  const types = await measureTypes(isQuick ? [30] : [1000, 3000]);
  printTable('types of the client', rowsOf(types));
  return { serializer, growth, start, types };
}
