import type { DUTCH_THINGS } from './dutch-things.ts';

/** What English letters are about, by the same concepts as dutch-things.ts. */
export const ENGLISH_THINGS: Readonly<Record<keyof typeof DUTCH_THINGS, string>> = {
  data: `informations my_info preferences my_history whole_history data details personal_information personal_info information
    info records customer_record customer_file my_file profile personal_file call_history browsing_history
    address_book contact_list traffic_data location_data usage_data account_data my_stuff call_log payment_behaviour
    payment_history personnel_file call_records call_data phone_records internet_use browsing_behaviour
    viewing_habits history histories particulars inputs metadata
    my|our_file|files|record|records|log|logs|history|inputs|particulars|papers|profile|stuff the_file_you
    your_file_says|on|about file_about_me|us what_you_have|know|hold_on|about_me`,
  everything: `whatever everything all_information all_the_information anything all_info all_of_it every_trace every_bit|scrap|piece
    the_lot whole_lot all_of_this|that|those all_what|that_i|you|we all_i|you_have|ever|know|gave|sent`,
  recording: `recording recordings call_notes notes transcript transcripts chat_logs call_recording* logs reports log_files
    comments remarks camera cameras cctv video footage the|a|your|that|this_note|comment|remark`,
  registration: `registration default registered arrears debt blacklist blacklisted fraudster bad_payer defaulter entry entries
    listing directory fraud_list missed_payments late_payments`,
  field: `address addresses name surname first_name last_name middle_name maiden_name date_of_birth birth_date birthdate
    birthday dob email_address phone_number postcode house_number gender title initials iban bank_account
    account_number postal_address marital_status spelling my_email bank_details salutation birth_year birthplace
    place_of_birth nationality hyphen umlaut accent second|middle_name|initial birth_name mailing|mail_address
    family_name forename forenames zip_code age honorific born`,
  identityPaper: `passport id_card identity_card identity_document driving_licence driver's_license cv resume copy_of_my_id
    passport_scan scan_of_my_id id_copy photo_id id_scan bsn citizen_service_number my_id residence_permit selfie
    passport_number national_id document_number`,
  account: 'account web_account online_account user_account login profile',
  myNumber: 'number phone_number mobile_number',
  system: `system systems database databases records files file books books_and_records servers archive archives crm
    administration`,
  ofMe: `about_me on_me of_me about_us on_us of_us concerning_me relating_to_me about_my regarding_me relates_to_me
    pertaining_to_me about_myself about_him about_her our_client`,
  my: 'my our mine his her',
  me: 'me us myself',
  law: `gdpr data_protection_act data_protection_law privacy_law data_protection_request eu_privacy_law
    general_data_protection_regulation data_protection_regulation data_protection`,
  privacy: `anonymous anonymously privacy privacy_statement privacy_policy privacy_notice personal_data personal_information
    personal_details data_protection gdpr cookies cookie customer_data data_breach data_leak data_processing
    confidential confidentiality private private_information private_details
    privacy_team|settings|department|law|rights|officer|question|matter|issue personal_information|file
    confidentially law_enforcement secret_service wiretap* eavesdrop*`,
  breach: `breach data_breach hack hacked leaked leak data_leak compromised stolen_data security_incident hackers stolen_file
    ransomware data_stolen|loss details_were_stolen were_stolen`,
  processing: `processing process processed use usage using used analysis analyse analyses analyze analysing analysed profiling
    scoring scored legitimate_interest legitimate_interests tracking monitoring statistics market_research`,
  mailing: `newsletter newsletters mailing mailings mailing_list mailinglist email_list news_letter mail_list mailing_lists
    distribution_list e_newsletter bulletin ezine digest news_letters e_zine`,
  ads: `solicitation* promote promoting advertising advertisement advertisements advert adverts ads offers promo promos
    promotions promotional marketing sales salespeople sales_people telemarketing telemarketer* telesales commercial
    spam spamming junk junk_mail leaflets flyers brochures brochure catalogues sales_calls sales_pitch cold_calls
    cold_calling special_offers unsolicited unwanted deals upsell* upgrades door_to_door to_sell sell_me selling_me
    campaign campaigns bargains vouchers discount_codes doorstep sales_visit|visits better_contract|deal|plan
    salesforce pitch pitches for_offer another|every|any_offer about|with_discounts|deals|promotions|upgrades
    door_knockers knockers knocking`,
  emailed: 'mail mails email emails mailbox inbox promo_mail messages emailing mailing_me',
  list: 'list lists',
  callList: 'do_not_call call_list calling_list phone_list dialling_list',
  info: 'informations information info stuff things',
  consent: `consent permission opt_in authorisation authorization consented said_yes ticked okay_i_gave approval
    i_agreed|consented i_once_agreed i_had_agreed`,
  machine: `computer system algorithm algorithms automatic automatically automated machine software robot ai bot
    artificial_intelligence filter model program scoring_tool scoring_system credit_tool chatbot computers
    algorithmic algorithmically bots scorecard formula fraud_system by_itself on_its_own`,
  credit: `creditworthy risk_profile risk_rating credit_check credit_checks credit_score credit_rating credit_scoring
    creditworthiness credit_assessment credit_bureau credit_agency fraud_filter fraud_detection fraud_score
    risk_score credit_reference risk_level|class|category|score|group|profile|model credit_model`,
  human: `human person somebody someone human_being real_person employee people member_of_staff humans colleague manager
    individual staff someone|somebody|anyone_with flesh_and_blood brain decision_maker`,
  evidence: `claim my_case legal_action evidence court lawsuit dispute legal_claim proceedings solicitor lawyer lawyers attorney
    police tribunal ombudsman litigation hearing my_claim judge court_case attorneys suit legal_case trial
    legal_dispute insurance_claim arbitration for_my_case need_for_case prosecution small_claims arbitrator mediation
    my_lawyer|solicitor|attorney|barrister for_court in_court legal_proceedings|case|battle|fight`,
  number: 'number numbers phone_number porting number_porting port_out pac_code mobile_number',
  contract: `contract contracts subscription subscriptions plan renewal agreement cancellation package extension
    automatic|automatically_renewal|renewed|renew|extension`,
  bill: `bill bills invoice invoices invoicing payment payments charge charges fee fees fine statement_of_charges refund
    direct_debit reminder amount costs price usage_charges charged billing billed overcharged
    automatic|automatically_payment|payments|debit|collection|collected discount coupon promo_code`,
  device: `sim sim_card modem router handset phone broadband wifi line connection voicemail outage speed decoder box fibre esim`,
  password: 'password passwords log_in login reset_link reset_mail pin pin_code puk',
  appointment: `appointment technician engineer parcel delivery courier package visit installer webinar event delivered parcels
    shipment tracking_number|code|link|says|page`,
  allowance: `gb mb data_bundle data_plan data_usage roaming data_limit allowance mobile_data 5g 4g out_of_data data_allowance
    much|enough|more|extra|mobile_data data_left|allowance|cap`,
  service: 'customer membership',
  relocation: `move_my_internet move_the_internet moving_service relocate_my moving_house|home|out|in|to|next am|are|were|im_moving
    new_flat|house|home relocation relocating`,
  party: `parties third_parties companies company partners organisations organizations recipients whom advertisers insurer
    insurers tax_office collection_agency agency agencies others anybody anyone partner firm firms`,
  portrait: `photo photos photograph picture pictures portrait voice voiceprint fingerprint face likeness`,
  usage: 'usage consumption calls_i_made calls viewing_times minutes daily_figures usage_figures',
  banking: `new|another|different_bank|iban|bank_account|account_number switched|changed|change_bank|banks for_the_direct`,
  activity: `sms text_messages websites_i|we where_i_am|go|was what_i_watch|read|search|do|say searches gps microphone
    phone_conversation|conversations phonecall whereabouts pages_i emails_i contacts my|our|their|all|recorded_calls
    call_content content_of_calls phone_positions positions movement habits
    what|where|whom|who|when|how_i|we|people_watch|do|browse|search|call|phone|read|go|buy|say|type|visit|travel`,
  spamFolder: 'in_the|my_spam|junk spam|junk_folder|box|filter',
};
