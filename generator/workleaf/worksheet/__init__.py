"""The waist: what a finished worksheet is, whoever wrote it and whatever draws it."""
