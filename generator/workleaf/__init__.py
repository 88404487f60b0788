"""workleaf: YAML worksheets become web forms, fillable accessible PDFs and print."""
