/** Turns of phrase in Dutch letters that say more than their words. Written as in dutch-things.ts. */
export const DUTCH_PHRASES = {
  /** What the organisation knows or holds, said as a whole. */
  heldOfMe: `weten_van_mij weten_over_mij van_mij_weten over_mij_weten over_mij_weet van_mij_weet hebben_over_mij hebt_over_mij
    heeft_over_mij over_mij_hebben over_mij_heeft over_mij_hebt van_mij_hebben van_me_hebben van_me_weten
    over_me_weten over_ons_weten over_mij_bekend van_mij_bekend over_mij_in over_mij_staat over_mij_opgeslagen
    van_mij_opgeslagen in_mijn_dossier op_papier_hebben allemaal_van_mij allemaal_over_mij bij_u_bekend_over
    over|van_mij|me|ons|mezelf|hem|haar_vastligt|vastgelegd|bewaart|bewaard|bewaren|opgeslagen|verzameld|bijhoudt|bijhouden|heeft|hebt|hebben|weet|weten|staat|bekend|geregistreerd|genoteerd|liggen|ligt|verwerkt
    weten|weet|hebben|heeft|hebt|bewaren|bewaart|bewaar|verwerkt|verzamelt_van|over_mij|me|ons|hem|haar
    heeft|hebt|hebben_liggen|klaarliggen nog_heeft|hebt|hebben_liggen|staan`,
  /** How a person is addressed. */
  titleWord: `meneer mevrouw heer dhr mevr mw man vrouw mijnheer juffrouw dame overleden weduwe gescheiden getrouwd`,
  iAm: `ik_ben_een ben_een ik_ben_geen ben_geen ben_ik_niet maar_ik_ben ik_ben_niet ik_leef ben_ik_een sta_ik`,
  spell: `schrijft geschreven gespeld gespelt spelt spelling spelling_van ontbreekt ontbreken mist gemist overgenomen
    verhaspeld genoteerd_als staat_er_als staat_als vermeld_als trema streepje koppelteken letter_te accent dubbel
    dubbele toevoegen toegevoegd weggelaten weglaten een_n|t|d|s|e|letter`,
  stillOld: `oud_adres oude_adres oude_naam oude_achternaam oud_emailadres oude_emailadres oude_mailadres oud_telefoonnummer
    oude_telefoonnummer woon_niet_meer woon_daar_niet woon_al niet_meer_op_dat niet_meer_op_het oude_gegevens
    vorige_adres oude_werkadres vorige_bewoner vorige_bewoners oude_rekening oud_rekeningnummer verwisseld_met
    mij|me_verward|verwisseld`,
  called: `heet heten heette noemen voer_weer gebruik_weer|nu|voortaan|sinds draag_weer|voortaan voortaan_heten`,
  shouldBe: `is_van_mijn is_niet_van dat_moet het_moet moet_zijn moeten_zijn hoort_te moet_eigenlijk bestaat_niet in_plaats_van
    er_niet_is is_een_leugen dient_te`,
  outOf: `niet_meer_in_jullie niet_meer_in_uw niet_meer_bij_jullie niet_meer_bij_u niet_langer_in_uw niet_langer_bij
    niet_meer_voorkomen niet_meer_in_jullie|uw|je|de_systeem|bestand|administratie|systemen|bestanden`,
  fedUp: `nee_is_nee met_rust laat_me_met moet_ophouden moet_stoppen houdt_niet_op opdringerig opdringerige lastig_te_vallen
    lastig_valt niet_op_te_wachten zit_niet_te geen_interesse niet_geinteresseerd gek_van zat_van beu genoeg_van
    daarmee_op daar_mee_op moe_van wil_die_niet wil_ze_niet wil_het_niet wil_dit_niet niet_van_gediend geen_zin
    geen_trek geen_behoefte van_verlost verlost_van ergeren erger_mij|me bestoken|bestookt bestook mee_bestoken
    overgeslagen overslaan oversla sla_ons|mij|me|dit_over niet_meer_welkom geen_prijs_op is|nu|moet|het_afgelopen
    afgelopen_met|zijn overspoel* overladen dichtgespamd blijven|blijft_sturen|bellen|mailen|aandringen doodziek`,
  weakEnd: `eraf afhalen laat_maar maar_zitten uitzetten uit_zetten uitvinken afzetten vinkje_weg hoeft_niet hoef_niet hoef_ik
    hoef_die hoeft_voor`,
  gone: `verdwijnt verdwenen_is moet_weg moeten_weg mag_weg mogen_weg kan_weg kunnen_weg eruit weg_hebben weg_is weg_zijn eraf
    mag_verdwijnen moeten_verdwijnen allemaal_weg alles_weg verdwijnen verdwenen kan_verdwijnen moet_verdwijnen
    weg_ermee weg_mag moet|moeten|mag|mogen|kan|kunnen_eruit|weg eruit_mag|mogen|moet|moeten
    moet|moeten|mag|mogen_uit_het|uw|jullie|de weggedaan moet_er_uit er_uit_hebben|halen
    definitief|helemaal|volledig|compleet|voorgoed|permanent_weg|eraf|eruit weg_krijgen|krijg|halen|doen`,
  noNeed: `hoeven_jullie_niet hoeft_u_niet hoeven_niet geen_reden niets_te_zoeken geen_belang niet_meer_nodig niet_langer_nodig
    niks_meer_te geen_noodzaak niet_nodig nergens_meer_voor`,
  noTrace: `niets_van_mij niks_van_mij niets_over_mij niks_over_mij geen_spoor niets_meer_van niks_meer_van niets_meer_over
    niks_meer_over niets|niks_meer|over_van|van niets|niks_meer_bij_u|jullie laat|laten_niets|niks_over
    niets_overblijft niks_overblijft`,
  provider: `andere_aanbieder nieuwe_aanbieder andere_provider nieuwe_provider andere_maatschappij nieuwe_maatschappij concurrent
    concurrentie kpn odido ziggo vodafone tmobile t_mobile tele2 lebara simyo youfone hollandsnieuwe elders
    ergens_anders ander_bedrijf andere_partij nieuwe_leverancier andere_telecomaanbieder nieuwe_telecomaanbieder
    volgende_provider andere_dienst
    andere|ander|nieuwe|nieuw|volgende_aanbieder|provider|maatschappij|leverancier|dienstverlener|partij|bedrijf|club|dienst|telecombedrijf|telecomaanbieder|telecomprovider|operator|organisatie|systeem|programma|app|platform|verwerkingsverantwoordelijke
    naar_de_nieuwe bij_een_ander naar_een_ander mijn_eigen_programma
    eigen_software|programma|spreadsheet|administratie freedom simpel proximus delta caiway lycamobile telfort orange
    telenet overstap overstappen overgestapt overstapt switchen vergelijkingssite vergelijker prijsvergelijker
    *programma *software *aanbieder *provider *leverancier *maatschappij`,
  /** What people do with the service that data are made of. */
  activity: `met_wie_ik wie_ik_bel inhoud smsjes belpatroon *gedrag gesprekken gesprek telefoongesprekken websites sites surfen
    internetten verbruik kijkgedrag belgedrag klantgesprekken surfgedrag locatie locaties bewegingen verplaatsingen
    postcode gedrag chat klantgedrag internetverkeer zoekopdrachten waar_ik stem berichten`,
  spy: `meegeluisterd afgeluisterd meekijken meegekeken volgen volg gevolgd volgt tracken track tracking profileren
    geprofileerd profilering profiel profielen bespioneren gescoord afluisteren meeluisteren analyseren geanalyseerd
    risicoprofiel betaalprofiel klantprofiel meeluistert luistert_mee luisteren_mee volgsoftware meelezen meeleest
    lezen_mee in_de_gaten bespied bespieden kijkt_mee kijken_mee luistervink* ranglijst rangschik* rangorde
    scorelijst inschatten inschat`,
  notThat: `dat_wil_ik_niet wil_ik_niet op_tegen ben_tegen ben_ik_tegen tegen_ben niet_van_gediend daar_pas_ik ik_pas_ervoor
    dat_mag_niet wil_dat_niet vind_ik_niet_goed niet_de_bedoeling wens_ik_niet niet_mee_akkoord
    daar_wil_ik|wij_niet|buiten wil_ik|wij_niet_aan dat_moet_niet hoeft_van_mij|ons_niet daar_ben_ik_niet|tegen
    stel_ik_geen_prijs`,
  noLonger: 'niet_meer niet_langer geen_toestemming_meer nooit_meer niet_meer_akkoord',
  cancel: `opzeggen opzegging annuleren annuleer afzien zie_af zeg_af zeg_op stopzetten stopzetting weigeren op_te_zeggen
    beeindigen beeindiging nee_dank`,
  noHuman: `niemand_die niemand_ernaar niemand_het niemand_naar_gekeken heeft_niemand niemand_heeft zonder_tussenkomst geen_mens
    geen_medewerker zonder_dat_er_iemand zonder_dat_iemand binnen_een_minuut binnen_seconden binnen_enkele_seconden
    binnen_drie_seconden paar_seconden handmatig_beoordelen handmatig_bekijken handmatige_beoordeling handmatig_laten
    nooit_een_mens niemand_bekeken echt_persoon echte_persoon echt_mens echte_mens levend_persoon vlees_en_bloed
    met_de_hand mijn_kant_van handmatige_controle`,
  legalBasis: `grondslag rechtsgrond wettelijke_basis juridische_basis op_grond_waarvan welke_wet welk_recht
    wettelijke_grond|grondslag|reden gerechtvaardigd_belang waar_staat_dat_u`,
  ignored: `reageert_niet niet_gereageerd geen_reactie geen_antwoord nooit_antwoord nooit_gereageerd genegeerd negeert
    niets_gehoord niks_gehoord reageren_niet nog_steeds_niet nog_altijd_niet termijn_verstreken
    nooit_een|iets_antwoord|reactie|gehoord geen_enkele_reactie|antwoord nog_geen_antwoord|reactie
    termijn_voorbij|verlopen`,
  stillListed: `nog_in|bij_jullie|uw|je_bestand|bestanden|systeem|systemen|database|administratie nog_steeds_in|bij_jullie|uw
    nog|ik_steeds_in|bij_jullie|uw|je nog_bekend|geregistreerd|ingeschreven_bij sta_nog_bij|in`,
  /** Held, and nothing more. */
  unused: `ongebruikt onaangeroerd onaangetast ongemoeid intact quarantaine uit_de_roulatie in_een_kluis achter_slot
    alleen_bewaren|opslaan|opgeslagen|bewaard alleen_nog_bewaren|opgeslagen|bewaard|worden`,
  /** What a person gave of his own. */
  entered: `ingevuld ingevoerd ingesteld opgegeven ik_zelf_heb door_mij_verstrekte|ingevoerde|ingevulde|opgegeven
    ik_jullie|u_ooit|zelf|heb zelf_heb_ingevoerd|ingevuld|opgeslagen ik_heb_verstrekt verstrekt_heb opgebouwd
    aan_u_verstrekt contacten contactpersonen adresboek zenderlijst zendervolgorde telefoonboek favorieten
    zenderlijsten playlists opnamelijst`,
  /** What the files say of a person, told to be put right. */
  recordedAs: `te_boek geboekstaafd sta_ik_als|bekend|nog|ingeschreven|vermeld|geregistreerd
    ik_sta_als|bekend|bij|nog|ingeschreven|vermeld|geregistreerd sta_ik_bij_jullie|u|jou
    volgens_uw|jullie|je_gegevens|administratie|systeem|bestand|bestanden|dossier staat_bij_mij|mijn|jullie
    aangemerkt_als hebben|heeft|hebt_mij|me_als|verwisseld|verward niet_de_mijne|juiste niet_van_mij anders_dan
    verwisseld verward_met te_veel_in een_letter|cijfer|n|e|s_te staat_er|daar_als|dat|nog naam_van_mijn_ex|vorige
    op_alle|de|uw|jullie|elke|iedere_brieven|post|brief|enveloppe|brieven|facturen te_vroeg|jong|oud
    jullie|u_denken|denkt_dat nog|altijd|steeds_steeds|nog|altijd_als|aan|met|op
    nog|altijd|steeds_als|aan_de|het|mevrouw|meneer|mevr|dhr|mijn begint|beginnen_met`,
  /** To be kept and nothing besides. */
  only: `alleen_nog|bewaren|opslaan slechts enkel uitsluitend meer_niet verder_niets|niks anders_niets|niks louter`,
  /** To whom a letter is written says nothing of what it asks. */
  salutation: 'geachte beste hallo aan_de|uw tav attentie',
  /** The writer calls; nobody calls him. */
  iCall: 'ik_bel|belde|telefoneer bel|belde_ik',
} as const;
