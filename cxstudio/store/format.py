"""What marks an SQLite file as an engagement, and in which version."""

APPLICATION_ID = 0x43585331  # "CXS1"
VERSION = 1  # PRAGMA user_version; each step up has a migration
