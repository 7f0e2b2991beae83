"""What passes through the hands of strangers does not say what it is about."""

from gbvcase.domain.folding import folded

TELLING = (
    *("bạo lực", "bạo hành", "xâm hại", "tạm lánh", "mua bán người"),
    *("violence", "abuse", "assault", "rape", "shelter", "trafficking"),
)
"""Words from which anybody would know."""

_WORDS = tuple(f" {folded(word)} " for word in TELLING)


def is_discreet(text: str) -> bool:
    """Tell whether a text, as the name of an office, may stand on an envelope or a slip."""
    plain = "".join(c if c.isalnum() else " " for c in folded(text))
    spaced = f" {' '.join(plain.split())} "
    return not any(word in spaced for word in _WORDS)
