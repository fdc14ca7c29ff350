"""From characters to lines: baselines, words, raised marks, gutters, turned text."""
