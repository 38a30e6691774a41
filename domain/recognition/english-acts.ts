import type { DUTCH_ACTS } from './dutch-acts.ts';

/** What English letters want done, and how they say so, by the same concepts as dutch-acts.ts. */
export const ENGLISH_ACTS: Readonly<Record<keyof typeof DUTCH_ACTS, string>> = {
  accessName: `subject_access_request data_subject_access sar dsar right_of_access access_request right_to_access subject_access
    access_to_my_data access_to_my_personal access_to_all access_to_the_personal access_to_the_data
    access_to_personal`,
  insight: 'insight inspect',
  copy: `copy copies overview printout transcript list_of summary export download breakdown extract report`,
  see: `read hear reading see view receive obtain inspect get request provide provided disclose disclosed listen have_access
    access supply requesting share_with_me listen_to hand_me give_me get_hold`,
  which: 'what which whether whatever everything all_the any_data any_information all_data',
  hold: `having have hold holds keep kept store stored stores you_know process processed processing collect collected got
    possess retain recorded on_file gathered has received been_held held written noted registered`,
  whence: `how_do_you_know how_did_you_know how_you_know where_did_you_get where_did_you_obtain where_did_you_find
    how_did_you_get how_did_you_obtain how_do_you_have who_gave_you where_you_got how_you_got source origin
    how_come_you how_did_you_come how_you_obtained where_you_obtained where_have_you_got end|ended_up how_did_my
    where_does|did_my|this where_did_you|they how_is_it_that_you
    where_he|she|they|you|it_has|have|had|got|get|is|comes_this|it|that|my|from where_from`,
  whom: `who with_whom to_whom which_companies which_parties whom which_third_parties which_partners who_else what_companies
    which_organisations which_of_your who|whom_received|got|else|has|had
    which|what_other|companies|company|firms|parties|people|staff|employees`,
  share: `told tells telling share shared opened give gave given sell sold pass passed disclose disclosed provide provided
    sharing hand handed looked_at viewed accessed selling leak transferred access had_access received supplied
    revealed distributed circulated passed|handed|given|sold_on|over|to`,
  wrong: `wrong incorrect inaccurate misspelled misspelt misspelling typo outdated out_of_date not_correct not_right mistake
    error errors mistakes incomplete not_true isnt_right isnt_correct false untrue obsolete erroneous incorrectly
    wrongly mixed_up swapped no_longer_correct no_longer_right still_says factually_wrong off_by way_off garbled
    jumbled botched mangled wrong_way_round swapped_round`,
  correct: 'correct right accurate true',
  change: `change changed update updated correct corrected correction amend amended amendment rectify rectified rectification
    fix fixed put_right put_it_right put_this_right set_right adjust adjusted edit replace replaced complete modify
    alter put_my straighten make_it_right set_straight corrections correcting rectifying amending updating
    set_the_record|records put_the_record|records in_line`,
  newIs: `new_address_is new_address new_name new_surname new_email_address new_email i_am_now_called name_is_now
    surname_is_now my_name_is_actually have_moved_to moved_to change_of_address change_of_name changed_my_name
    changed_my_surname married_name new_phone_number maiden_name`,
  erase: `eliminate take_out cleared erase erased erasure delete deleted deletion deleting remove removed removal removing wipe
    wiped destroy destroyed get_rid_of shred scrub purge bin throw_away wiping clear_out clear expunge strike_out
    dispose strip cross_out trash nuke obliterate rid discard discarded scrap scrubbed shredded purged purging
    expunged deletes erasing destroying destruction clean_up clean_out get_my|me|it|them_out
    take_it|them|everything|all_down|out`,
  erasureName: `forget_everything right_to_be_forgotten be_forgotten right_to_erasure forget_me right_of_erasure erasure_request
    deletion_request right_to_deletion forget_about_me forget_that_i forget_i forget_all|everything|us|my
    removed_from_your_systems|records|files|database|databases be|being|been_forgotten`,
  take: 'take remove removed delete deleted wipe strike get clear erase',
  fromSystem: 'from_your off_your out_of_your from_the from_all off_the from_any',
  keep: `keep keeping kept store storing stored retain retaining retained hold holding hang_on save preserve leave safekeep
    may_stay|remain saved`,
  portabilityName: 'data_portability portability right_to_portability data_transfer port_my_data data_export',
  move: `deliver carry_over bring_over send_across hand_across transfer transferred transferring hand_over move port forward
    forwarded transmit transmitted export exported migrate take_with_me take_my_data bring send_directly directly
    straight_to carry take_everything|it|them|all_with|along|over into_another|my|a passed_on_to pass_on
    pass_them|it|everything into_another|my|a_system|app|program|service|account hand_me|over|my turn_over relay
    make_available share_directly supply_directly straight_across handed_over|across|to`,
  format: `electronic_form open_format electronic_file digital_copy usb_stick machine_readable machinereadable csv json xml
    structured commonly_used excel spreadsheet export_file readable_format import a_format computer_can_read can_read
    file_format usable_format portable_format digital_file reusable electronic_format computer_readable
    machine_friendly dump computer_format|file imported importable load_it|them|this loadable reuse
    in_excel|csv|json|xml as_json|csv|xml|excel|spreadsheet|file data_file digitally electronically
    digital_format|form|version file_that|which zip other_software programs_can another_computer spreadsheets usb
    understands file_a|another|my|any|that|which as_a_file|download|spreadsheet in_a_file|spreadsheet
    electronic_form|format|file|version|copy readable|reusable|structured|portable_file|format|form a_download_of
    any_format format formats electronic_copy to|can|i_upload uploadable
    computer|program|system|software|machine_can|understands|reads|accepts|handles`,
  restrict: `in_abeyance quarantined restrict restricted restriction restricting freeze frozen suspend suspended limit limited
    pause paused on_hold a_hold hold_off block blocked lock locked stop_processing quarantine on_ice halted restrain
    put_away froze freezing suspending out_of_circulation fence ringfence moratorium wait_with refrain_from halt
    sealed shelve shelved parked mothball locked_down|away lock_down|away|up under_lock standstill ringfenced embargo`,
  restrictionName: `right_to_restriction restriction_of_processing restrict_the_processing restrict_processing restrict_your_processing
    restriction_of_the_processing processing_restricted limit_the_processing`,
  setAside: `hold_on_to preserve inaccessible put_aside nothing_with anything_with set_aside do_not_touch dont_touch leave_alone
    as_they_are as_it_is nobody|noone_touches|uses|relies|reads not_be_touched left_alone
    leave_it|them|everything|my_alone|there|as|where put_to_one_side keep_apart not_touch stay_where stays_where
    remain_where nothing_more set_my|the|those|these_data|information|records|file|details|recordings_aside
    set_it|them|this|that|everything_aside nothing_should|may|must|can_happen|be hands_off keep_your_hands
    stay_away_from nothing_happens|happen|else_happens not_be_touched|used|opened do_nothing dont_do_anything
    not_do_anything`,
  use: `listen listened listening use used using process processing processed share shared sharing sell selling sold pass_on
    passing analyse analysed analysing analyze analyzing track tracking tracked profile profiling monitor monitoring
    hand_out disclose touch touching access combine scoring scored record recorded recording register collect
    collecting film filming feed training train build analysis rely relies relied work|working|works_with hand_on
    hand_over acting act_on building watch happen happens happening`,
  while: `until while pending for_now meanwhile in_the_meantime temporarily as_long_as for_the_time_being during for_the_moment
    till as_long duration duration_of is_ongoing just_yet until|till`,
  objectTo: `refuse forbid protest object objection objections oppose objecting opposed do_not_agree dont_agree disagree
    not_comfortable exclude exclude_me leave_me_out keep_me_out am_against against_the_use against_you against_using
    against_your do_not_accept count|leave|keep|take_me|us|mine|my_out not_go_along left|leave|keep|kept|stay_out_of
    left_me|us|mine_out`,
  callMe: `call calls called calling phone phoning phoned ring ringing rang phones rings phonecalls telephone telephoning
    cold_call texting texts contact_me contacting_me bother bothering pester approach salesman saleswoman salesperson
    salesmen representative representatives text_me texted knock knocked knocks doorbell`,
  callStop: `stop_calling stop_phoning stop_ringing do_not_call dont_call no_more_calls never_call no_more_phone not_be_called
    no_phone_calls stop_the_calls quit_calling not_to_be_called calls_to_stop stop_pestering stop_bothering
    stop_telephoning no_longer_call no_sales_calls`,
  unsubscribe: `unsubscribe unsubscribed unsubscribing unsubscription opt_out opting_out optout opted_out sign_me_off take_me_off
    want_off get_off deregister unsub remove_me_from remove_my_email remove_my_address`,
  withdraw: `withdraw withdrawn withdrawing withdrawal revoke revoked revoking take_back undo changed_my_mind retract rescind
    cancel_my_consent|permission no_longer_valid|applies|agree|consent take_it_back now_say_no change_my_mind|answer
    reverse_that|it|this|my`,
  decide: `decided decides decide decision decisions rejected reject rejection refused refusal declined decline denied denial
    says_no said_no turned_down score scored cancelled closed blocked outcome verdict flagged failed fail
    turned_me_down barred determined determine determines assessed ruled banned stopped_my`,
  review: `review reviewed reconsider reassess look re_examine intervention look_at second_look assess reviewing reconsidered
    look_into judge involved`,
  explain: `why explain explanation reason reasons reasoning contest challenge dispute contested appeal`,
  automatedName: `automated_decision automated_decisions automated_decision_making human_intervention human_review
    automatically_rejected automatically_refused automatically_declined solely_automated automatic_decision
    automated_refusal automated_rejection computer_says_no automatically_denied by_an_algorithm by_a_computer
    without_any_human without_human human_being_review reviewed_by_a_human`,
  howLong: `how_long retention_period retention_periods how_many_years retention how_secure how_safe how_many_months|weeks|days
    for_how_long when_do_you_erase|delete|destroy after_how_long what_happens_to|with`,
  wonder: 'question questions wonder wondering curious know tell clarify ask explain understand',
  protect: 'protect protected protection secure secured security safe encrypted encryption safeguard',
  where: `where outside_europe outside_the_eu european_union united_states america servers server cloud abroad europe usa eu`,
  mandatory: `mandatory obliged obligatory required need necessary why what_for without compulsory allowed what_happens what_do_you
    permitted lawful legal legally purpose purposes entitled which_law what_law wants_access wants_to_know`,
  officer: 'data_protection_officer dpo privacy_officer privacy_contact',
  complain: 'complaint complaints complain complaining grievance',
  outrage: `serious_breach lying_open left_lying spied spying creepy not_happy dismayed concerned not_acceptable shocking
    violated_my how_dare negligent negligence unacceptable outrageous disgraceful appalled appalling shocked careless
    sloppy violation violated scandalous shameful shame furious disgusted inappropriate breached irresponsible
    reckless humiliating horrified unhappy disgusting disappointed angry upset misuse* abuse* snooping nosing
    lying_around embarrassing embarrassed betrayed invasion unbelievable illegal incredible in_public told_my
    unprofessional distressed dangerous endangers unsafe never_should_have`,
  wrongParty: `unknown_person somebody_i_dont wrong_person wrong_address wrong_house wrong_customer somebody_else someone_else
    neighbour neighbours another_customer stranger strangers without_my_consent without_my_permission without_asking
    out_loud ex_husband ex_wife without_permission without_consent my_ex someone_elses other_customers visible_to
    everyone_can landlord employer my_boss everyone_to_see everybody_to_see on_the_counter on_the_desk in_the_bin
    out_in_the_open for_all_to_see others_could my_landlord colleagues_of_mine`,
  willing: `want wish would like please kindly request need demand prefer let ask tell send do dont do_not no longer could can
    i'd thanks`,
  send: 'send sent sending receive receiving get getting mail mailing email emailing forward',
  no: 'no no_more no_longer never zero none',
  deny: `not no never dont doesnt nothing neither nor nobody cannot wont shouldnt didnt havent without wouldnt mustnt`,
  stop: `stop stopping stopped cease quit end ending halt discontinue refrain no_longer put_an_end desist leave_me_alone
    leave_us_alone done_with`,
  again: `resubscribe subscribe subscribe_me sign_me_up sign_up_again accidentally unsubscribed_by_mistake by_mistake
    back_on_the_list re_subscribe not_unsubscribe dont_unsubscribe sign_up`,
  thanks: 'thank thanks',
  ahead: 'in_advance ahead',
  if_: 'if unless should_you in_case',
  askHow: 'how why',
  need: 'needed you|they_need|require do_you_need',
  hereby: 'enclosed attached find_below here_are',
  habit: `normally usually generally do|does|did_you|they|it_erase|delete|destroy|remove|wipe|keep
    erase|delete|destroy_it|them|those_afterwards|later about_to due_to_be`,
  refers: 'them it these those that this they',
  lookedAt: 'opened looked_at|up|into|in viewed accessed consulted seen browsed read_my',
};
