"""The record against registers: who is listed, which claim is borne out or contradicted."""
