"""Benchmarks: `make bench`. Ratios in one run, never timed tests."""
