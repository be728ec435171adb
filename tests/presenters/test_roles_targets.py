from tests.presenters.roles_cases import ENGLISH, RUSSIAN, kpi, sales
from workbench.document.plan import Goal
from workbench.presenters.roles.targets import target_of


def target(key, *kpis, language=ENGLISH, **members):
    project = sales(*kpis, **members)
    return target_of(project.metric(key), project, language)


def shown(key, *kpis, **members):
    return target(key, *kpis, **members).caption.replace("\u00a0", " ")


def test_that_a_target_goes_from_base_to_plan():
    assert shown("leads", kpi("leads", "sdr", base=600.0, plan=900.0)) == "600 → 900"


def test_that_a_unit_of_both_is_written_once():
    assert shown("quality", kpi("quality", "sdr", base=0.75, plan=0.8)) == "75 → 80%"


def test_that_a_currency_of_both_is_written_once():
    given = kpi("revenue", "sdr", base=5_760_000.0, plan=7_000_000.0)
    assert shown("revenue", given, language=RUSSIAN) == "5,76 → 7 млн ₽"


def test_that_different_units_are_both_written():
    given = kpi("revenue", "sdr", base=900_000.0, plan=1_100_000.0)
    assert shown("revenue", given, language=RUSSIAN) == "900 000 ₽ → 1,1 млн ₽"


def test_that_a_plan_alone_is_a_bound():
    assert shown("leads", kpi("leads", "sdr", plan=900.0)) == "≥ 900"


def test_that_a_bound_of_what_should_be_low_is_from_above():
    given = kpi("cost", "sdr", plan=1_200.0)
    assert shown("cost", given, language=RUSSIAN) == "≤ 1 200 ₽"


def test_that_equal_base_and_plan_are_a_bound():
    assert shown("leads", kpi("leads", "sdr", base=900.0, plan=900.0)) == "≥ 900"


def test_that_a_norm_stands_where_there_is_no_plan():
    assert shown("quality") == "≥ 80%"


def test_that_a_goal_of_the_plan_stands_before_the_norm():
    goals = (Goal(metric="revenue", value=7_000_000.0, period="year"),)
    assert shown("revenue", goals=goals, language=RUSSIAN) == "≥ 7 млн ₽ в год"


def test_that_a_period_other_than_a_month_is_said():
    given = kpi("leads", "sdr", base=1_800.0, plan=2_700.0, period="quarter")
    assert shown("leads", given) == "1,800 → 2,700 a quarter"


def test_that_a_share_has_no_period():
    given = kpi("quality", "sdr", plan=0.8, period="quarter")
    assert shown("quality", given) == "≥ 80%"


def test_that_the_owner_speaks_first():
    helper = kpi("leads", "head", part="shared", base=1.0, plan=2.0)
    owner = kpi("leads", "sdr", part="owner", base=600.0, plan=900.0)
    assert shown("leads", helper, owner) == "600 → 900"


def test_that_a_helper_sets_no_target():
    assert shown("leads", kpi("leads", "sdr", part="contributor", plan=5.0)) == "not set"


def test_that_a_kpi_without_a_plan_is_missing_its_target():
    assert target("leads", kpi("leads", "sdr")).missing


def test_that_a_metric_of_nobody_misses_nothing():
    assert (target("leads").caption, target("leads").missing) == ("—", False)
