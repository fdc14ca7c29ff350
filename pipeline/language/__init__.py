"""What holds for a language, whatever is looked for in it: words, numbers, sentences, and the tables of rules.

    lexicon         tables of names, and the longest of them that begins at a word
    patterns        rules in layers over the words of a text
    phrases         phrases around a name
    numbers         numbers in digits and words
    qualifiers      how sure a figure is told to be
    sentences       where a sentence begins
    lines           words over the ends of lines
    detection       which language a text is written in
    expressions     turns of phrase, and what the labels of a table say of its lines
    document_words  captions, labels and the words of headings
    spans           from tokens to mentions

The tables lie in a folder a language.
"""
