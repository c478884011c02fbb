"""The two executors of one set of rules: Mesa agents to watch, a compiled kernel to sweep."""
