import { ConsentConflictError } from '../errors.ts';

const ATTEMPTS = 4;

/** Runs a use case that reads records, decides and commits; when a record moved on in between, everything anew. */
export async function retryOnConsentConflict<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConsentConflictError) || count >= ATTEMPTS) throw error;
    }
  }
}
