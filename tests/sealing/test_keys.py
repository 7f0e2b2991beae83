import pytest

from gbvcase.sealing.keys import bech32, fingerprint, padded_length


def test_a_card_has_the_fingerprint_of_the_vectors() -> None:
    ed25519 = bytes.fromhex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")
    assert fingerprint(ed25519, bytes(range(0x40, 0x60))).hex() == (
        "b8e2b4bb1acae7b505c6b9f3ed1c7450"
    )


@pytest.mark.parametrize(
    ("length", "padded"),
    [
        (1, 4096),
        (4096, 4096),
        (4097, 4352),
        (5000, 5120),
        (10000, 10240),
        (65537, 67584),
        (1000000, 1015808),
    ],
)
def test_a_length_is_padded_as_in_the_vectors(length: int, padded: int) -> None:
    assert padded_length(length) == padded


@pytest.mark.parametrize("length", range(1, 200_000, 997))
def test_padding_adds_at_most_twelve_parts_in_a_hundred(length: int) -> None:
    padded = padded_length(length)
    assert length <= padded
    assert padded == 4096 or padded <= length * 1.12
    assert padded_length(padded) == padded


def test_keys_are_spelled_as_age_spells_them() -> None:
    assert bech32("a", b"") == "a12uel5l"  # a vector of BIP 173
