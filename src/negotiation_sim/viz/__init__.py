"""Pages for Mesa users; not part of the classroom."""
