import { randomBytes, systemClock } from '../../adapters/system.ts';
import { httpFunction } from '../runtime/http-function.ts';
import { loadOrganisation } from '../runtime/organisation.ts';
import { showPagesEnv } from './env.ts';
import { otherMethodAnswer, showPagesRoutes } from './routes.ts';

/** Put into the bundle when it is built. */
declare const DESK_STYLES: string;
/** Likewise. */
declare const API_REFERENCE: string;

const environment = showPagesEnv.parse(process.env);

const dependencies = {
  organisation: loadOrganisation(),
  publicUrl: environment.PUBLIC_URL,
  randomBytes,
  clock: systemClock,
  styles: DESK_STYLES,
  apiReference: API_REFERENCE,
};

export const handler = httpFunction(showPagesRoutes(dependencies), otherMethodAnswer(dependencies));
