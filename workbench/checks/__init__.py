"""What is wrong with a system of KPIs, why it matters, and how it can be mended.

One module a check; its docstring is its help page. A check looks at a `System` and yields findings.

To find is `system` and `method`: what a project has, and what the method knows about it.
To mend is `mends`: pieces of edits, whole mends, and what one should know before.
To say is `wording`: names and numbers as they stand in the sentences of findings.
"""
