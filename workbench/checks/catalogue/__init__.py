"""All checks, in the order of their codes."""

from __future__ import annotations

from workbench.checks.catalogue import (
    kpi101_no_influence,
    kpi102_money_on_marketing,
    kpi103_factors_owned,
    kpi104_horizon,
    kpi105_searching_channel,
    kpi106_no_owner,
    kpi107_two_owners,
    kpi201_weights,
    kpi202_how_many,
    kpi203_light_weights,
    kpi204_easily_gamed,
    kpi205_own_guard,
    kpi206_not_agreed,
    kpi207_nothing_own,
    kpi301_junction,
    kpi302_step_without_owner,
    kpi303_implied_conversion,
    kpi304_beyond_range,
    kpi305_customer_cost,
    kpi401_contractor_money,
    kpi402_contractor_metric,
    kpi403_unfinished_tasks,
    kpi501_too_few_people,
    kpi502_small_team,
    kpi503_little_work,
    kpi601_formulas,
    kpi602_goal_missed,
    kpi603_pay_over_limit,
)
from workbench.checks.check import Check

CHECKS: tuple[Check, ...] = tuple(
    module.CHECK
    for module in (
        kpi101_no_influence,
        kpi102_money_on_marketing,
        kpi103_factors_owned,
        kpi104_horizon,
        kpi105_searching_channel,
        kpi106_no_owner,
        kpi107_two_owners,
        kpi201_weights,
        kpi202_how_many,
        kpi203_light_weights,
        kpi204_easily_gamed,
        kpi205_own_guard,
        kpi206_not_agreed,
        kpi207_nothing_own,
        kpi301_junction,
        kpi302_step_without_owner,
        kpi303_implied_conversion,
        kpi304_beyond_range,
        kpi305_customer_cost,
        kpi401_contractor_money,
        kpi402_contractor_metric,
        kpi403_unfinished_tasks,
        kpi501_too_few_people,
        kpi502_small_team,
        kpi503_little_work,
        kpi601_formulas,
        kpi602_goal_missed,
        kpi603_pay_over_limit,
    )
)
