"""The database: schema, migrations, history and full-text search."""
