"""The tab of credit: which touches led to the revenue, and what follows."""
