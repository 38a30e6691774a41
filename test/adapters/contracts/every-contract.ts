import { describeAbsenceStore } from './absence-store.ts';
import { describeCaseChanges } from './case-changes.ts';
import { describeCaseCreation } from './case-creation.ts';
import { describeCaseTexts } from './case-texts.ts';
import { describeCaseViewLog } from './case-view-log.ts';
import { describeContacts } from './contacts.ts';
import { describeConsentStore } from './consent-store.ts';
import { describeConsentsOfCases } from './consents-of-cases.ts';
import type { MakeDesk } from './contract-desk.ts';
import { describeDueCases, describeManyCases } from './due-cases.ts';
import { describeFigures } from './figures-store.ts';
import { describeOutboxStore } from './outbox-store.ts';
import { describeSignUps } from './sign-ups.ts';
import { describeRateLimiter, describeSessionStore, describeTokenStore } from './small-stores.ts';
import { describeSubscriberLists } from './subscriber-lists.ts';
import { describeSuppressions } from './suppressions.ts';

/** What every implementation of the stores must do, whatever is behind it. */
export function describeEveryContract(name: string, makeDesk: MakeDesk): void {
  describeCaseCreation(name, makeDesk);
  describeCaseChanges(name, makeDesk);
  describeCaseTexts(name, makeDesk);
  describeContacts(name, makeDesk);
  describeCaseViewLog(name, makeDesk);
  describeConsentStore(name, makeDesk);
  describeConsentsOfCases(name, makeDesk);
  describeSignUps(name, makeDesk);
  describeSuppressions(name, makeDesk);
  describeSubscriberLists(name, makeDesk);
  describeDueCases(name, makeDesk);
  describeManyCases(name, makeDesk);
  describeFigures(name, makeDesk);
  describeOutboxStore(name, makeDesk);
  describeTokenStore(name, makeDesk);
  describeSessionStore(name, makeDesk);
  describeAbsenceStore(name, makeDesk);
  describeRateLimiter(name, makeDesk);
}
