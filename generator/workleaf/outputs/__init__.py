"""What readers get. Each output knows controls, never field types, and never another output."""
