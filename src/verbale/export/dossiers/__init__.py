"""Dossiers, timelines and ties as documents; one format a file."""
