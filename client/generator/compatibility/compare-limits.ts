/** What must hold for a value that is taken, before and after: a limit that is tighter refuses what clients in use send. */
import type { Limits } from '../ir.ts';
import { type Place, tell } from './place.ts';

/** Tells every limit that an input has now and had not, or had wider. What is answered has none for a client. */
export function compareLimits(old: Limits = {}, now: Limits = {}, place: Place): string[] {
  if (place.side === 'output') return [];
  const changes = [
    compareBounds(lower(old), lower(now), 1),
    compareBounds(upper(old), upper(now), -1),
    ...counts.flatMap(({ least, most, unit }) => [
      count(old[least], now[least], 'at least', unit),
      count(old[most], now[most], 'at most', unit),
    ]),
    compareSteps(old.multipleOf, now.multipleOf),
    compareText(old.pattern, now.pattern, 'match'),
    compareText(old.format, now.format, 'be of the format'),
  ];
  return changes.filter((change) => change !== undefined).map((change) => tell(place, change));
}

const counts = [
  { least: 'minLength', most: 'maxLength', unit: 'characters' },
  { least: 'minItems', most: 'maxItems', unit: 'items' },
] as const;

/** The end of a range of numbers. */
interface Bound {
  readonly value: number;
  readonly isIn: boolean;
  readonly words: string;
}

function lower({ minimum = -Infinity, exclusiveMinimum = -Infinity }: Limits): Bound {
  return exclusiveMinimum >= minimum
    ? { value: exclusiveMinimum, isIn: false, words: `more than ${exclusiveMinimum}` }
    : { value: minimum, isIn: true, words: `at least ${minimum}` };
}

function upper({ maximum = Infinity, exclusiveMaximum = Infinity }: Limits): Bound {
  return exclusiveMaximum <= maximum
    ? { value: exclusiveMaximum, isIn: false, words: `less than ${exclusiveMaximum}` }
    : { value: maximum, isIn: true, words: `at most ${maximum}` };
}

/** @param inward 1 where a greater value leaves less, -1 where a smaller one does */
function compareBounds(old: Bound, now: Bound, inward: 1 | -1): string | undefined {
  const isTighter = now.value === old.value ? old.isIn && !now.isIn : (now.value - old.value) * inward > 0;
  if (!isTighter) return undefined;
  return `must be ${now.words} now, it was ${Number.isFinite(old.value) ? old.words : 'any'}`;
}

function count(
  old: number | undefined,
  now: number | undefined,
  words: 'at least' | 'at most',
  unit: string,
): string | undefined {
  const none = words === 'at least' ? 0 : Infinity;
  const [before, after] = [old ?? none, now ?? none];
  const isTighter = words === 'at least' ? after > before : after < before;
  if (!isTighter) return undefined;
  return `must have ${words} ${after} ${unit} now, it was ${old === undefined ? 'any number' : before}`;
}

/** Every multiple of what was asked for must be one of what is asked for. */
function compareSteps(old: number | undefined, now: number | undefined): string | undefined {
  if (now === undefined || (old !== undefined && Number.isInteger(old / now))) return undefined;
  return `must be a multiple of ${now} now, it was ${old === undefined ? 'any' : `one of ${old}`}`;
}

/** Of two patterns nobody can say which takes more, so another one counts as tighter. */
function compareText(old: string | undefined, now: string | undefined, words: string): string | undefined {
  if (now === undefined || now === old) return undefined;
  return `must ${words} \`${now}\` now, it was ${old === undefined ? 'any' : `\`${old}\``}`;
}
