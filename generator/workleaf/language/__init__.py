"""What authors write: YAML worksheets, read, checked and lowered to controls."""
