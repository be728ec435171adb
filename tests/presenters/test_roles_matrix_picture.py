from tests.presenters.roles_cases import ENGLISH, RUSSIAN, kpi, sales
from workbench.presenters.roles.matrix_picture import MatrixPainter, RowFilter

ALL = RowFilter()


def picture(*kpis, language=ENGLISH, shown=ALL, **members):
    return MatrixPainter().picture(sales(*kpis, **members), language, shown)


def keys(picture):
    return [row.metric for row in picture.rows if row.metric]


def test_that_metrics_stand_by_phase_under_headings():
    names = [row.name for row in picture().rows]
    assert names == [
        "Interest", "Leads", "Lead to qualified",
        "Deal", "Qualified", "Price", "Revenue",
        "Outside the phases", "Cost per lead",
    ]  # fmt: skip


def test_that_a_project_with_one_group_has_no_headings():
    assert all(row.metric for row in picture(shown=RowFilter(words="lead to")).rows)


def test_that_conversions_on_arrows_have_rows():
    assert "quality" in keys(picture())


def test_that_a_factor_shows_how_soon_it_can_be_moved():
    row = next(row for row in picture().rows if row.metric == "leads")
    assert (row.mark, row.influence) == ("direct", "1 day")


def test_that_a_result_says_so():
    row = next(row for row in picture().rows if row.metric == "revenue")
    assert (row.mark, row.influence) == ("result", "result")


def test_that_only_influenceable_leaves_out_results():
    assert keys(picture(shown=RowFilter(influenceable=True))) == ["leads", "quality", "cost"]


def test_that_the_search_forgives_case():
    assert keys(picture(shown=RowFilter(words="COST"))) == ["cost"]


def test_that_the_sums_of_a_filtered_matrix_are_those_of_all_kpis():
    given = (kpi("revenue", "sdr", weight=0.5), kpi("leads", "sdr", weight=0.5))
    found = picture(*given, shown=RowFilter(influenceable=True))
    assert found.columns[0].weights.caption == "100%"


def test_that_an_owner_shows_its_weight_in_the_colour_of_the_role():
    cell = picture(kpi("leads", "sdr", weight=0.4)).cells["leads", "sdr"]
    assert (cell.part, cell.caption, cell.color) == ("owner", "40%", "#2A9FD6")


def test_that_a_helper_says_so_instead_of_a_weight():
    cell = picture(kpi("leads", "sdr", part="contributor")).cells["leads", "sdr"]
    assert cell.caption == "helps"


def test_that_a_screen_reader_says_part_and_weight():
    cell = picture(kpi("leads", "sdr", part="leader", weight=0.4)).cells["leads", "sdr"]
    assert cell.spoken == "leader, 40%"


def test_that_a_contractor_is_known_by_its_column():
    assert [column.contractor for column in picture().columns] == [False, False, False, True]


def test_that_a_free_cell_is_no_cell():
    assert ("leads", "marketer") not in picture(kpi("leads", "sdr")).cells


def test_that_rows_that_did_not_change_are_the_same_objects():
    painter, project = MatrixPainter(), sales()
    before = painter.picture(project, ENGLISH, ALL)
    after = painter.picture(project.having(kpis=(kpi("leads", "sdr"),)), ENGLISH, ALL)
    same = [a is b for a, b in zip(before.rows, after.rows, strict=True) if a.metric]
    assert same == [False, True, True, True, True, True]


def test_that_another_language_makes_other_rows():
    painter, project = MatrixPainter(), sales()
    before = painter.picture(project, ENGLISH, ALL).rows[2].target.caption
    assert painter.picture(project, RUSSIAN, ALL).rows[2].target.caption != before


def test_that_a_metric_that_is_gone_has_no_row():
    painter, project = MatrixPainter(), sales()
    painter.picture(project, ENGLISH, ALL)
    rest = project.having(metrics=project.metrics[:1])
    assert keys(painter.picture(rest, ENGLISH, ALL)) == ["leads"]
