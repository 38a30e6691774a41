import type { NationalGround, RefusalGround } from '../../domain/cases/refusal-grounds.ts';
import type { MailContext } from '../mails/mail-parts.ts';

/** A ground in normal words, and the provision it rests on. */
export interface GroundWords {
  readonly sentence: string;
  readonly rule: string;
}

/** What a letter says of a ground; where national law fills it in, as the profile of the organisation has it. */
export function groundWords(
  ground: RefusalGround,
  { organisation, language, texts }: Pick<MailContext, 'organisation' | 'language' | 'texts'>,
): GroundWords {
  const { restrictions, taxDuty } = organisation.jurisdiction;
  const { grounds, nationalGrounds } = texts.letters;
  if (ground === 'tax_law') return { sentence: taxDuty.sentence[language], rule: taxDuty.rule[language] };
  if (isRestriction(ground)) return { sentence: nationalGrounds[ground], rule: restrictions[language] };
  return grounds[ground];
}

type Restriction = Exclude<NationalGround, 'tax_law'>;

function isRestriction(ground: Exclude<RefusalGround, 'tax_law'>): ground is Restriction {
  return ground === 'gdpr_23_1_d' || ground === 'gdpr_23_1_i' || ground === 'gdpr_23_1_j';
}
