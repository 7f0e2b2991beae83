from dataclasses import replace

from gbvcase.domain.codes import ProviderStatus
from gbvcase.domain.marking import ENGLISH
from gbvcase.domain.provider import ServiceProvider
from gbvcase.vault.providers import all_providers, keep_provider, provider_of
from gbvcase.vault.revisions import changes, record_at
from gbvcase.vault.vault import Vault
from tests.builders import NOW, WORKER, a_provider
from tests.vault.keeping import UNIT, later


def kept(vault: Vault, provider: ServiceProvider, minutes: int = 0) -> ServiceProvider:
    with vault.begin() as db:
        return keep_provider(db, provider, by=WORKER, unit=UNIT, at=later(minutes))


def test_a_provider_is_read_back_the_same(vault: Vault) -> None:
    provider = kept(vault, a_provider(id=None))
    assert (provider.created_by, provider.created_at, provider.revision) == (WORKER, NOW, 1)
    with vault.begin() as db:
        assert provider_of(db, provider.id) == provider
        assert provider_of(db, "nobody") is None


def test_what_a_change_of_a_provider_replaced_can_be_read(vault: Vault) -> None:
    first = kept(vault, a_provider())
    second = kept(vault, replace(first, status=ProviderStatus.CLOSED), 1)
    assert second.revision == 2
    assert kept(vault, second, 2) == second
    with vault.begin() as db:
        changed, made = changes(db, first.id)
        assert record_at(db, first.id, first.id, 1) == first
        assert record_at(db, first.id, first.id, 2) == second
    assert (made.what, changed.what) == ("made", "changed")
    assert (changed.old, changed.new) == (ProviderStatus.ACTIVE, ProviderStatus.CLOSED)
    assert "Service provider" in changed.said(ENGLISH)


def test_the_directory_is_in_vietnamese_order(vault: Vault) -> None:
    names = ("Đồn Mẫu", "Công an xã Mẫu", "Bệnh viện Mẫu", "Ủy ban Mẫu", "Âu Mẫu", "An Mẫu")
    for number, name in enumerate(names):
        kept(vault, a_provider(id=f"p{number}", name=name))
    with vault.begin() as db:
        found = [provider.name for provider in all_providers(db)]
    assert found == ["An Mẫu", "Âu Mẫu", "Bệnh viện Mẫu", "Công an xã Mẫu", "Đồn Mẫu", "Ủy ban Mẫu"]
