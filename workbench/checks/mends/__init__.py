"""What mends are made of: KPIs given and exchanged, tasks, roles merged, formulas, and notes."""
