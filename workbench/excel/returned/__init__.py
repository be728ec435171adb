"""A filled workbook on its way back: what it is, where its inputs are, what they say."""
