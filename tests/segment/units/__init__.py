"""Single functions of the layout on records that are made for them."""
