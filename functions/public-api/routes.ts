import { confirmRequest, type ConfirmDependencies } from '../../domain/cases/use-cases/confirm-request.ts';
import type { SubmitDependencies } from '../../domain/cases/use-cases/submit-request.ts';
import { linkFormSchema } from '../../contracts/http/forms.ts';
import { confirmedPage } from '../../views/pages/requester-pages.ts';
import type { CallerLimitDependencies } from '../runtime/caller-limit.ts';
import { pageAnswer } from '../runtime/http-answer.ts';
import type { RouteTable } from '../runtime/http-function.ts';
import { pageContextOf, type PageSettings, problemPages } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';
import { type PublicClock, submitRehearsal, submitThroughApi } from './submit-through-api.ts';
import { submitThroughForm } from './submit-through-form.ts';

export interface PublicApiDependencies
  extends SubmitDependencies, ConfirmDependencies, CallerLimitDependencies, PageSettings {
  /** The clock of every case the public makes on this stage. */
  readonly publicClock: PublicClock;
  /** The mail domain every rehearsal on this stage must stay within; null on a stage where all is rehearsal. */
  readonly rehearsalMailDomain: string | null;
}

/** The public may add; it may read nothing of others' cases. */
export function publicApiRoutes(dependencies: PublicApiDependencies): RouteTable {
  const onProblem = problemPages(dependencies);
  return {
    'POST /api/requests': { handle: (event) => submitThroughApi(dependencies, event) },
    'POST /api/rehearsals': { handle: (event) => submitRehearsal(dependencies, event) },
    'POST /request': { handle: (event) => submitThroughForm(dependencies, event), onProblem },
    'POST /confirm': {
      handle: async (event) => {
        const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
        const confirmation = await confirmRequest(dependencies, token);
        return pageAnswer(200, confirmedPage(pageContextOf(dependencies, event), confirmation));
      },
      onProblem,
    },
  };
}
