"""How assumed numbers of a scenario stand beside what was observed of disputes."""
