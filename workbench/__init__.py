"""KPI Workbench: the sales funnel as a model, KPIs for roles, a workbook for the client."""
