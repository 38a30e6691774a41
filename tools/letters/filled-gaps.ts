import { openGaps } from '../../domain/answers/open-gaps.ts';
import type { Language } from '../../domain/languages.ts';

/** What a handler would have written into each gap of a draft; empty where the gap asks to take something out. */
const FILLED: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: {
    '[Noem de bestanden. Leg codes en afkortingen uit.]': 'U krijgt drie bestanden. De code A betekent: actief.',
    '[Haal weg wat voor deze persoon niet geldt.]': '',
    '[Haal weg wie geen gegevens van deze persoon kreeg.]': '',
    '[Schrijf nee. Of schrijf ja en leg uit: welk besluit, hoe het ontstond, wat het voor u betekent.]': 'Nee.',
    '[Controleer dit in elk bestand.]': '',
    '[Schrijf per gegeven: wat stond er, en wat staat er nu?]': 'Er stond: Dorpsstraat 1. Er staat nu: Dorpsstraat 11.',
    '[weekdag en datum]': 'woensdag 1 juli 2026',
    '[Niet veranderd? Haal dit weg.]': '',
    '[Noem wie u hebt ingelicht, of schrijf: aan niemand.]': 'Dat staat onder aan deze brief.',
    '[verwijderd op … / bewaard, omdat …, tot en met … / hadden wij niet]': 'verwijderd op woensdag 1 juli 2026',
    '[Schrijf aan wie en wanneer u ze stuurde. Of waarom dat niet kan.]':
      'Dat kon niet: dat bedrijf neemt ze niet aan.',
    '[Noem welke gegevens stilstaan, en voor welk doel.]':
      'Sinds woensdag 1 juli 2026 bewaren wij uw betaalgegevens alleen nog.',
    '[Schrijf wanneer of waarom dit ophoudt.]': 'Dit duurt tot wij weten of de gegevens kloppen.',
    '[Noem het gebruik waartegen bezwaar is gemaakt.]': 'Wij kijken niet meer naar uw belgedrag voor advies.',
    '[Schrijf de redenen van de persoon op. Schrijf ons belang op. Zeg wat zwaarder woog, en waarom.]':
      'U wilt niet bekeken worden. Wij willen goed adviseren. Uw reden weegt zwaarder.',
    '[uitkomst]': 'u mag op rekening kopen',
    '[Naam of functie]': 'De privacy officer',
    '[Schrijf op wat de persoon vond. Zeg wat u daarmee deed.]':
      'U schreef dat uw inkomen gestegen is. Wij hebben dat meegeteld.',
    '[Noem de gegevens die telden, en hoe ze telden. Gebruik gewone woorden.]':
      'Uw inkomen telde het zwaarst. Oude rekeningen telden niet mee.',
    '[Begin met het antwoord, in één of twee korte zinnen.]': 'Wij bewaren uw rekeningen zeven jaar.',
    '[Leg het uit. Gaat het over de website van een ander? Zeg dan wie daarover gaat.]':
      'De belastingwet verplicht ons daartoe.',
    '[onderdeel]': '‘Bewaren van uw gegevens’',
    '[terecht / deels terecht / niet terecht]': 'uw klacht is terecht',
    '[Vat de klacht samen, in de woorden van de persoon.]': '‘Ik kreeg drie keer post voor een ander.’',
    '[Punt 1]': 'Verkeerde post',
    '[ons oordeel, met de feiten]': 'terecht, want er stond een oud adres in ons systeem.',
    '[Punt 2]': 'Traag antwoord',
    '[Ging er iets fout? Schrijf dan: het spijt ons dat …]': 'Het spijt ons dat u post van een ander kreeg.',
    '[Maatregel]': 'Wij verbeteren het adres',
    '[Geen reclame? Haal dit weg.]': '',
    '[Noem waarmee u zocht, bijvoorbeeld naam en e-mailadres.]': 'Wij gebruikten uw naam en uw e-mailadres.',
  },
  en: {
    '[Name the files. Explain codes and abbreviations.]': 'You get three files. The code A means: active.',
    '[Take out what does not apply to this person.]': '',
    '[Take out who got no data about this person.]': '',
    '[Write no. Or write yes and explain: which decision, how it came about, what it means for you.]': 'No.',
    '[Check this in every file.]': '',
    '[Write for each item: what did it say, and what does it say now?]':
      'It said: Dorpsstraat 1. It now says: Dorpsstraat 11.',
    '[weekday and date]': 'Wednesday 1 July 2026',
    '[Not changed? Take this out.]': '',
    '[Name whom you told, or write: nobody.]': 'That is at the end of this letter.',
    '[erased on … / kept, because …, until … / we had none]': 'erased on Wednesday 1 July 2026',
    '[Write whom you sent them to and when. Or why that is not possible.]':
      'That was not possible: that company does not take them.',
    '[Say which data stand still, and for which purpose.]':
      'Since Wednesday 1 July 2026 we do no more than keep your payment data.',
    '[Write when or why this ends.]': 'This lasts until we know whether the data are right.',
    '[Name the use that was objected to.]': 'We no longer look at how you call to give advice.',
    '[Write down the reasons of the person. Write down our interest. Say which weighed more, and why.]':
      'You do not want to be looked at. We want to give good advice. Your reason weighs more.',
    '[result]': 'you may buy on account',
    '[Name or position]': 'The privacy officer',
    '[Write down what the person thought. Say what you did with that.]':
      'You wrote that you earn more now. We have taken that into account.',
    '[Name the data that counted, and how they counted. Use plain words.]':
      'What you earn counted most. Old invoices did not count.',
    '[Begin with the answer, in one or two short sentences.]': 'We keep your invoices for seven years.',
    '[Explain. Is it about the website of somebody else? Then say who is in charge of it.]': 'Tax law makes us do so.',
    '[section]': '‘Bewaren van uw gegevens’',
    '[justified / partly justified / not justified]': 'your complaint is justified',
    '[Sum up the complaint, in the words of the person.]': '‘I got post for somebody else three times.’',
    '[Point 1]': 'Wrong post',
    '[our finding, with the facts]': 'justified, because our system had an old address.',
    '[Point 2]': 'Slow answer',
    '[Did something go wrong? Then write: we are sorry that …]': 'We are sorry that you got post of somebody else.',
    '[Measure]': 'We correct the address',
    '[No advertising? Take this out.]': '',
    '[Say what you searched with, such as name and email address.]': 'We used your name and your e-mail address.',
  },
};

/** A draft as it looks when its handler has finished it. Throws RangeError for a gap that has no words here. */
export function filledDraft(draft: string, language: Language): string {
  const filled = openGaps(draft).reduce((text, gap) => {
    const words = FILLED[language][gap];
    if (words === undefined) throw new RangeError(`no words for the gap ${gap}`);
    return text.replace(gap, () => words);
  }, draft);
  return filled.replaceAll(/[ ]+$/gm, '').replaceAll(/\n{3,}/g, '\n\n');
}
