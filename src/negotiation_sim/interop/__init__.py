"""Files and programs of others: what they write, in the program's own terms, and back."""
