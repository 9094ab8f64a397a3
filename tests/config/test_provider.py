"""The provider that logs people in, as the environment names it."""

import pytest

from sagsgang.config.provider import provider

WHOLE = {
    "SAGSGANG_OIDC_ISSUER": "https://login.solbjerg.example",
    "SAGSGANG_OIDC_CLIENT_ID": "sagsgang",
    "SAGSGANG_OIDC_CLIENT_SECRET": "hemmelig",
}


def test_without_an_issuer_there_is_none() -> None:
    assert provider({}) == {}


def test_the_button_has_a_text_also_when_nobody_chose_one() -> None:
    assert provider(WHOLE)["name"] == "kommunens login"
    assert provider(WHOLE | {"SAGSGANG_OIDC_NAME": "Solbjerg-login"})["name"] == "Solbjerg-login"


@pytest.mark.parametrize("issuer", ["http://login.solbjerg.example", "login.solbjerg.example", "file:///etc"])
def test_an_unsafe_issuer_is_refused(issuer: str) -> None:
    with pytest.raises(ValueError, match="https"):
        provider(WHOLE | {"SAGSGANG_OIDC_ISSUER": issuer})


@pytest.mark.parametrize("name", ["SAGSGANG_OIDC_CLIENT_ID", "SAGSGANG_OIDC_CLIENT_SECRET"])
def test_an_issuer_without_a_client_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        provider(WHOLE | {name: ""})
