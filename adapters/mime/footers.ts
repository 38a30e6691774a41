/**
 * What mailers, employers and newsletters put below a text. Each speaks of the reader ("u ontvangt", "to unsubscribe,
 * click"): a sentence in which somebody speaks of himself is never one of them, since it may be what the mail is for.
 */
const FIRST_PERSON = /(?:^|[^\p{L}])(?:[Ii]k|IK|[Mm]ij|MIJ|[Mm]ijn|MIJN|[Mm]e|[Mm]y|I)(?!\p{L})/u;

export function speaksOfItself(text: string): boolean {
  return FIRST_PERSON.test(text);
}

const LONGEST_FOOTER = 3000;

const DEVICE: readonly RegExp[] = [
  /^(?:verzonden|verstuurd|sent|gesendet|envoyé)\s(?:vanaf|vanuit|via|met|from|with|using|von|mit|depuis|de)\s(?:.{0,20}\s)?(?:mijn|my|meinem|mon|outlook|e-?mail|mail|yahoo|gmail|samsung|iphone|ipad|android|proton|mobiel|mobile|windows|ziggo|kpn|xs4all|smartphone|blackberry|huawei|xiaomi|bluemail|spark|thunderbird|workspace)\b.{0,120}$/i,
  /^(?:get|download|haal|ontvang)\soutlook\s(?:for|voor)\s.{0,120}$/i,
  /^outlook voor (?:ios|android|mac)\b.{0,120}$/i,
  /^(?:virusvrij|virus-free)\.?\s?(?:www\.|$|\[|<).{0,120}$/i,
];

/** A line that a mail program adds about itself. */
export function isDeviceLine(line: string): boolean {
  const text = line.trim();
  return text.length < 200 && DEVICE.some((pattern) => pattern.test(text));
}

const LEGAL: readonly RegExp[] = [
  /^\W{0,3}disclaimer\b/i,
  /^\W{0,3}(?:confidentiality notice|vertrouwelijkheidsverklaring)\b/i,
  /^(?:dit|deze|de informatie|de inhoud|the information|the contents?|this|any)\b.{0,120}\b(?:e-?mail\w*|bericht\w*|message|communication|transmission|bijlagen?|attachments?)\b.{0,200}\b(?:uitsluitend|vertrouwelijk\w*|bestemd|geadresseerden?|confidential|privileged|intended|addressee)\b/i,
  /^(?:indien|als) u niet de (?:geadresseerde|beoogde ontvanger)\b/i,
  /^if you (?:are not the intended|have received this)\b/i,
  /^(?:denk (?:s\.?v\.?p\.? )?aan het milieu|please consider the environment)\b/i,
  /^(?:this e-?mail has been (?:checked|scanned)|dit e-?mailbericht is gecontroleerd|deze e-?mail is gecontroleerd)\b/i,
];

/** A paragraph with which an employer's or a virus scanner's footer begins. */
export function isLegalFooter(paragraph: string): boolean {
  const text = paragraph.trim().slice(0, LONGEST_FOOTER);
  return LEGAL.some((pattern) => pattern.test(text)) && !speaksOfItself(text);
}

const NEWSLETTER: readonly RegExp[] = [
  /\b(?:u|je) (?:ontvangt|ontving|krijgt) (?:deze|dit) (?:e-?mail\w*|mail\w*|nieuwsbrief|bericht)\b/i,
  /\b(?:deze|dit) (?:e-?mail\w*|mail\w*|nieuwsbrief|bericht) (?:is|wordt|werd) (?:verzonden|verstuurd|gestuurd|gericht)\b/i,
  /\bklik (?:dan )?(?:hier|op).{0,80}(?:\baf\s?te?\s?melden|\bafmeld|\buit\s?te?\s?schrijven|\buitschrijf|\bunsubscribe)/i,
  /\bom (?:u|je|zich) (?:hiervoor )?(?:af te melden|uit te schrijven)\b.{0,80}\bklik/i,
  /\b(?:meld|schrijf) (?:u|je) (?:dan |nu |direct )?hier (?:weer )?(?:af|uit)\b/i,
  /\b(?:afmelden|uitschrijven|unsubscribe|afmeldlink)\b.{0,40}\bklik (?:dan )?hier\b/i,
  /^\W{0,3}wil(?:t)? (?:u|je) (?:deze|onze|de|geen)\b.{0,80}\b(?:meer|langer) ontvangen\b/i,
  /\b(?:u kunt u|u kunt zich|kunt u zich|je kunt je|kun je je|je kan je)\b.{0,80}\b(?:afmelden|uitschrijven)\b/i,
  /\bals (?:u|je) (?:deze|geen|onze|de)\b.{0,80}\b(?:meer|langer) (?:wilt|wil|wenst)(?: te)? ontvangen\b/i,
  /\byou(?:['’]re| are)? (?:receiv(?:ed|ing)|getting|got) this (?:because|e-?mail|message|newsletter)\b/i,
  /\bthis (?:e-?mail|message|newsletter) (?:was|is|has been) (?:sent|intended|delivered) (?:to|for)\b/i,
  /\bto (?:unsubscribe|stop receiving|opt out)\b.{0,100}?\b(?:click|visit|go to|send|use|follow|reply)\b/i,
  /\bclick (?:here|on|the link|below).{0,80}\bunsubscribe\b/i,
  /\bif you (?:no longer|do not|don['’]t) (?:wish|want) to receive\b/i,
  /\bdon['’]t want (?:to (?:receive|get) )?(?:these|this|our)\b.{0,40}\?/i,
  /\byou (?:can|may) (?:unsubscribe|opt out|change your (?:e-?mail )?preferences)\b/i,
  /(?:^\W{0,3}|[.!?]\s+)(?:unsubscribe|uitschrijven|afmelden) (?:from this (?:list|group|newsletter)|here|hier|at any time|kan (?:hier|via))\b/i,
  /^\W{0,3}(?:afmelden|afmeldlink|uitschrijven|unsubscribe|opt.?out)\W{0,5}https?:\/\//i,
];
const LIST_RULE = /^_{20,}$/;
const LIST_NAME = /\b(?:mailing ?list|mailinglijst|groups?\.google)\b/i;

const LONGEST_ROW = 200;
const OPT_OUT = /^\W{0,3}(?:afmelden|afmeldlink|uitschrijven|unsubscribe|opt.?out)\W{0,3}$/i;
const LINK_ALONE =
  /^\W{0,3}(?:afmelden|uitschrijven|unsubscribe|opt out|afmeldlink|voorkeuren(?: (?:wijzigen|aanpassen))?|(?:update|manage)(?: your)? preferences|bekijk (?:online|in (?:uw|je) browser|de webversie)|view (?:online|in browser)|webversie|privacy(?:verklaring| policy| statement)?|contact|preferences|help)\W{0,3}$/i;

/** A line or paragraph of a newsletter's footer. */
export function isNewsletterFooter(text: string): boolean {
  const trimmed = text.trim().slice(0, LONGEST_FOOTER);
  if (trimmed.length < LONGEST_ROW && isRowOfLinks(trimmed)) return true;
  return NEWSLETTER.some((pattern) => pattern.test(trimmed)) && !speaksOfItself(trimmed);
}

/** "Afmelden | Contact": with a dash between them all must be links, since names and sentences have dashes too. */
function isRowOfLinks(line: string): boolean {
  const items = line.split(/[|·•]/).filter((item) => item.trim() !== '');
  if ((items.length > 1 || /[|·•]/.test(line)) && items.some((item) => OPT_OUT.test(item.trim()))) return true;
  const dashed = line.split(/\s[-–/]\s/);
  return dashed.length > 1 && dashed.every((item) => LINK_ALONE.test(item.trim()));
}

/** A link of a footer on a line of its own: below a footer it belongs to it, elsewhere it may be the whole request. */
export function isFooterLink(line: string): boolean {
  return line.length < 80 && LINK_ALONE.test(line.trim());
}

/** The rule with which a mailing list program begins its footer. */
export function isListFooter(lines: readonly string[], index: number): boolean {
  return (
    LIST_RULE.test(lines[index]?.trim() ?? '') &&
    LIST_NAME.test(
      lines
        .slice(index + 1, index + 4)
        .join(' ')
        .slice(0, 500),
    )
  );
}
