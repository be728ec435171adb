"""What is wrong with a system of KPIs, why it matters, and how it can be mended.

One module a check; its docstring is its help page. A check looks at a `System` and yields findings.
"""
