"""Countries, peoples, groups, regions and places: names -> which of them is meant."""
