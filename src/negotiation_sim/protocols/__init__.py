"""Protocols, one a file: who speaks next, whether the sides talk directly, and who carries what is said."""
