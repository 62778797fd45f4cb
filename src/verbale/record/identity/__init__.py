"""Who is who over many reports: names compared, evidence weighed, actors linked to identities."""
