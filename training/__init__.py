"""How the shipped weights came about: `make train`. Nothing here runs when pages are cleaned."""
