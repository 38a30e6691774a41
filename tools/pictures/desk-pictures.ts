import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { StaffMember } from '../../domain/organisation.ts';
import type { DeskClient } from '../desk-client/desk-client.ts';
import { isLinkFor, linkTo } from '../desk-client/mail-links.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { type Camera, press, SCREEN, untilTitled } from './camera.ts';
import { makeOtherCases, OTHERS_AGE_SECONDS } from './other-cases.ts';
import { type PicturedCase, REQUESTER } from './public-pictures.ts';

const { deskPages, deskActions, deskFields } = textsOf('nl');
const DARK = { ...SCREEN, colorScheme: 'dark' } as const;
const ANSWER = `Beste ${REQUESTER},

Wij bewaren uw facturen zeven jaar. Dat moet van de Belastingdienst. Daarna wissen wij ze.

Alleen onze afdeling Administratie kan erbij.`;

/** Looks over the desk and at the case, and answers it. */
export async function pictureDesk(client: DeskClient, camera: Camera, pictured: PicturedCase): Promise<void> {
  const { desk, mailbox, organisation } = client;
  const handler = organisation.staff.find(({ role, language }) => role === 'handler' && language === 'nl');
  if (handler === undefined) throw new RangeError('no handler of this organisation reads Dutch');
  const page = await camera.open(SCREEN);
  await signIn(client, page, handler);
  const newCase = await mailbox.waitFor(
    `the mail to ${handler.name} about ${pictured.caseNumber}`,
    (mail) => mail.to === handler.email && actionLink(mail, pictured.caseNumber) !== undefined,
  );

  await makeOtherCases(client);
  await sleep(OTHERS_AGE_SECONDS * 1000);
  await page.goto(`${desk.url}/desk?language=nl`);
  await camera.take(page, 'desk', page.getByRole('heading', { name: deskPages.overview.openHeading }));
  await page.goto(`${desk.url}/desk/cases/${pictured.caseNumber}?language=nl`);
  await camera.take(page, 'case');

  const dark = await camera.open(DARK);
  await dark.context().addCookies(await page.context().cookies());
  await dark.goto(actionLink(newCase, pictured.caseNumber) ?? '');
  await press(dark, deskPages.openAction.button);
  await untilTitled(dark, deskActions.titles.answer);
  const answer = dark.getByLabel(deskFields.answer_text.label);
  await answer.fill(ANSWER);
  await camera.take(dark, 'answer-form', dark.locator('form').filter({ has: answer }));
  const personal = await dark.getByRole('checkbox', { name: deskFields.personal_data.label }).getAttribute('name');
  for (const box of await dark.getByRole('main').getByRole('checkbox').all()) {
    if ((await box.getAttribute('name')) !== personal) await box.check();
  }
  await press(dark, deskActions.buttons.answer);
  await untilTitled(dark, deskPages.actionDone.title);
  await Promise.all([page, dark].map((each) => each.context().close()));
}

async function signIn({ desk, mailbox }: DeskClient, page: Page, { email }: StaffMember): Promise<void> {
  const before = new Set((await mailbox.all()).map(({ id }) => id));
  await page.goto(`${desk.url}/desk?language=nl`);
  await page.getByRole('main').getByRole('textbox').first().fill(email);
  await press(page, deskPages.desk.button);
  const mail = await mailbox.waitFor(
    'the mail to sign in with',
    (each) => !before.has(each.id) && each.to === email && linkTo('desk/sign-in', each.links) !== undefined,
  );
  await page.goto(linkTo('desk/sign-in', mail.links)?.url ?? '');
  await press(page, deskPages.signIn.button);
  await untilTitled(page, deskPages.signedIn.title);
}

function actionLink(mail: Mail, caseNumber: string): string | undefined {
  if (!mail.caseNumbers.includes(caseNumber)) return undefined;
  return mail.links.find((link) => isLinkFor(link, 'answer'))?.url;
}
