"""People's decisions: read from raw/<document>.reviews.csv and applied to the tables of every later run.

    decisions       the file -> decisions, or a sentence for each line that is none
    values          a text -> a value that a field of the schema may have
    evidence        the texts that a decision on a row may rest on
    rulings         the decisions on one row -> what is to be done with it
    rows            an added decision -> a whole row
    consequences    rows that rest on what was decided otherwise
    refusals        why a decision was not applied, as a check
    apply           tables and decisions -> decided tables, and what was not applied
    fields          the fields that people decide on and pin
    known_figures   tests/known_figures/<document>.csv, read and written
    told            which rows a quote tells, and which known figures the tables do not have
    pin             decided rows -> known figures
    pin_files       the files that pinning reads and writes

Nothing is applied silently to a text that has changed, and nothing is skipped in silence.
"""
