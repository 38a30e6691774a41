import type { DUTCH_PHRASES } from './dutch-phrases.ts';

/** Turns of phrase in English letters that say more than their words, by the same concepts as dutch-phrases.ts. */
export const ENGLISH_PHRASES: Readonly<Record<keyof typeof DUTCH_PHRASES, string>> = {
  heldOfMe: `something_about_me written_on_me wrote_about_me typed_about said_about_me know_about_me have_on_me got_on_me hold_on_me have_about_me have_on_file got_on_file hold_on_file
    in_my_file on_my_file in_my_record know_about_us have_on_us hold_about_me keep_on_me keep_about_me stored_about_me recorded_about_me
    under_my_name written_about_me`,
  titleWord: `mr mrs ms miss sir madam male female man woman deceased dead widow divorced married`,
  iAm: `i_am_not im_not i_am_a im_a i_am_actually im_actually i_was_born but_i_am down_as listed_as registered_as
    recorded_as born_in`,
  spell: `spell spelled spelt spelling missing written_as`,
  stillOld: `old_address old_surname old_name old_email old_number previous_address previous_surname no_longer_live
    dont_live do_not_live former_name former_address old_phone old_bank previous_tenant previous_owner`,
  called: `mine_is mine_are my_name_is im_called i_am_called our_name_is`,
  shouldBe: `belongs_to should_be it_should must_be its_actually instead_of does_not_exist doesnt_exist is_a_lie ought_to`,
  outOf: `in_your_hands no_longer_in_your not_in_your_system out_of_your_files out_of_your_database`,
  fedUp: `no_is_no leave_me leave_us this_ends this_must_end enough_with enough_already pestering not_interested knock_it_off fed_up sick_of enough_of tired_of had_enough dont_want_them dont_want_it
    doesnt_come_back`,
  weakEnd: `undo untick switch_off turn_off take_me_out leave_it_out no_thanks`,
  gone: `gone all_of_that_go disappear vanish taken_out taken_off out_of_your_system`,
  noNeed: `no_longer_need no_business no_reason no_need not_need dont_need do_not_need no_longer_necessary no_right`,
  noTrace: `nothing_about_me nothing_of_me nothing_of_mine no_trace`,
  provider: `another_provider new_provider other_provider another_company competitor new_supplier other_company
    new_company new_telecom telecom_company elsewhere kpn odido ziggo vodafone tmobile t_mobile another_carrier new_carrier next_provider
    different_provider another_service new_operator another_operator somewhere_else`,
  activity: `whom_i_call who_i_call content_of my_texts calls conversations websites sites browsing usage location whereabouts movements viewing phone_calls chat
    chats behaviour internet_traffic where_i postcode voice messages`,
  spy: `eavesdropping listened_in listening_in work_out track tracked tracking profile profiled profiling scoring scored monitor monitored monitoring spy spying
    follow following eavesdrop analyse analysing analysed analyze analyzing`,
  notThat: `against_that not_ok_with not_okay_with not_happy_with against_it not_comfortable dont_like_that
    not_fine_with not_want_that dont_want_that am_against`,
  noLonger: `any_longer no_longer any_more no_more anymore never_again`,
  cancel: `cancel cancelled cancelling terminate no_thanks no_thank_you end_my decline`,
  noHuman: `no_one_has nobody_has no_one_actually nobody_actually no_human no_person nobody_looked no_one_looked without_any_human without_a_human without_human in_seconds
    within_seconds manually_review manual_review review_manually real_person real_human human_being actual_person
    actual_human without_any_person by_hand my_side no_real_person few_seconds within_minutes`,
  legalBasis: `legal_basis lawful_basis legal_ground legal_grounds`,
  ignored: `ignored no_reply no_response not_replied not_responded never_answered never_replied no_answer not_answered
    havent_replied havent_responded never_responded deadline_has_passed`,
};
