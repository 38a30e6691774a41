import { describe, expect, it } from 'vitest';
import { manageConsentsRoutes } from '../../../../functions/manage-consents/routes.ts';
import { publicApiRoutes } from '../../../../functions/public-api/routes.ts';
import { createGateway, formCall, type HttpCall } from '../../../support/desk/gateway.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import {
  aSignUp,
  EVA,
  jsonCall,
  ONE_CLICK_REQUESTS,
  signUpSecret,
  signUpWith,
  subscribe,
  tokenFor,
} from '../../../support/desk/subscribers.ts';
import { aroundStores, endOf } from '../../inbound-mail/rules/mail-acts.ts';

/** Each prepares a desk and answers the call that somebody makes there, and makes again when it fails. */
const CALLS: Readonly<Record<string, (desk: Desk) => Promise<HttpCall>>> = {
  'signing up': async () => jsonCall('POST /api/consents', aSignUp(), { 'idempotency-key': 'one-sign-up' }),
  confirming: async (desk) => {
    await signUpWith(desk);
    const call = formCall('POST /newsletter/confirm', { token: signUpSecret(desk) });
    return { ...call, query: { language: 'nl', decision: 'confirm', sent: '1' } };
  },
  declining: async (desk) => {
    await signUpWith(desk);
    const call = formCall('POST /newsletter/confirm', { token: signUpSecret(desk) });
    return { ...call, query: { language: 'nl', decision: 'decline', sent: '1' } };
  },
  'one click': async (desk) => {
    await subscribe(desk);
    const pathParameters = { token: tokenFor(desk, 'nieuwsbrief') };
    return { route: 'POST /unsubscribe/{token}', pathParameters, ...ONE_CLICK_REQUESTS.urlencoded };
  },
  'stopping all through the API': async (desk) => {
    await subscribe(desk);
    return jsonCall('POST /api/consents/withdraw', { language: 'nl', email: EVA });
  },
  'objecting through the API of requests': async (desk) => {
    await subscribe(desk);
    const body = {
      language: 'nl',
      requester: { name: 'Eva', email: EVA },
      parts: [{ requestType: 'marketing_objection' }],
    };
    return jsonCall('POST /api/requests', body, { 'idempotency-key': 'one-objection' });
  },
};

async function prepared(name: string) {
  const desk = createDesk();
  const call = (await CALLS[name]?.(desk)) ?? { route: '' };
  await desk.runFor({ minutes: 1 });
  const press = () =>
    createGateway([manageConsentsRoutes(desk.dependencies), publicApiRoutes(desk.dependencies)])(call);
  return { desk, press };
}

describe.each(Object.keys(CALLS))('%s, while a store fails', (name) => {
  it('is done whole or not at all, and pressing again leads to the same as pressing once', async () => {
    const { desk: undisturbed, press: pressOnce } = await prepared(name);
    const untouched = endOf(undisturbed);
    const calls: string[] = [];
    aroundStores(undisturbed, (called, call) => {
      calls.push(called);
      return call();
    });
    expect((await pressOnce()).status).toBeLessThan(400);
    const count = calls.length;
    await undisturbed.settle();
    const once = endOf(undisturbed);
    expect(count).toBeGreaterThan(0);
    for (const when of ['before', 'after'] as const) {
      for (let broken = 0; broken < count; broken += 1) {
        const { desk, press } = await prepared(name);
        let made = 0;
        aroundStores(desk, async (_called, call) => {
          const isBroken = made === broken;
          made += 1;
          if (isBroken && when === 'before') throw new Error('the store is down');
          const answer = await call();
          if (isBroken) throw new Error('the answer was lost');
          return answer;
        });
        const { status } = await press();
        const isHalf = status >= 500 && when === 'before' && JSON.stringify(endOf(desk)) !== JSON.stringify(untouched);
        expect([when, calls[broken], isHalf]).toEqual([when, calls[broken], false]);
        await desk.settle();
        expect((await press()).status).toBeLessThan(400);
        await desk.settle();
        expect([when, calls[broken], endOf(desk)]).toEqual([when, calls[broken], once]);
      }
    }
  });
});
