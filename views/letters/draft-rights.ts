import { portableCategories } from '../../domain/organisation/processing.ts';
import { list, paragraph, type Block } from '../mails/blocks.ts';
import { dateOrGap, namesOf, section, toldSection, type DraftContext } from './draft-context.ts';

/** What was changed, when, and who was told (GDPR art. 16). */
export function rectificationBody(context: DraftContext): readonly Block[] {
  const words = context.texts.drafts.rectification;
  return [
    paragraph(words.lead),
    ...section(words.changedHeading, words.changed, words.when),
    ...section(words.oldHeading, words.old),
    ...toldSection(context),
  ];
}

/** A line for each category of the profile, to say that it is gone, or why and until when it stays (GDPR art. 17). */
export function erasureBody(context: DraftContext): readonly Block[] {
  const { organisation, language, texts } = context;
  const words = texts.drafts.erasure;
  const names = namesOf(organisation.dataCategories, language);
  return [
    paragraph(words.lead),
    ...section(words.dataHeading, list(names.map((name) => texts.drafts.item(name, words.category)))),
    ...section(words.suppressionHeading, words.suppression),
    ...section(words.backupsHeading, words.backups),
    ...toldSection(context),
  ];
}

/** Machine-readable files of what the person provided (GDPR art. 20), and what this is not. */
export function portabilityBody({ organisation, language, texts }: DraftContext): readonly Block[] {
  const words = texts.drafts.portability;
  return [
    paragraph(words.lead),
    ...section(words.filesHeading, words.files, words.schema),
    ...section(
      words.dataHeading,
      words.data,
      list(namesOf(portableCategories(organisation), language)),
      texts.drafts.access.remove,
      words.others,
    ),
    ...section(words.directHeading, words.direct),
    ...section(words.contractHeading, words.contract),
    ...(organisation.isTelecomProvider ? section(words.portingHeading, words.porting) : []),
  ];
}

/** What stands still, and that the person hears first when that ends (GDPR art. 18). */
export function restrictionBody(context: DraftContext): readonly Block[] {
  const words = context.texts.drafts.restriction;
  return [
    paragraph(words.lead),
    ...section(words.frozenHeading, words.frozen(dateOrGap(context.facts.frozenSince, context)), words.frozenGap),
    ...section(words.endHeading, words.end),
    ...toldSection(context),
  ];
}

/** The weighing, and when the processing stops (GDPR art. 21(1)). */
export function objectionBody(context: DraftContext): readonly Block[] {
  const words = context.texts.drafts.objection;
  const { frozenSince, receivedDate } = context.facts;
  return [
    paragraph(words.lead),
    ...section(words.stopHeading, words.stop),
    ...section(words.weighingHeading, words.weighing),
    ...section(words.meanwhileHeading, words.meanwhile(dateOrGap(frozenSince ?? receivedDate, context))),
  ];
}

/** The result of the look by a person, its reasons, and how to contest it (GDPR art. 22(3)). */
export function automatedDecisionBody({ organisation, texts }: DraftContext): readonly Block[] {
  const words = texts.drafts.automatedDecision;
  return [
    paragraph(words.lead),
    ...section(words.whoHeading, words.who),
    ...section(words.viewHeading, words.view),
    ...section(words.reasonsHeading, words.reasons),
    ...section(words.contestHeading, words.contest(organisation.phone)),
  ];
}
