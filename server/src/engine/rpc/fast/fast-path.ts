/** Serves plain JSON calls and batches without building Request and Response objects. */
import { transformer } from '@portico/shared/transformer';
import { type AnyTRPCRouter, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import { encoderOf } from '../../encoding/encoder.ts';
import type { Visit } from '../../http/door.ts';
import type { Incoming, Outgoing } from '../../http/exchange.ts';
import type { Operation } from '../../operations/operation.ts';
import { addressOf } from '../../operations/outputs.ts';
import { jsonHead } from '../json-head.ts';
import { noteError } from '../note-error.ts';
import { lazyInputs } from './inputs.ts';
import type { PlainRequest } from './plain-request.ts';

/** The root that our routers share: its error formatter shapes what fails. */
type Config = AnyTRPCRouter['_def']['_config'];

/** One call's answer as JSON text, and the status it would have alone. */
interface Answer {
  readonly text: string;
  readonly status: number;
}

/** What superjson writes for no value at all. */
const nothing = '{"json":null,"meta":{"values":["undefined"],"v":1}}';

/** @param text the inputs' JSON text */
export async function answerPlain(
  { operations, isBatch }: PlainRequest,
  text: string | null,
  incoming: Incoming,
  visit: Visit,
  config: Config,
): Promise<Outgoing> {
  const inputs = lazyInputs(text, isBatch, operations.length);
  const call = async (operation: Operation, index: number): Promise<Answer> => {
    try {
      const input = async () => inputs(index);
      const { signal } = incoming;
      const value = await operation.run({ operation, input, signal }, await visit.context());
      return { text: `{"result":{"data":${encodeValue(operation, value)}}}`, status: 200 };
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause);
      noteError(error, operation.id, visit, !isBatch);
      return encodeError(error, operation, config, visit);
    }
  };
  if (!isBatch) {
    const { status, text: body } = await call(operations[0] as Operation, 0);
    return { status, headers: jsonHead, body };
  }
  const answers = await Promise.all(operations.map(call));
  const body = `[${answers.map((answer) => answer.text).join(',')}]`;
  return { status: commonStatus(answers), headers: jsonHead, body };
}

function encodeValue({ output }: Operation, value: unknown): string {
  if (output.as === 'json') return encoderOf(output.schema).superjson(value);
  const address = addressOf(value);
  return address === undefined ? nothing : JSON.stringify({ json: address });
}

function encodeError(error: TRPCError, { id, kind }: Operation, config: Config, visit: Visit): Answer {
  // Of the context, our error formatter reads the request alone.
  const ctx = { request: visit.request };
  const shape = getTRPCErrorShape({ config, error, type: kind, path: id, input: undefined, ctx });
  const { httpStatus: status } = shape.data as { httpStatus: number };
  return { text: `{"error":${JSON.stringify(transformer.serialize(shape))}}`, status };
}

/** 207 where the calls ended differently. @see https://trpc.io/docs/rpc#error-codes---http-status */
function commonStatus([first, ...others]: readonly Answer[]): number {
  return others.every(({ status }) => status === first?.status) ? (first?.status ?? 200) : 207;
}
