"""Two editions of donor profiles -> what has changed by what they mean.

    editions   a folder of tables, a document in one, or a PDF -> editions
    match      which document, project and contribution of the one is which of the other
    compare    editions -> changes
    render     changes -> a table in the terminal, CSV and HTML

Only `editions` reads files. Where a row stands (page, place, id) is no change.
"""
