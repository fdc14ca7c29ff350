"""People's decisions: read from raw/<document>.reviews.csv and applied by every later run.

    file        the file -> decisions, or a sentence for each line that is none; and back
    fields      the fields that people decide on
    quotes      the texts that a decision on a row may rest on
    following   the fields that follow from another one which people set
    rulings     the decisions on one row -> what is to be done with it
    apply       rows as the rules read them -> rows as people decided, those that they added included
    profile     the same for the records of a profile
    unapplied   why a decision was not applied, as a check

Nothing is applied silently to a text that has changed, and nothing is skipped in silence.
"""
