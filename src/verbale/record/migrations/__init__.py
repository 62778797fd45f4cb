"""How tables changed from release to release."""
