/**
 * What Dutch letters are about, by concept. Words are written small and without accents; `_` joins the words of
 * a phrase, `|` stands between words of which any will do, a `*` at an end stands for whatever comes there. Which concepts there are is decided here.
 */
export const DUTCH_THINGS = {
  /** Personal data, whatever people call them. */
  data: `historiek mijn_informatie mijn_info geschiedenis voorkeuren klantkenmerken *gegevens *geschiedenis *historie *dossier
    persoonsgegevens persoonsgegeven klantgegevens accountgegevens contactgegevens adresgegevens bankgegevens
    betaalgegevens naw_gegevens nawgegevens belgegevens verkeersgegevens locatiegegevens privegegevens
    gebruiksgegevens verbruiksgegevens verbruikshistorie data klantdossier dossier persoonlijke_informatie
    persoonlijke_info klantprofiel profiel informatie_over_mij info_over_mij internetgebruik surfgedrag kijkgedrag
    belgedrag bestelgeschiedenis personeelsdossier logbestand* klantkaart klantenkaart betaalgedrag
    oproepgeschiedenis instellingen contactlijst contactenlijst adresboek belinstellingen belgeschiedenis
    medische_gegevens sporen *data *profiel *logs logs
    mijn_bestand|stukken|papieren|spullen|info|informatie|historie|dossier mijn_persoonlijke_informatie|info|dingen
    metadata alles_wat_u|jullie|je gegevens* klantbeeld klantbeelden vermelding vermeldingen gegevens`,
  everything: `whatever alles alle_info alle_informatie al_het al_mijn_info alle_sporen
    de|het_hele_boel|zootje|zaakje|rommel|santenkraam|mikmak|handel alles_wat`,
  recording: `*notities *notitie *opname *opnames *beelden opname opnames gespreksopname* geluidsopname* telefoonopname* notitie
    notities aantekening* gesprekslog* belnotitie* camera* beelden filmt filmen gefilmd chatgesprek* chatgeschiedenis
    belgegevens kredietgegevens`,
  registration: `bkr registratie* registreren geregistreerd betalingsachterstand achterstand wanbetaler wanbetalers fraudeur
    zwarte_lijst bkr_registratie codering aantekening_bij vermelding in_gebreke schuldenlijst fraudelijst
    incidentenregister telefoongids wanbetaling* schuldregistratie* schuldmelding*`,
  /** One datum about a person that can be wrong. */
  field: `roepnaam adres adressen adresje naam achternaam voornaam voornamen voorletter* initialen geboortedatum geboortejaar
    geboortedag geslacht aanhef emailadres mailadres mailadressen telefoonnummer postcode huisnummer factuuradres
    woonadres postadres bankrekeningnummer rekeningnummer iban inkomen burgerlijke_staat meisjesnaam bankrekening
    straatnaam mijn_email mijn_mail tenaamstelling belgedrag achternamen btw_nummer geboorteplaats nationaliteit
    tussenvoegsel trema streepje accent koppelteken titulatuur tweede_naam|voornaam leeftijd geboortedata
    schrijfwijze gezinssamenstelling mail_adres email_adres geboren`,
  identityPaper: `paspoort paspoortkopie identiteitsbewijs id_bewijs idbewijs legitimatie* rijbewijs id_kopie kopie_id mijn_id
    van_mijn_id scan pasje identiteitskaart kopietje_id cv sollicitatie sollicitatiebrief bsn burgerservicenummer
    pasfoto verblijfsvergunning verblijfsdocument selfie paspoortnummer documentnummer`,
  account: 'account webaccount klantaccount inlogaccount gebruikersaccount profielpagina',
  myNumber: 'nummer telefoonnummer mobiele_nummer 06_nummer 06',
  system: `systeem systemen bestand bestanden database databases administratie boeken klantenbestand klantbestand computer
    computers computersysteem papieren archief servers archieven crm klantensysteem registers`,
  ofMe: `mijn_persoon betreffende_mij omtrent_mij jegens_mij van_mij over_mij van_me over_me over_mijn over_onze van_onze
    van_ons over_ons mij_betreffende van_mijn van_mn van_m'n van_moeder van_mijzelf over_mijzelf mij_bekend over_hem
    over_haar van_haar van_hem`,
  my: `mijn mn mij onze ons m'n me zijn haar`,
  me: 'mij me ons mezelf mijzelf',
  law: `avg privacywet privacywetgeving uavg gdpr algemene_verordening_gegevensbescherming avg_verzoek privacyrecht*
    privacyverzoek wet_bescherming_persoonsgegevens gegevensbescherming*`,
  privacy: `anoniem privacy privacyverklaring privacybeleid privacyvoorwaarden privacystatement privacyreglement privacyschending
    privacygevoelig* cookie cookies cookiebeleid persoonsgegevens klantgegevens datalek* gegevensbescherming* avg
    gdpr andermans_gegevens vertrouwelijk vertrouwelijke prive* naam_en_toenaam dataverwerking verwerkersovereenkomst
    privacyregels privacyafdeling privacyteam privacymedewerker privacyinstelling* privacypolicy gegevensbeleid
    persoonlijke_levenssfeer autoriteit_persoonsgegevens geheimhouding afluister* taps tappen inlichtingendienst*`,
  breach: `datalek datalekken gehackt hack gelekt lek uitgelekt op_straat cyberaanval phishing buitgemaakt beveiligingsincident
    gegevens_op_straat ransomware hackers gekraakt cyberincident`,
  processing: `verwerking verwerkingen verwerken verwerkt verwerkte gebruik gebruiken gebruikt analyse analyses analyseren
    geanalyseerd profilering profileren profiel profielen gerechtvaardigd_belang doorverkoop statistiek statistieken
    marktonderzoek klantonderzoek`,
  mailing: `*nieuwsbrief *nieuwsbrieven *mailing *mailings nieuwtjes nieuwsbrief nieuwsbrieven nieuwsmail nieuwsmails
    nieuwsbericht* mailing mailings mailinglijst mailinglijsten mailinglist maillijst mailing_lijst verzendlijst
    emaillijst nieuwsbriefje emailnieuwsbrief digitale_nieuwsbrief krantje *krantje nieuwsflits* nieuwsupdate*
    bulletin ezine digest nieuwsberichten`,
  /** Mail or calls that sell. */
  ads: `drukwerk flyer flyers acquisitie telefoonverkoop *reclame verkooplijst* reclame* advertentie* aanbieding* aanbod
    commerciele commercieel promo* promotie* marketing* telemarket* verkopers verkooppraat* verkoopgesprek*
    verkooptelef* verkoopbel* verkoopprat* verkoopteam folder folders brochure* actiemail* acties aanbiedingsmail*
    spam spammen spammails kortingsactie* colportage direct_marketing directmarketing wervende vertegenwoordiger*
    telefonische_verkoop verkoop_aan_de nee_sticker telefonische_verkopers reclamemail* klantenwerving colporteur*
    aan_de_deur huis_aan_huis ongevraagd ongevraagde ongewenste kortingscode* ongevraagde_mail ongevraagde_mails
    ongevraagde_emails ongewenste_mail ongewenste_mails ongewenste_emails *campagne *campagnes campagne campagnes
    *verkoopbestand telefonische_aanbiedingen aanprijz* aanbevelingen iets_te|aan_verkopen verkoopbestand*
    verkooptelefoontje* verkoopdoeleinden de|uw|jullie|jullies_verkoop wervingsactie* wervingsgesprek*
    met|over|vol|van_kortingen|acties|aanbiedingen *folders sticker stickers *sticker deurverkoop* *verkopers
    verkoopverhaal* promopraat*`,
  emailed: `mail mails email emails mailtje mailtjes emailtje* emailbericht* mailbox mailbus inbox postvak* mailadres emailadres
    reclamemail* actiemail* promomail* aanbiedingsmail* spammail* mailen`,
  list: 'lijst lijsten lijstje adressenlijst verzendlijst mailinglijst',
  callList: 'belsysteem* bellijst* belbestand* belteam bel_lijst belregister',
  info: 'informatie info inlichtingen zaken dingen',
  consent: `toestemming instemming akkoord_voor permissie opt_in optin vinkje aangevinkt ja_gezegd ja_zei akkoord_daarvoor
    mijn_akkoord goedkeuring akkoord_gegeven|gegaan ik_gaf_toestemming ingestemd stemde_in meegedaan_aan`,
  machine: `computer computers computersysteem systeem algoritme algoritmes algoritmen automatisch automatische geautomatiseerd*
    machine software robot ai kunstmatige_intelligentie computerprogramma bot automaat programma wiskundig_model
    scoremodel chatbot robots fraudesysteem fraudefilter filter scorekaart rekenmodel rekenregel uit_eigen_beweging
    zelflerend automatiek`,
  credit: `risicoprofiel* risicoklasse* acceptatie* krediettoets* kredietcheck kredietscore kredietwaardigheid*
    kredietbeoordeling kredietregistratie bkr creditcheck kredietbureau kredietrapport kredietonderzoek
    kredietaanvraag kredietwaardig risicoscore fraudescore kredietcontrole kredietinformatie *krediet risiconiveau*
    risicogroep* risicomodel*`,
  human: `mens mensen medewerker persoon iemand collega leidinggevende mensenogen menselijk menselijke iemand_met mensenwerk
    bevoegd_persoon bevoegd`,
  evidence: `mijn_zaak bewijs bewijsmateriaal politie aangifte rechtszaak rechter rechtbank geschil geschillencommissie procedure
    kort_geding advocaat claim vordering dagvaarding schadeclaim zitting rechtsvordering klachtprocedure bewijsstuk
    bewijsstukken rechtsgang advocate jurist letselschade tuchtzaak rechtbankzaak bemiddeling kantonrechter
    bezwaarprocedure hoger_beroep geschillen zaak_bij deurwaarder letselschadezaak bewijslast
    mijn_zaak|advocaat|jurist arbeidszaak klachtencommissie bezwaarcommissie schadezaak`,
  number: `nummer nummers nummerbehoud nummerportering nummeroverdracht porteren telefoonnummers mobiele_nummer 06_nummer
    portering`,
  contract: `contract contracten abonnement abonnementen abbonement abo overeenkomst contractverlenging verlenging opzegging
    opzeggen internetabonnement sim_only bundel tv_pakket pakket
    automatische|automatisch_verlenging|verlengd|verlengen *abonnement *contract *pakket *bundel`,
  bill: `factuur facturen rekening rekeningen nota nota's incasso aanmaning* betaling boete kosten factuurspecificatie
    eindafrekening specificatie herinnering verbruik bedrag tarief tariefwijziging prijsverhoging saldo
    verbruiksoverzicht belkosten voorrijkosten afrekening administratiekosten
    automatische|automatisch_incasso|betaling|afschrijving|afschrijven *factuur *facturen *incasso *rekeningen`,
  device: `sim simkaart modem router toestel telefoon kastje kastjes decoder apparaat glasvezel wifi lijn aansluiting voicemail
    storing snelheid simkaartje esim verbinding vaste_lijn whatsapp`,
  password: 'wachtwoord wachtwoorden inloggen pincode puk pukcode inlogcode inlog',
  appointment: `afspraak monteur monteurs installateur pakket pakketje bezorger bezorgd bezorging levering aanbellen webinar
    evenement koerier postnl *monteur *afspraak`,
  allowance: `gb mb databundel bundel dataverbruik roaming datalimiet datategoed 5g 4g data_op data_is_op hoeveel_data data_over
    mobiele|extra|meer|genoeg_data data_op|over|tegoed gegevensverbruik gegevensbundel`,
  service: 'klant klanten lidmaatschap lid kvk',
  relocation: `meeverhuizen mee_verhuizen internet_mee verhuisservice verhuizing_internet ga|gaan|wil|we|wij|ik_verhuizen verhuizing
    verhuisdatum verhuis nieuwe_woning|huis|flat nieuw_huis`,
  party: `partij partijen bedrijf bedrijven derden derde partners instanties ontvangers organisaties wie adverteerders
    verzekeraar verzekeraars belastingdienst gemeente incassobureau deurwaarder zusterbedrijf moederbedrijf anderen`,
  /** A likeness of a person; a picture of a broken modem is none of these. */
  portrait: `foto fotos portret stem stemafdruk stemprofiel stemopname vingerafdruk gezicht gezichtsscan filmpje video filmpjes
    *filmpjes *video`,
  /** What the service was used for; only counted with a form that a machine reads. */
  usage: `verbruik verbruikscijfers dagverbruik gebruikscijfers belminuten belhistorie kijktijden *cijfers *verbruik`,
  /** Money is collected from somewhere else: a matter of bills. */
  banking: `nieuw|nieuwe|ander|andere_rekeningnummer|iban|bankrekening|bank|bankrekeningnummer van_bank veranderd_van_bank
    bank_veranderd overstapservice machtiging_incasso`,
  activity: `websites|sites|paginas|apps_bezoek|bezoekt|bekijk smsje chatbericht chatberichten zoekgedrag zoekgeschiedenis
    contactpersonen microfoon waar_wij|we|ik_ben|bevind|ga hoe_oud_ik wat_ik_kijk|doe|zoek|lees|zeg belgesprek
    belgesprekken gps tv_kijk contacten *gedrag bewegingsprofiel reisgedrag waar_ik_was
    wat|waar|wie|wanneer|hoe_ik|wij|we_kijk|kijken|doe|doen|bekijk|bekijken|bel|bellen|zoek|zoeken|koop|kopen|ga|gaan|lees|lezen|zeg|zeggen|typ|luister|bezoek
    sites|websites|apps|paginas_ze|zij|hij|ik|we|wij_bezoeken|bezoekt|bezoek`,
  /** Where mail ends that is not seen: no advertising. */
  spamFolder: `in_de|mijn|uw_spam|spambox|spammap|spamfolder|prullenbak spambox spammap spamfolder spamfilter`,
} as const;
