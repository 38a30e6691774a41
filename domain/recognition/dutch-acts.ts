/** What Dutch letters want done, and how they say so. Written as in dutch-things.ts. */
export const DUTCH_ACTS = {
  accessName: `inzageverzoek inzage_verzoek recht_op_inzage inzagerecht recht_van_inzage verzoek_tot_inzage verzoek_om_inzage
    beroep_op_inzage inzage_in_mijn_gegevens inzage_persoonsgegevens dossier_inzage avg_inzage`,
  insight: 'inzage inzien inzagerecht',
  copy: `kopie kopien kopietje afschrift afschriften overzicht overzichtje uitdraai transcript lijst_met lijst_van lijstje_met
    dump copy opsomming export printje uitprint rapport kopij`,
  see: `lezen nalezen beschikking_stellen informeer inkijken inzien bekijken opvragen zien ontvangen ontvang krijgen hebben
    toesturen toezenden opsturen verstrekken opvraag bekijk terugluisteren beluisteren aanvragen openbaren verstrekt
    opschreven krijg toezend toestuur inkijk aanleveren horen luisteren`,
  which: 'welke wat whatever of_u of_jullie of_mijn of_er welk wa',
  hold: `heeft hebt hebben heb hebbe bewaart bewaren bewaard u_weet je_weet jullie_weten weten_jullie weet_u weet_je mij_weet
    me_weet mij_weten me_weten verwerkt verwerken verzamelt verzameld verzamelen opgeslagen opslaat opslaan bijhoudt
    bijhouden bijgehouden staat staan beschikt beschikken bezit vastgelegd vastlegt genoteerd vermeld gekregen
    geregistreerd vasthoudt in_huis er_nog_zijn beschikking liggen ligt bekend zit vastligt vastliggen vastgelegde
    bewaarde`,
  whence: `hoe_weet hoe_weten hoe_wist vandaan waarvandaan waar_vandaan hoe_komen hoe_komt hoe_kom hoe_kwamen hoe_kwam
    van_wie_heeft van_wie_hebt van_wie_hebben herkomst bron terechtgekomen terecht_gekomen terecht_komen
    hoe_heb|heeft|hebben|hebt_u|jullie|je waar_heb|heeft|hebben|hebt_u|jullie|je`,
  whom: `met_wie aan_wie wie wie_allemaal welke_partijen welke_bedrijven welke_derden welke_instanties wie_heeft wie_hebben
    wie_er welke_ontvangers welke_partners welke_medewerkers
    wie|welke_collega|collegas|medewerker|medewerkers|afdeling|afdelingen|andere bij_welke welk_bedrijf bij_wie
    naar_wie|welke aan_welke met_welke door_wie`,
  share: `verteld vertelde vertelt gemaild doorverteld delen deelt gedeeld verstrekt verstrekken verkocht verkopen verkoopt
    gegeven uitgewisseld geeft verspreid ingezien bekeken opgevraagd meegekeken gekeken toegang inzage overhandigd
    terechtgekomen bezorgd_aan uitgelekt doorgestuurd_aan gaf gaven doorge* doorverk* gedeelde meegegeven uitgereikt
    gaan|gaat_mijn|die|deze|ze|er mijn_gegevens_gaan|gaat|heen doorgegeven doorgeven doorgeeft doorgestuurd gegaan`,
  wrong: `klopt_niet niet_klopt kloppen_niet niet_kloppen niet_kloppend onjuist* fout foute fouten foutief foutieve verkeerd
    verkeerde incorrect incorrecte verouderd verouderde achterhaald niet_juist onvolledig* niet_correct niet_waar
    klopt_nie klopt_nog_steeds_niet niet_meer_klopt klopt_niet_meer klopt_helemaal_niet spelfout spelfouten typefout
    tikfout verschreven verwisseld klopt_al_niet klopt_van_geen_kanten slaat_nergens_op ten_onrechte ernaast
    omgedraaid door_elkaar_gehaald`,
  correct: 'klopt kloppen juist correct',
  change: `doorhalen doorgehaald veranderd_worden ophelderen wijzig wijzigen wijzigt gewijzigd wijziging wijzigingen verander
    veranderen veranderd aanpassen aangepast aanpassing aan_te_passen corrigeer corrigeren gecorrigeerd correctie
    correcties te_corrigeren verbeter verbeteren verbeterd verbetering rectificeren rectificatie rectificeer herstel
    herstellen hersteld bijwerken bijgewerkt actualiseren rechtzetten recht_te_zetten rechtgezet aanvullen aangevuld
    aanvulling vervangen vervang doorvoeren goed_zetten goed_te_zetten rechttrekken rechtzetting erbij_zetten
    administratie_verwerken systeem_verwerken updaten update geupdatet aanpast recht_zetten herschrijven goedzetten
    actueel_maken rechtgetrokken voornaam|naam|voorletter|tussenvoegsel|titel_toevoegen orde|overeenstemming_brengen`,
  newIs: `nieuwe_adres nieuw_adres nieuwe_emailadres nieuw_emailadres nieuwe_mailadres nieuw_mailadres nieuwe_naam
    nieuwe_achternaam heet_nu heet_echter ik_heet heet_ik adreswijziging naamswijziging naamsverandering
    adresverandering achternaam_is_nu naam_is_nu woon_inmiddels nieuw_telefoonnummer nieuwe_telefoonnummer
    meisjesnaam eigen_achternaam|naam weer_de_naam weer_mijn_eigen`,
  erase: `wegdoen wegmaken opschonen opgeschoond uitgegooid verwijderd_zien vernietig* verwijder* uitwis* verwijderd_worden
    te_verwijderen wis wissen gewist wissing geschrapt weggooien weggegooid weggehaald weghalen weg_te_halen
    uitgewist deleten delete gedelete opruimen opgeruimd verwijder_aub opdoeken schonen shredderen door_de_shredder
    eruit_halen eruithalen eruit_te_halen offline leegmaken ontdoe ontdoen wegdoe weggedaan verdelgen weghaalt
    opschoont opschoon uitveeg|uitvegen uitschonen kwijtmaken wegwerk* leeg_maken uitgummen nietig_maken verscheur*
    versnipper* door_de_papierversnipperaar|versnipperaar|shredder|papierversnippering papierversnipperaar
    doorstreep* schrap* vermaal* wegvagen weg_te_doen weg_te_gooien uitvlak* verwijder verwijderen verwijderd schrap
    schrappen verwijdert verwijdering vernietig vernietigen vernietigd vernietiging uitwissen`,
  erasureName: `vergeet_alles recht_op_vergetelheid vergeten_te_worden vergeten_worden vergeet_mij vergeet_me mij_vergeet me_vergeet
    mij_vergeten me_vergeten verwijderverzoek verwijderingsverzoek verwijder_verzoek recht_op_verwijdering
    recht_op_gegevenswissing gegevenswissing recht_op_wissing verzoek_tot_verwijdering verzoek_om_verwijdering
    vergetelheid dataverwijdering me|mij_helemaal|gewoon|volledig|maar_vergeten|vergeet vergeten_dat_ik
    jullie|u_mij|me_vergeten|vergeet mij|me_te_vergeten`,
  take: `haal halen schrap schrappen geschrapt verwijder verwijderen verwijderd gooi gooien uitschrijven schrijf weg
    verdwijnen verdwijn weghalen gewist wis wissen`,
  fromSystem: 'uit_uw uit_jullie uit_het uit_de uit_alle van_jullie van_de uit_je',
  keep: `bewaren opslaan opgeslagen aanhouden vasthouden houden hou bewaring opslag opgeborgen laten_staan bewaar* behoud*
    vasthoudt blijft_staan mogen|mag_blijven laten_bestaan vast_te_houden te_bewaren veiligstellen veilig_stellen
    zeker_stellen veiliggesteld zorgvuldig_bewaart|bewaren|bewaard aanhoudt bewaart bewaard`,
  portabilityName: `dataportabiliteit portabiliteit gegevensoverdracht overdraagbaarheid gegevensoverdraagbaarheid recht_op_overdracht
    dataoverdracht data_export dataexport verzoek_tot_overdracht`,
  move: `leveren geleverd meekrijgen meegeven aanleveren aangeleverd mee_te_nemen overhandigen exporteer* gegevens_mee
    overdragen overgedragen overdracht overzetten overgezet meenemen meegenomen overgebracht exporteren geexporteerd
    export doorzenden migreren verhuizen doorsturen doorgestuurd over_te_dragen over_te_zetten overdraagt overhevelen
    overdraag over_te_laten laten_dragen over_te_brengen rechtstreeks lever levert aanlever klaarzetten
    klaar_te_zetten meegaan meeneem meeneemt overdraagbaar overstuurt meekrijg meegeef mee_te_geven over_te_nemen
    inladen overspelen overgeheveld overgezonden toespelen overpakken beschikbaar_stellen kan|kunnen|laten_ophalen
    ze_kan_ophalen mee_willen|kunnen|te|wilt_geven|nemen klaarzetten|klaargezet verplaats* uithalen te_halen_uit
    overbreng* overneemt meekregen beschikbaar_maken|stellen|gemaakt geven_aan_mijn over_laten_zetten ter_hand
    overbrengen verplaatsen`,
  format: `open_formaat elektronisch_bestand digitaal_terug elektronische_vorm digitale_kopie digitaal_bestand usb_stick
    machineleesbaar machineleesbare machine_leesbaar gestructureerd gestructureerde csv json xml excel bestandje
    leesbaar_bestand gangbaar gangbare als_bestand in_een_bestand kan_lezen kunnen_lezen inladen bestandsformaat
    digitaal_formaat computer_kan_lezen inlezen importeren exportbestand spreadsheet dataformaat excelbestand
    herbruikbaar databestand *bestandje *formaat formaat digitaal_bestand|formaat elektronisch_bestand|formaat
    in_excel|csv|json|xml computerformaat downloadbestand exportfunctie geexporteerd door_machines andere_computer
    systeem_begrijpt|leest|aankan programma_kan|begrijpt|leest een_programma dataset
    kan_inladen|inlezen|importeren|openen|gebruiken|verwerken digitale_versie uitvoerbestand zip zipbestand usb
    elektronisch* als_bestand|download|databestand als|in_databestand|spreadsheet|csv|json|excel|bestandje
    als|in_een_bestand|bestandje|databestand|spreadsheet|download|csv|json|excel een|graag_download_van
    digitaal_mee|pakketje computer|machine_leesbaar formaten upload* geupload standaardformaat bestandsvorm
    digitale_kluis computer|programma|systeem|software|machine_kan|snapt|begrijpt|leest|aankan|slikt|verwerkt`,
  restrict: `blokkeert bevriest schort parkeren vastzetten stil_te beperk beperken beperking beperkt te_beperken af_te_schermen
    bevries bevriezen bevroren opschorten opgeschort blokkeer blokkeren geblokkeerd blokkering pauzeer pauzeren pauze
    on_hold op_slot slot_op stilleggen stilzetten opschorting in_de_ijskast ijskast in_de_wacht bevriezing afschermen
    afgeschermd afscherming stopzetten op_ijs hek vergrendel* stilgelegd stil_leggen opschort schors schorsen
    uit_de_roulatie blokkade gepauzeerd pauseren onder_embargo wacht_met wachten_met even_niet verzegel* geparkeerd
    parkeer parkeert in_de_vriezer|diepvries|kast|kluis|koelkast achter_slot stilgezet stil_te_leggen geschorst
    bevroor stillegt pauze_knop buiten_gebruik vastzet vast_te_zetten uit_het_zicht`,
  restrictionName: `recht_op_beperking beperking_van_de_verwerking verwerkingsbeperking beperkingsverzoek beperking_verwerking
    verwerking_te_beperken verwerking_beperken verwerking_stil`,
  setAside: `apart_zetten apart_zet ontoegankelijk laat_staan niets_mee niks_mee niets_met niks_met nergens_voor apart_te
    zet_ze_apart verder_niets zoals_ze_zijn zoals_het_is niet_aankomen er_niets_mee afblijven met_rust niet_aanraken
    niet_aanraakt niet_aangeraakt niet_aankomt iets_mee_doet|doen afblijft met_geen_vinger
    af|van_blijft|blijven|afblijven er_van_af|afblijft|afblijven van_afblijft|afblijven|af_blijft kom_er_niet_aan
    niets_mee_gebeurt|gebeuren niets_meer_met niks_meer_met blijf_ervan|eraf ongemoeid zonder_er_iets|wat_mee
    niets|niks_doet|doen`,
  use: `gebruik gebruiken gebruikt verwerk verwerken verwerkt verwerking deel delen deelt gedeeld doorgeven doorgegeven
    verkoop verkopen verkoopt verkocht analyseer analyseren analyseert geanalyseerd volgen gevolgd volgt inzetten
    profileren geprofileerd verstrekken verstrekt doorspelen raadplegen raadpleegt aanraken benutten koppelen koppelt
    gekoppeld meekijken meekijkt bijhouden bijhoudt analyse combineren combineert profilering doorgeeft registreert
    registreren verzamelt verzamelen filmt filmen gefilmd meeluisteren opnemen opgenomen monitoren trainen bekijkt
    meeluistert werken_met aanwenden aangewend inzet ingezet doorsturen bouwen opbouwen bouwt uitwisselen gebeurt
    gebeuren`,
  while: `zolang totdat tot_dat tot_die_tijd intussen ondertussen voorlopig tijdelijk hangende in_afwachting tot_het tot_dit
    tot_de tot_u in_de_tussentijd tot_er tot_duidelijk tot_ik voorlopige gedurende tot_jullie tot_deze vooralsnog
    tot_mijn|we|wij|alles|is|zeker|uw|een|onze|mij|die|iemand|duidelijkheid|uitspraak|er|u|jullie|dat|de|het|dit|ik|deze
    zo_lang zolang_de lopende`,
  objectTo: `weiger protesteer sta_ik_niet bezwaar bezwaren verzet protest niet_akkoord niet_mee_eens teken_bezwaar bezwaarschrift
    tegen_het_gebruik kom_in_verzet ertegen tegen_dat erop_tegen erbuiten daarbuiten niet_aan_mee moeite_mee
    moeite_met bevalt_me doe_ik_niet doe_niet_mee niet_meedoen oneens accepteer_niet sta_niet_toe
    blijf|blijven|houd|hou|laat_erbuiten ben_het_oneens niet_aan_meedoen geen_medewerking
    buiten_jullie|uw|de|alle_statistieken|statistiek|analyses|onderzoek|onderzoeken|profielen|model|modellen
    niet_mee_akkoord ga_ik_niet_mee niet_akkoord_mee laat_mij|me|ons_erbuiten uit_te_zonderen uitzonderen
    uitgezonderd zonder_uit gaat_mij|me|ons_te`,
  callMe: `bel bellen gebeld belt belde opbellen telefoontje telefoontjes gebel belletje belletjes telefonisch telefonische
    benader benaderen benaderd benadering lastigvallen lastiggevallen geappt sms'jes sms *gebeld *gebel verkoper
    verkoopmedewerker *verkoper aanbellen aan_te_bellen aangebeld aanbelt appjes appje berichtjes_over`,
  callStop: `niet_gebeld niet_bellen niet_opgebeld bel_me_niet bel_mij_niet belt_mij_niet belmeniet niet_meer_bellen
    niet_meer_gebeld stop_met_bellen stopt_met_bellen stoppen_met_dat_gebel ophouden_met_bellen stoppen_met_bellen
    niet_meer_telefonisch hou_op_met_bellen nooit_meer_bellen nooit_meer_gebeld niet_meer_op_te_bellen
    niet_meer_te_bellen bellen_stoppen niet_meer_lastigvallen`,
  unsubscribe: `afmelden afmelding afgemeld afmeldt uitschrijft uitschrijven uitschrijving uitgeschreven uit_te_schrijven
    af_te_melden meldt_mij_af afmeld uitschrijf unsubscriben unsubscribe opt_out optout afmelden! deabonneren
    schrijf|schrijft_mij|me_uit`,
  withdraw: `intrekken intrekking ingetrokken in_te_trekken trek_terug terugtrekken herroep herroepen kom_terug_op terugkomen_op
    geldt_niet bedenk_me bedacht spijt_van trek_in vervalt vervallen terugdraaien draai_terug neem_terug
    kom_erop_terug daar_kom_ik_op_terug niet_langer_geldig maak_ongedaan intrek trek_ik terugneem terugnemen nu_nee
    herroepen|herroeping niet_meer_geldig ongedaan_maken|gemaakt|te`,
  decide: `besloten beslist beslissen besluit besluiten beslissing afgewezen afwijzing afwijst geweigerd weigering weigert
    weigeren afgekeurd afgesloten zegt_nee nee_zegt gezegd_dat negatief beoordeeld oordeel geblokkeerd geannuleerd
    gescoord score bepaalt bepaald voldoe voldoet keurde keurt verdacht verdachte aangemerkt uitsluiten uitgesloten
    niet_goedgekeurd inschat inschatten toegekend`,
  review: `bekijken kijken kijkt beoordelen beoordeelt beoordeling herbeoordelen herbeoordeling heroverwegen heroverweging
    overdoet overdoen opnieuw nakijken naar_kijkt tussenkomst bekijkt nagekeken controleren herzien herziening ernaar
    toetst toetsen oordelen`,
  explain: `waarom uitleg uitleggen uitlegt reden motivering onderbouwing hoe_kan aanvechten betwist betwisten`,
  automatedName: `geautomatiseerde_besluitvorming automatische_besluitvorming geautomatiseerd_besluit geautomatiseerde_beslissing
    automatische_beslissing automatisch_besluit menselijke_tussenkomst menselijke_blik automatische_afwijzing
    automatische_weigering geautomatiseerde_afwijzing automatisch_afgewezen automatisch_geweigerd geen_mens_naar
    geen_mens_bekeken geautomatiseerd_afgewezen menselijke_beoordeling`,
  howLong: `hoe_lang hoelang hoeveel_jaar bewaartermijn bewaartermijnen wanneer_worden wanneer_verwijderen hoe_veilig
    hoe_lang_blijven|blijft|worden|wordt|bewaren|bewaart|bewaar hoeveel_maanden|jaren|weken hoelang_blijft
    tot_wanneer na_hoeveel wat_gebeurt_er_met|daarna`,
  wonder: `vraag vraagje vragen afvraag benieuwd wil_weten willen_weten weten vertellen uitleggen nieuwsgierig hoe_zit
    vroeg_me_af hoor_graag aangeven toelichten graag_weten wilde_weten zou_weten`,
  protect: `beveilig beveiligen beveiligd beveiliging veilig bescherm beschermen beschermd beschermt versleuteld encryptie
    afgeschermd beveiligt`,
  where: `waar buiten_europa buiten_de_eu amerika verenigde_staten servers server cloud europa buitenland`,
  mandatory: `verplicht nodig verplichte moet waarom waarvoor wat_doen zonder mogen mag toegestaan wettig rechtmatig bevoegd moeten
    recht_om waartoe welk_doel welke_doelen doel doeleinden op_grond_waarvan waarop_gebaseerd`,
  officer: `functionaris_gegevensbescherming functionaris_voor fg privacyfunctionaris privacy_officer
    gegevensbeschermingsfunctionaris privacymedewerker`,
  complain: `klacht klachten klachtbrief beklag beklaag klaag klagen kwalijk beschwer klachtenformulier`,
  outrage: `bespioneerd niet_blij kapot_van niet_kunnen ga_je_toch onveilig bezorgd_over verontwaardigd verbijsterd stuitend grof
    door_de_beugel schaamteloos schandaal gaat_niemand gaat_jullie_niets kan_niet_door schandalig schandalige
    onacceptabel* ongehoord* slordig onzorgvuldig* schande belachelijk ontoelaatbaar onbehoorlijk woedend schending
    schenden geschonden niet_netjes onfatsoenlijk geschrokken schrok zomaar laks zooitje puinhoop ontevreden woest
    aangetast neuzen rondvertel* gluren snuffelen slingeren inbreuk misbruik* onbegrijpelijk hoe_bestaat
    kan_toch_niet los_dit_op kan_niet_waar te_ver mag_helemaal mag_niet in_het_openbaar verboden illegaal strafbaar
    onderzocht teleurgesteld kwaad genant gegeneerd vernederend walgelijk zwaar_over ontdaan ongepast kwalijke absurd
    ernstig te_gek grove schandelijk* onbeschoft* respectloos* laakbaar amateurs amateuristisch`,
  wrongParty: `onbekende onbekenden derden_gestuurd verkeerde_persoon verkeerde_adres verkeerde_huis verkeerde_klant iemand_anders
    van_een_ander aan_een_ander andere_klant buurman buurvrouw buren ex_man zonder_toestemming
    zonder_mijn_toestemming hardop wildvreemde vreemden onbevoegd* zonder_te_vragen per_ongeluk_gestuurd
    zichtbaar_voor iedereen_kan in_de_cc huisbaas werkgever voor_iedereen mijn|zijn|haar|de_ex
    ex_vriend|vriendin|partner|vrouw exman exvrouw op_de_balie op_de_toonbank in_de_prullenbak open_en_bloot
    anderen_konden`,
  willing: `wil willen wens wensen graag hoef hoeven gelieve verzoek verzoeken aub alstublieft svp stuur verlang eis liever wilt
    kunt kun kunnen zou alsjeblieft wou behoefte interesse moet mogen mag zeg laat`,
  send: `stuur sturen stuurt toegestuurd toesturen krijg krijgen ontvang ontvangen mailen gemaild toegezonden verstuur
    versturen verzend verzenden zenden toezenden`,
  no: 'geen gene nooit_meer niet_meer nul',
  deny: 'niet geen nooit niets niks niemand noch nie nergens',
  stop: `stop stoppen stopt gestopt ophouden ophouwe staak staken hou_op houd_op houdt_op beeindig beeindigen opgehouden kap
    kap_met kappen verbied stopzetten einde_aan met_rust stop_zetten klaar_mee is|het|nu_uit_met`,
  again: `weer_aanmelden opnieuw_aanmelden weer_ontvangen opnieuw_inschrijven weer_inschrijven per_ongeluk_afgemeld aanmelden
    inschrijven weer_aangemeld per_abuis_afgemeld opnieuw_aangemeld ten_onrechte_afgemeld wel_ontvangen niet_afmelden
    niet_uitschrijven terug_op_de_lijst weer_op_de_lijst`,
  thanks: 'bedankt dank dankjewel dankuwel bedank',
  ahead: 'alvast bij_voorbaat vast',
  if_: 'als indien mocht tenzij wanneer',
  askHow: 'hoe waarom sinds_wanneer waardoor',
  need: `benodigd hebt_u_nodig nodig_van|voor u|jullie|je|er_nodig heeft|hebt|hebben_nodig gegevens|informatie|papieren_nodig`,
  hereby: `hierbij_stuur_ik stuur_ik_u bijgaand bijgevoegd hieronder_mijn onderstaand hieronder_staan hier_zijn`,
  /** Telling what is always done, not asking for it. */
  habit: 'normaal normaliter gewoonlijk doorgaans meestal',
  refers: `ze deze die dit dat daar daartegen hiertegen daarvan hiervan daarmee ervan daarop ertegen ermee eraf eruit dees
    hiermee`,
  /** What was done with a file by whoever read it. */
  lookedAt: `ingezien bekeken gekeken opgevraagd geopend ingekeken rondgeneusd ingelogd opgezocht nagekeken geraadpleegd`,
} as const;
