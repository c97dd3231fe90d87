"""Which cell a value stands in: what separators, line ends, columns, names and counts say, weighed in one place.

`columns` asks the others and decides; `doubt` takes back what the rest of a table speaks against.
"""
