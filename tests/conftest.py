"""What all tests share: hypothesis sets no time limit on an example, since a first call may compile."""

from hypothesis import settings

settings.register_profile("no deadline", settings(), deadline=None)
settings.load_profile("no deadline")
