"""Domains and preference profiles in the XML format of Genius (Lin et al. 2014)."""

from negotiation_sim.interop.genius.domain_reading import read_domain
from negotiation_sim.interop.genius.file_error import GeniusFileError
from negotiation_sim.interop.genius.model import GeniusDomain, GeniusIssue, GeniusProfile
from negotiation_sim.interop.genius.profile_reading import read_profile

__all__ = ["GeniusDomain", "GeniusFileError", "GeniusIssue", "GeniusProfile", "read_domain", "read_profile"]
