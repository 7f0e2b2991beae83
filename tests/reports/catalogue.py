"""Which test holds which promise of the pages on disclosure control and security.

Each line of section 14 (what is always true), of section 15 (the attacks) and of S01 to S08 names
the tests that would fail if it were not so; `test_catalogue.py` sees that they are there.
"""

INVARIANTS = {
    "1 every figure is a multiple of the base or a headline, none is 1 to t-1": (
        "test_every_figure_is_a_multiple_near_the_truth_and_every_sum_holds",
        "test_s02_no_figure_is_one_to_four",
        "test_large_lines_are_exact_and_the_tables_stay_rounded",
    ),
    "2 every relation holds, between tables and after each format is read again": (
        "test_every_figure_comes_back_and_every_relation_holds",
        "test_quarters_and_the_year_add_up_whatever_the_order_of_their_release",
        "test_libreoffice_shows_every_sheet_and_every_figure_as_we_do",
    ),
    "3 no figure is further off than is printed, a multiple stays": (
        "test_a_province_of_3000_is_rounded_within_the_base",
        "test_counts_that_are_all_multiples_stay_as_they_are",
        "test_a_total_that_left_its_box_widens_the_bound_of_all_totals",
    ),
    "4 every fact contains the truth, and is what a reader derives from the file": (
        "test_the_facts_a_reader_derives_from_the_rows_are_those_of_the_ledger",
        "test_every_witness_fits_all_facts_when_recounted",
    ),
    "5 one key has one value, publishing twice gives the same bytes": (
        "test_the_same_cell_has_one_figure_in_all_releases",
        "test_publishing_twice_gives_the_same_release_and_no_new_line",
        "test_every_file_of_a_release_is_written_and_made_again_with_the_same_bytes",
    ),
    "6 offices in any order, grouping or repetition give the same counts": (
        "test_order_repeats_and_older_editions_change_nothing",
        "test_offices_in_any_order_and_grouping_give_the_same_counts",
    ),
    "7 the attack agrees with brute force, both ends of each interval": (
        "test_the_attack_finds_exactly_what_brute_force_finds",
    ),
    "8 the check rejects each change of one unit": (
        "test_the_check_rejects_each_change_of_one_unit_in_a_witness",
        "test_the_check_rejects_each_change_of_one_unit_in_a_multiplier",
    ),
    "9 a fact never widens an interval, withdrawing changes none": (
        "test_one_more_fact_never_widens_what_is_known",
        "test_withdrawn_is_not_unseen",
        "test_a_withdrawal_that_is_joined_makes_nothing_unseen",
    ),
    "10 no order changes the verdict": (
        "test_the_verdict_does_not_depend_on_the_order_of_the_facts",
        "test_the_verdict_does_not_depend_on_the_order_of_people_codes_or_tables",
    ),
    "11 the truth and every witness satisfy the facts, recounted from scratch": (
        "test_every_witness_fits_all_facts_when_recounted",
    ),
    "12 no true count, seed or witness is in any file": (
        "test_no_true_count_and_no_seed_is_in_any_file",
        "test_nothing_but_frozen_figures_is_in_any_file",
        "test_a_copy_has_every_figure_and_no_true_count",
    ),
    "13 after a cancel, a full disk or a kill: no line, or one whose files can be made": (
        "test_who_has_had_enough_has_released_nothing",
        "test_a_full_disk_keeps_the_release_and_its_files_can_be_made_elsewhere",
        "test_killed_after_freezing_the_files_can_be_made_again",
    ),
}

ATTACKS = {
    "subtraction": ("test_subtraction",),
    "ones": ("test_ones_under_a_rule_that_prints_noughts",),
    "two groupings": ("test_two_groupings_of_the_same_places",),
    "time": ("test_cumulative_and_overlapping_periods",),
    "editions": (
        "test_two_editions_with_one_record_more_less_or_moved",
        "test_a_correction_that_told_too_much_stops_every_later_release",
    ),
    "reprint": ("test_the_same_table_rounded_afresh",),
    "place": (
        "test_a_commune_that_moved_between_areas",
        "test_old_and_new_map_are_attacked_by_their_pieces",
        "test_the_same_people_on_another_map_are_not_rounded_again",
    ),
    "office": (
        "test_an_office_against_the_province",
        "test_all_rounded_afresh_beside_one_office_is_caught",
        "test_a_form_hides_what_would_tell_the_others_beside_that_of_one",
        "test_a_form_whose_total_tells_the_others_is_refused_with_the_sum_and_what_would_pass",
        "test_what_was_handed_out_is_not_published_beside_it_nor_the_other_way_round",
        "test_figures_whose_counts_another_member_has_are_added_to_only_there",
        "test_two_roundings_of_the_same_people_that_are_joined_are_attacked_together",
    ),
    "indicator": (
        "test_a_percentage_with_a_decimal_beside_a_hidden_count",
        "test_a_mean_or_a_share_in_words_beside_hidden_counts",
    ),
    "reason": ("test_the_mark_of_a_hidden_figure_tells_no_reason",),
    "full row": (
        "test_everybody_of_a_row_in_one_category",
        "test_insiders_do_not_make_a_group_safe",
    ),
    "complement": ("test_everybody_minus_a_published_subgroup",),
    "late table": ("test_a_table_released_later_over_frozen_margins",),
    "optimiser": ("test_an_attacker_who_solves_the_rounding_herself",),
    "audience": ("test_who_belongs_to_the_network_sees_both",),
}

SECURITY = {
    "S01": ("test_s01_the_columns_are_those_of_the_reviewed_list",),
    "S02": ("test_s02_no_figure_is_one_to_four_in_a_thousand_sets_of_cases",),
    "S03": ("test_s03_the_solver_narrows_no_figure_of_500_reports",),
    "S04": ("test_s04_one_case_more_or_less_is_not_found_in_a_thousand_series",),
    "S05": ("test_s05_offices_are_added_before_anything_is_rounded",),
    "S06": (
        "test_s06_a_column_is_a_plain_name_or_there_is_no_database",
        "test_s06_a_period_that_is_sql_counts_nobody",
    ),
    "S07": ("test_s07_a_text_in_an_answer_is_refused_and_reaches_no_table",),
    "S08": ("test_s08_the_properties_of_a_workbook_say_nothing",),
}
