"""All checks, in the order of their codes."""

from __future__ import annotations

from workbench.checks.catalogue.kpi101_no_influence import CHECK as KPI101
from workbench.checks.catalogue.kpi102_money_on_marketing import CHECK as KPI102
from workbench.checks.catalogue.kpi103_factors_owned import CHECK as KPI103
from workbench.checks.catalogue.kpi104_horizon import CHECK as KPI104
from workbench.checks.catalogue.kpi105_searching_channel import CHECK as KPI105
from workbench.checks.catalogue.kpi106_no_owner import CHECK as KPI106
from workbench.checks.catalogue.kpi107_two_owners import CHECK as KPI107
from workbench.checks.catalogue.kpi201_weights import CHECK as KPI201
from workbench.checks.catalogue.kpi202_how_many import CHECK as KPI202
from workbench.checks.catalogue.kpi203_light_weights import CHECK as KPI203
from workbench.checks.catalogue.kpi204_easily_gamed import CHECK as KPI204
from workbench.checks.catalogue.kpi205_own_guard import CHECK as KPI205
from workbench.checks.catalogue.kpi206_not_agreed import CHECK as KPI206
from workbench.checks.catalogue.kpi207_nothing_own import CHECK as KPI207
from workbench.checks.catalogue.kpi301_junction import CHECK as KPI301
from workbench.checks.catalogue.kpi302_step_without_owner import CHECK as KPI302
from workbench.checks.catalogue.kpi303_implied_conversion import CHECK as KPI303
from workbench.checks.catalogue.kpi304_beyond_range import CHECK as KPI304
from workbench.checks.catalogue.kpi305_customer_cost import CHECK as KPI305
from workbench.checks.catalogue.kpi401_contractor_money import CHECK as KPI401
from workbench.checks.catalogue.kpi402_contractor_metric import CHECK as KPI402
from workbench.checks.catalogue.kpi403_unfinished_tasks import CHECK as KPI403
from workbench.checks.catalogue.kpi501_too_few_people import CHECK as KPI501
from workbench.checks.catalogue.kpi502_small_team import CHECK as KPI502
from workbench.checks.catalogue.kpi503_little_work import CHECK as KPI503
from workbench.checks.catalogue.kpi601_formulas import CHECK as KPI601
from workbench.checks.catalogue.kpi602_goal_missed import CHECK as KPI602
from workbench.checks.catalogue.kpi603_pay_over_limit import CHECK as KPI603
from workbench.checks.check import Check

CHECKS: tuple[Check, ...] = (
    KPI101, KPI102, KPI103, KPI104, KPI105, KPI106, KPI107,
    KPI201, KPI202, KPI203, KPI204, KPI205, KPI206, KPI207,
    KPI301, KPI302, KPI303, KPI304, KPI305,
    KPI401, KPI402, KPI403,
    KPI501, KPI502, KPI503,
    KPI601, KPI602, KPI603,
)  # fmt: skip
