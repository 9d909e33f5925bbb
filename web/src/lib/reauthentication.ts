import { useSyncExternalStore } from 'react';

/** A question that waits for its answer. */
interface Question {
  readonly answered: Promise<boolean>;
  answer(proved: boolean): void;
}

const listeners = new Set<() => void>();
let question: Question | undefined;

/** Lets the user prove once more who they are; however many calls need it, they are asked once. */
export function askForProof(): Promise<boolean> {
  if (question) return question.answered;
  const { promise: answered, resolve } = Promise.withResolvers<boolean>();
  question = {
    answered,
    answer(proved) {
      question = undefined;
      notify();
      resolve(proved);
    },
  };
  notify();
  return answered;
}

/** Ends the question, with or without a proof. */
export function answerProof(proved: boolean): void {
  question?.answer(proved);
}

/** Whether the user is being asked. */
export function useProofAsked(): boolean {
  return useSyncExternalStore(subscribe, () => question !== undefined);
}

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
