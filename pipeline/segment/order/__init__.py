"""In which order a page is read: white space, what spans columns, and the structure tree where it agrees."""
