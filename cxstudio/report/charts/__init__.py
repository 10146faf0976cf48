"""Charts as data, which Word draws and the client can edit."""
