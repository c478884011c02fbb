"""Checks of the program against results of bargaining theory that are known exactly, one check a file."""
