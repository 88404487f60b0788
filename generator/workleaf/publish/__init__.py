"""How worksheets and pages become a site."""
