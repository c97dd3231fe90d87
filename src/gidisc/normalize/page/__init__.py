"""What a page or a tool put around and between the words of a report: folds, line numbers, furniture, grids, signs."""
