"""KPI Workbench: the sales funnel as a model, KPIs for roles, and the workbook that goes to the client."""
