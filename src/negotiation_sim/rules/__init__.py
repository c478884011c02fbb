"""The decision rules: one concept a file, pure functions of numbers and arrays, called by both executors."""
