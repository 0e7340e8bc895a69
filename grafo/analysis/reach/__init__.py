"""The parts of the analysis of coverage: representations, distances, large cities, and words."""
