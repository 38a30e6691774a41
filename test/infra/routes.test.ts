import { describe, expect, it } from 'vitest';
import { collectAnswerRoutes } from '../../functions/collect-answer/routes.ts';
import { manageConsentsRoutes } from '../../functions/manage-consents/routes.ts';
import { publicApiRoutes } from '../../functions/public-api/routes.ts';
import { showPagesRoutes } from '../../functions/show-pages/routes.ts';
import { staffDeskRoutes } from '../../functions/staff-desk/routes.ts';
import { subscriberApiRoutes } from '../../functions/subscriber-api/routes.ts';
import { routes, type WebFunctionName } from '../../contracts/http/routes.ts';

// The tables name their routes without touching what they are given.
const nothing = {} as never;
const SERVED: Readonly<Record<WebFunctionName, object>> = {
  'public-api': publicApiRoutes(nothing),
  'manage-consents': manageConsentsRoutes(nothing),
  'subscriber-api': subscriberApiRoutes(nothing),
  'collect-answer': collectAnswerRoutes(nothing),
  'staff-desk': staffDeskRoutes(nothing),
  'show-pages': showPagesRoutes(nothing),
};

describe('the addresses of the API', () => {
  it.each(Object.entries(SERVED))('are those %s serves, no more and no less', (name, table) => {
    const led = routes.filter(({ servedBy }) => servedBy === name).map(({ method, path }) => `${method} ${path}`);
    expect(led.toSorted()).toEqual(Object.keys(table).toSorted());
  });
});
