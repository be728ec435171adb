"""Tables of cells under the headings of phases: shown, painted and typed into."""
