import type { DUTCH_PHRASES } from './dutch-phrases.ts';

/** Turns of phrase in English letters that say more than their words, by the same concepts as dutch-phrases.ts. */
export const ENGLISH_PHRASES: Readonly<Record<keyof typeof DUTCH_PHRASES, string>> = {
  heldOfMe: `something_about_me written_on_me wrote_about_me typed_about said_about_me know_about_me have_on_me got_on_me
    hold_on_me have_about_me have_on_file got_on_file hold_on_file in_my_file on_my_file in_my_record know_about_us
    have_on_us hold_about_me keep_on_me keep_about_me stored_about_me recorded_about_me under_my_name
    written_about_me
    know|have|hold|keep|got|store|stored|recorded|collected|written|wrote|file|process_on|about|of|for|concerning_me|us|him|her|myself
    held|kept_on|about_me|us|him|her on_file_for|about|on|of_me|us|him|her`,
  titleWord: 'mr mrs ms miss sir madam male female man woman deceased dead widow divorced married',
  iAm: `i_am_not im_not i_am_a im_a i_am_actually im_actually i_was_born but_i_am down_as listed_as registered_as recorded_as
    born_in`,
  spell: `spell spelled spelt spelling missing written_as hyphen umlaut accent left_it_out left_out misses add letter_too`,
  stillOld: `old_address old_surname old_name old_email old_number previous_address previous_surname no_longer_live dont_live
    do_not_live former_name former_address old_bank previous_tenant previous_owner confused_me mixed_me_up
    mistaken_me confused_with_another old_phone_number`,
  called: `mine_is mine_are my_name_is im_called i_am_called our_name_is my_name_changed name_changed changed_legally go_by
    goes_by go_back_to i_use_my reverted_to`,
  shouldBe: `belongs_to should_be it_should must_be its_actually instead_of does_not_exist doesnt_exist is_a_lie ought_to`,
  outOf: `in_your_hands no_longer_in_your not_in_your_system out_of_your_files out_of_your_database longer|not_want_you_to_have
    dont_want_you_to_have longer_be_in|on_your longer_on_your shouldnt_be_in_your should_not_be_in_your
    out_of_your_systems|records|hands|books off_your_books`,
  fedUp: `no_is_no leave_me leave_us this_ends this_must_end enough_with enough_already pestering not_interested knock_it_off
    fed_up sick_of enough_of tired_of had_enough dont_want_them dont_want_it doesnt_come_back cross_me_off scratch_me
    strike_me_off off_his|her|their_list annoyed annoying harass harassing harassment pester pestered bombard
    bombarding bombarded no_appetite skip_my|our|us|me|this make_it_stop make_this_stop in_peace peace_and_quiet
    had_it_with put_a_stop
    keep|keeps|kept_getting|receiving|sending|filling|calling|bombarding|emailing|texting|ringing|mailing flooded
    swamped clogging`,
  weakEnd: 'undo untick switch_off turn_off take_me_out leave_it_out no_thanks',
  gone: `gone all_of_that_go disappear vanish taken_out taken_off out_of_your_system go_away shouldnt_be_in|on
    should_not_be_in|on|there shouldnt_be_there should_no_longer_be be_gone removed_from_your data_gone no_trace
    has|have|needs|need_to_go must|should_go gone_for_good
    out_of_your_database|records|files|computer|computers|archive
    off_your_servers|server|system|books|systems|records`,
  noNeed: `no_longer_need no_business no_reason no_need not_need dont_need do_not_need no_longer_necessary no_right`,
  noTrace: `nothing_about_me nothing_of_me nothing_of_mine no_trace nothing_left nothing_remains leave_nothing`,
  provider: `another_provider new_provider other_provider another_company competitor new_supplier other_company new_company
    new_telecom telecom_company elsewhere kpn odido ziggo vodafone tmobile t_mobile another_carrier new_carrier
    next_provider different_provider another_service new_operator another_operator somewhere_else
    another|new|other|next|different|second_provider|company|supplier|carrier|operator|service|firm|controller|system|program|programme|app|telecom|platform|network|one|organisation|tv|internet
    price_comparison comparison_site|website proximus freedom orange switch switching
    my_own_software|program|spreadsheet|app budgeting_app rival`,
  activity: `whom_i_call who_i_call content_of my_texts calls conversations websites sites browsing usage location whereabouts
    movements viewing phone_calls chat chats behaviour internet_traffic where_i postcode voice messages`,
  spy: `eavesdropping listened_in listening_in work_out track tracked tracking profile profiled profiling scoring scored
    monitor monitored monitoring spy spying follow following eavesdrop analyse analysing analysed analyze analyzing
    listens listening listen_in watching snoop snooping keep_tabs follow_me follows_me surveillance rank ranks ranked
    ranking rating rate_me|us|customers categorise categorize segment segmenting`,
  notThat: `against_that not_ok_with not_okay_with not_happy_with against_it not_comfortable dont_like_that not_fine_with
    not_want_that dont_want_that am_against not|dont_want_this|that|mine|ours|to_be|any_of rather_you_didnt|did_not
    rather_not not_be_part not_what_i_want`,
  noLonger: 'any_longer no_longer any_more no_more anymore never_again',
  cancel: 'cancel cancelled cancelling terminate no_thanks no_thank_you end_my decline',
  noHuman: `no_one_has nobody_has no_one_actually nobody_actually no_human no_person nobody_looked no_one_looked
    without_any_human without_a_human without_human in_seconds within_seconds manually_review manual_review
    review_manually real_person real_human human_being actual_person actual_human without_any_person by_hand my_side
    no_real_person few_seconds within_minutes`,
  legalBasis: `legal_basis lawful_basis legal_ground legal_grounds legal_reason|justification|right|authority
    which|what_law_says|allows|requires|lets|gives|permits legitimate_interest lawful_reason|ground`,
  ignored: `ignored no_reply no_response not_replied not_responded never_answered never_replied no_answer not_answered
    havent_replied havent_responded never_responded deadline_has_passed
    never_got|had|received_an|any|a_answer|reply|response still_waiting still_no_answer|reply|response|data|copy
    without_any_answer|reply no_reaction`,
  unused: `unused untouched intact in_quarantine out_of_circulation quarantine stored_nothing_more nothing_more
    only_store|keep|stored|kept store_only no_further_use in_cold_storage`,
  entered: `i_entered|provided|gave|submitted|supplied|typed|uploaded|saved
    i_ever|have|had|myself_entered|provided|gave|given|submitted|supplied|typed|uploaded|saved my_own_inputs|entries
    own_inputs|entries provided_by_me|him|her|us ive_given|entered|provided|saved|built contacts address_book
    favourites favorites playlists call_log address_list`,
  recordedAs: `listed|registered|recorded|filed|entered|down|marked|shown|known_as|under you_have_me|my|our you_have_us_as
    youve_got_my|me|an|our
    your_file|files|records|system_says|say|shows|show|claims|claim|states|state|lists|list|still|has|have
    it_says_on|i|my|im|mr|mrs according_to_your mixed_me_up confused_me_with mistaken_me not_mine
    belongs_to_someone|somebody|another|the left_it_out|off leave_it_out two_houses_ago that_is_not_me thats_not_me
    read_not you|they_still_have|use|write|send|call|address on_every|all|each|your_letter|letters|envelope|bill
    you_think|seem_i|im|to years_too letters|letter|mail_still|begin|begins
    still_begin|begins|start|starts|write|writes|print|address|say|says|list`,
  only: 'only merely solely nothing_more|else|further no_more_than just_store|keep|stored|kept',
  salutation: 'dear hello attn attention_of',
  stillListed: 'still_in|on_your still_have_my|me still_listed|registered|hold|keep still_on_file',
  iCall: 'i|ive_call|called|phone|phoned|rang',
};
