"""The parts of the analysis of gaps: territories, the world, groups, and what is said of them."""
