import type { Problem } from '@portico/client';
import { isProblem } from '../../lib/problems.ts';
import { askForProof } from '../../lib/reauthentication.ts';

/** Fetches everything that is kept about the user; asks for a recent proof of who they are where one is needed. */
export async function fetchExport(): Promise<Blob> {
  try {
    return await request();
  } catch (error) {
    if (!isProblem(error, 'reauthentication_required') || !(await askForProof())) throw error;
    return request();
  }
}

/** By REST: a file that is only for its owner, which the answer itself holds. */
async function request(): Promise<Blob> {
  const response = await fetch('/api/me/export');
  if (response.ok) return response.blob();
  const problem = (await response.json()) as Problem;
  throw Object.assign(new Error(problem.title), { problem });
}
