"""What the kinds of the Journal say in a Danish sentence: who comes first, then these words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DEEDS: dict[str, str | Promise] = {
    "case.open": gettext_lazy("oprettede sagen"),
    "case.set_kle": gettext_lazy("gav sagen et KLE-nummer"),
    "case.add_alias": gettext_lazy("gav sagen endnu et nummer"),
    "item.draft": gettext_lazy("begyndte på punktet"),
    "item.write": gettext_lazy("skrev i punktet"),
    "item.submit": gettext_lazy("sendte punktet til godkendelse"),
    "item.discard": gettext_lazy("kasserede udkastet"),
    "item.return": gettext_lazy("sendte punktet tilbage"),
    "item.pass_on": gettext_lazy("godkendte punktet og sendte det videre til næste godkender"),
    "item.approve": gettext_lazy("godkendte punktet"),
    "item.schedule": gettext_lazy("satte punktet på dagsordenen"),
    "item.unschedule": gettext_lazy("tog punktet af dagsordenen"),
    "item.withdraw": gettext_lazy("trak punktet af dagsordenen"),
    "item.attend": gettext_lazy("rettede fremmødet ved punktet"),
    "item.minute": gettext_lazy("skrev på beslutningen"),
    "item.decide": gettext_lazy("bekræftede beslutningen"),
    "item.redecide": gettext_lazy("rettede beslutningen"),
    "item.remark": gettext_lazy("skrev en administrativ bemærkning"),
    "item.forward": gettext_lazy("sendte sagen videre til næste udvalg"),
    "item.stop": gettext_lazy("stoppede sagen"),
    "item.skip": gettext_lazy("sprang et udvalg over"),
    "item.resume": gettext_lazy("genoptog sagen"),
    "item.open_closed": gettext_lazy("læste det lukkede punkt"),
    "meeting.plan": gettext_lazy("planlagde mødet"),
    "meeting.move": gettext_lazy("flyttede mødet"),
    "meeting.arrange": gettext_lazy("ændrede rækkefølgen på dagsordenen"),
    "meeting.announce": gettext_lazy("udsendte dagsordenen"),
    "meeting.supplement": gettext_lazy("udsendte et tillæg til dagsordenen"),
    "meeting.cancel": gettext_lazy("aflyste mødet"),
    "meeting.dismiss": gettext_lazy("så efter et forhold og lod det passere"),
    "meeting.add_item": gettext_lazy("satte et punkt på dagsordenen på selve mødet"),
    "meeting.begin": gettext_lazy("åbnede mødet"),
    "meeting.attend": gettext_lazy("rettede fremmødet"),
    "meeting.close": gettext_lazy("sluttede mødet"),
    "meeting.sign": gettext_lazy("godkendte referatet"),
    "meeting.approve_minutes": gettext_lazy("lukkede referatet"),
    "meeting.publish_minutes": gettext_lazy("offentliggjorde referatet"),
    "meeting.add_correction": gettext_lazy("tilføjede en rettelse til referatet"),
    "series.add": gettext_lazy("oprettede et fast punkt"),
    "series.end": gettext_lazy("sluttede et fast punkt"),
    "followup.promise": gettext_lazy("noterede en opfølgning"),
    "followup.adjust": gettext_lazy("rettede frist eller ansvar for en opfølgning"),
    "followup.complete": gettext_lazy("meldte en opfølgning færdig"),
    "followup.drop": gettext_lazy("frafaldt en opfølgning"),
    "followup.reopen": gettext_lazy("åbnede en opfølgning igen"),
    "numbers.format": gettext_lazy("ændrede, hvordan numre skrives"),
    "body.add": gettext_lazy("oprettede udvalget"),
    "body.change": gettext_lazy("rettede udvalgets oplysninger"),
    "body.add_step": gettext_lazy("føjede et led til godkendelsen"),
    "unit.add": gettext_lazy("oprettede en enhed"),
    "unit.end": gettext_lazy("sluttede en enhed"),
    "person.add": gettext_lazy("oprettede personen"),
    "person.change": gettext_lazy("rettede personens oplysninger"),
    "person.grant": gettext_lazy("gav personen en rolle"),
    "person.revoke": gettext_lazy("tog en rolle fra personen"),
    "person.seat": gettext_lazy("gav personen en plads"),
    "person.end_seat": gettext_lazy("sluttede personens plads"),
    "organisation.read_csv": gettext_lazy("læste personer og roller fra en fil"),
    "account.add": gettext_lazy("gav personen en konto"),
    "account.password": gettext_lazy("gav kontoen en ny adgangskode"),
    "account.close": gettext_lazy("lukkede kontoen"),
    "intake.accept": gettext_lazy("tog et indlæst papir ind i arkivet"),
    "intake.reject": gettext_lazy("afviste et indlæst papir"),
}


def deed(name: str | None, kind: str) -> str:
    """ "Bo godkendte punktet"; without a name it is the system itself."""
    who = name or _("Systemet")
    said = DEEDS.get(kind)
    return f"{who} {said}" if said else _("%(who)s udførte handlingen %(kind)s") % {"who": who, "kind": kind}
