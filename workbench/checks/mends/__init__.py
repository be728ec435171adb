"""What mends are made of: KPIs given and exchanged, levels, tasks, roles merged, formulas."""
