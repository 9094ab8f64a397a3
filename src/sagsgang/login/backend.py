"""Who a session belongs to, with the person read at once: every page needs both."""

from django.contrib.auth.backends import ModelBackend

from sagsgang.login.models import Account


class LocalAccounts(ModelBackend):
    """Django's own, for our accounts."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, when it is still open and its person has not left."""
        account = Account.objects.select_related("person").filter(pk=user_id, person__active=True).first()
        return account if account and self.user_can_authenticate(account) else None
