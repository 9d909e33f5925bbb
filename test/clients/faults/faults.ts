/** The faults by the names that a client's base URL begins with. */
import type { Visit } from '../visit.ts';
import { cutStream } from './cut-stream.ts';
import { expiredToken } from './expired-token.ts';
import { fixedDates } from './fixed-dates.ts';
import { lostAnswer } from './lost-answer.ts';
import { slow } from './slow.ts';
import { two503s } from './two-503s.ts';
import { unknownCode } from './unknown-code.ts';
import { unknownEnum } from './unknown-enum.ts';
import { unknownVariant } from './unknown-variant.ts';

/** Handles a request in the place of a good connection. */
type Fault = (visit: Visit) => Promise<void>;

const plain: Fault = async (visit) => visit.relay(await visit.forward());

export const faults: Readonly<Record<string, Fault>> = {
  plain,
  'two-503s': two503s,
  'lost-answer': lostAnswer,
  'unknown-enum': unknownEnum,
  'unknown-variant': unknownVariant,
  'unknown-code': unknownCode,
  'cut-stream': cutStream,
  slow,
  'expired-token': expiredToken,
  'fixed-dates': fixedDates,
};
