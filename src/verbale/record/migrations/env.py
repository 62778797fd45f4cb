"""Run by Alembic: migrations go over the connection that `bring_up_to_date` hands over."""

from alembic import context

from verbale.record.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
