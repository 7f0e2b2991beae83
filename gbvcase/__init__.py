"""Case records of gender-based violence: kept offline, referred with consent, counted safely."""
