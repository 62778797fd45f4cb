"""The objects of the API as OpenAPI describes them; answers are made by the record's `to_dict`, tests compare."""
