/** What somebody typed and did not send yet, as this browser keeps it. */
export interface Draft<Values> {
  readonly values: Values;
  readonly savedAt: Date;
}

const prefix = 'portico.draft.';

/** The draft kept under a key, if there is one that can be read. */
export function readDraft<Values>(key: string): Draft<Values> | undefined {
  try {
    const stored = localStorage.getItem(prefix + key);
    if (!stored) return undefined;
    const { values, savedAt } = JSON.parse(stored) as { values: Values; savedAt: string };
    return { values, savedAt: new Date(savedAt) };
  } catch {
    return undefined;
  }
}

/** Keeps a draft. Where the browser's storage is full or switched off, it silently lives in the page only. */
export function keepDraft<Values>(key: string, values: Values): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ values, savedAt: new Date() }));
  } catch {
    // Typing must never fail because storage does.
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept then.
  }
}
