"""What the kinds of the Journal say in a Danish sentence: who comes first, then these words."""

from collections.abc import Mapping

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
    "item.recall": gettext_lazy("kaldte punktet tilbage"),
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
    "item.bring": gettext_lazy("noterede, om beslutningen indbringes for kommunalbestyrelsen"),
    "item.remark": gettext_lazy("skrev en administrativ bemærkning"),
    "item.forward": gettext_lazy("sendte sagen videre til næste udvalg"),
    "item.stop": gettext_lazy("stoppede sagen"),
    "item.skip": gettext_lazy("sprang et udvalg over"),
    "item.resume": gettext_lazy("genoptog sagen"),
    "item.tell": gettext_lazy("skrev, hvad offentligheden skal vide om det lukkede punkt"),
    "item.remind": gettext_lazy("mindede om, at punktet skal godkendes"),
    "item.review": gettext_lazy("mindede om, at lukningen skal ses efter"),
    "item.shut": gettext_lazy("lukkede noget i punktet, der var sendt ud"),
    "item.disqualify": gettext_lazy("noterede, at en person er inhabil i punktet"),
    "item.requalify": gettext_lazy("ophævede en inhabilitet i punktet"),
    "item.open_closed": gettext_lazy("læste det lukkede punkt"),
    "meeting.plan": gettext_lazy("planlagde mødet"),
    "meeting.plan_year": gettext_lazy("planlagde årets møder"),
    "meeting.move": gettext_lazy("flyttede mødet"),
    "meeting.arrange": gettext_lazy("ændrede rækkefølgen på dagsordenen"),
    "meeting.announce": gettext_lazy("udsendte dagsordenen"),
    "meeting.announce_at": gettext_lazy("valgte, hvornår dagsordenen udsendes"),
    "meeting.keep_back": gettext_lazy("tog tidspunktet for udsendelse tilbage"),
    "meeting.hold_back": gettext_lazy(
        "holdt dagsordenen tilbage, fordi den ikke kunne udsendes på det valgte tidspunkt"
    ),
    "meeting.supplement": gettext_lazy("udsendte et tillæg til dagsordenen"),
    "meeting.cancel": gettext_lazy("aflyste mødet"),
    "meeting.dismiss": gettext_lazy("så efter et forhold og lod det passere"),
    "meeting.add_item": gettext_lazy("satte et punkt på dagsordenen på selve mødet"),
    "meeting.begin": gettext_lazy("begyndte mødet"),
    "meeting.undo_begin": gettext_lazy("fortrød, at mødet var begyndt"),
    "meeting.attend": gettext_lazy("rettede fremmødet"),
    "meeting.call_in": gettext_lazy("indkaldte en stedfortræder"),
    "meeting.call_off": gettext_lazy("afmeldte en stedfortræder"),
    "meeting.close": gettext_lazy("sluttede mødet"),
    "meeting.sign": gettext_lazy("godkendte referatet"),
    "meeting.sign_on_paper": gettext_lazy("noterede en underskrift på papir"),
    "meeting.approve_minutes": gettext_lazy("afsluttede referatet"),
    "meeting.publish_minutes": gettext_lazy("offentliggjorde referatet"),
    "meeting.add_correction": gettext_lazy("tilføjede en rettelse til referatet"),
    "meeting.records": gettext_lazy("hentede referatet til ESDH"),
    "series.add": gettext_lazy("oprettede et fast punkt"),
    "series.place": gettext_lazy("gav et fast punkt en anden plads"),
    "series.fill": gettext_lazy("satte et fast punkt på de planlagte møder"),
    "series.roll": gettext_lazy("lod et fast punkt fortsætte under en ny sag"),
    "series.roll_all": gettext_lazy("lod de faste punkter fortsætte under nye sager"),
    "series.end": gettext_lazy("sluttede et fast punkt"),
    "followup.promise": gettext_lazy("noterede en opfølgning"),
    "followup.adjust": gettext_lazy("rettede frist eller ansvar for en opfølgning"),
    "followup.complete": gettext_lazy("meldte en opfølgning færdig"),
    "followup.drop": gettext_lazy("frafaldt en opfølgning"),
    "followup.remind": gettext_lazy("mindede om en opfølgning"),
    "followup.reopen": gettext_lazy("åbnede en opfølgning igen"),
    "kle.load": gettext_lazy("læste KLE-numrene ind"),
    "numbers.format": gettext_lazy("ændrede, hvordan numre skrives"),
    "body.add": gettext_lazy("oprettede udvalget"),
    "body.change": gettext_lazy("rettede udvalgets oplysninger"),
    "body.change_channel": gettext_lazy("skiftede, hvem der læser udvalgets papirer"),
    "body.add_step": gettext_lazy("føjede et led til godkendelsen"),
    "body.move_step": gettext_lazy("flyttede et led i godkendelsen"),
    "body.remove_step": gettext_lazy("fjernede et led fra godkendelsen"),
    "unit.add": gettext_lazy("oprettede en enhed"),
    "unit.end": gettext_lazy("sluttede en enhed"),
    "person.add": gettext_lazy("oprettede personen"),
    "person.add_administrator": gettext_lazy("oprettede personen med ret til at administrere"),
    "person.may_administer": gettext_lazy("gav personen ret til at administrere"),
    "person.may_not_administer": gettext_lazy("tog retten til at administrere fra personen"),
    "person.change": gettext_lazy("rettede personens oplysninger"),
    "person.grant": gettext_lazy("gav personen en rolle"),
    "person.revoke": gettext_lazy("tog en rolle fra personen"),
    "person.seat": gettext_lazy("gav personen en plads"),
    "person.end_seat": gettext_lazy("sluttede personens plads"),
    "organisation.read_csv": gettext_lazy("læste personer og roller fra en fil"),
    "account.add": gettext_lazy("gav personen en konto"),
    "account.password": gettext_lazy("gav kontoen en ny adgangskode"),
    "account.close": gettext_lazy("lukkede kontoen"),
    "account.factor": gettext_lazy("slog ekstra kode ved login til"),
    "account.factor_off": gettext_lazy("slog ekstra kode ved login fra"),
    "account.codes": gettext_lazy("lavede nye reservekoder til login"),
    "account.recovery": gettext_lazy("brugte en reservekode"),
    "account.passkey": gettext_lazy("tilføjede en adgangsnøgle til login"),
    "account.passkey_off": gettext_lazy("fjernede en adgangsnøgle til login"),
    "account.provider": gettext_lazy("loggede første gang ind gennem kommunens login"),
    "account.provider_off": gettext_lazy("løste kontoen fra kommunens login"),
    "account.everywhere": gettext_lazy("loggede ud alle steder"),
    "account.calendar": gettext_lazy("lavede en ny adresse til sin kalender"),
    "account.calendar_off": gettext_lazy("lukkede adressen til sin kalender"),
    "intake.accept": gettext_lazy("tog et indlæst papir ind i arkivet"),
    "intake.reject": gettext_lazy("afviste et indlæst papir"),
}
# What was written in an item, by the fact `what`; with the part it was written in where that matters.
WRITTEN: dict[str, str | Promise] = {
    "title": gettext_lazy("rettede titlen"),
    "section": gettext_lazy("skrev i et afsnit"),
    "heading": gettext_lazy("tilføjede et afsnit"),
    "points": gettext_lazy("rettede indstillingen"),
    "route": gettext_lazy("rettede sagens vej"),
    "document": gettext_lazy("rettede dokumentnummeret"),
    "proposal": gettext_lazy("noterede, hvilket medlem der har foreslået sagen"),
    "close": gettext_lazy("lukkede punktet for offentligheden"),
    "open": gettext_lazy("åbnede punktet for offentligheden"),
    "close section": gettext_lazy("lukkede et afsnit for offentligheden"),
    "open section": gettext_lazy("åbnede et afsnit for offentligheden"),
    "close document": gettext_lazy("lukkede et bilag for offentligheden"),
    "open document": gettext_lazy("åbnede et bilag for offentligheden"),
    "attach": gettext_lazy("lagde et bilag på"),
    "replace": gettext_lazy("lagde en ny udgave af et bilag på"),
    "rename": gettext_lazy("gav et bilag en anden titel"),
    "order": gettext_lazy("ændrede bilagenes rækkefølge"),
    "remove": gettext_lazy("tog et bilag af"),
}


def words(kind: str, facts: Mapping[str, object]) -> str | Promise:
    """What was done, without who did it; the kind itself where no words are known for it."""
    if kind == "item.write":
        what = str(facts.get("what", ""))
        parts = (f"{what} {part}" for part in ("section", "document") if part in facts)
        known = next((one for one in (*parts, what) if one in WRITTEN), None)
        return WRITTEN[known] if known else DEEDS[kind]
    return DEEDS.get(kind) or _("udførte handlingen %(kind)s") % {"kind": kind}


def deed(name: str | None, kind: str, facts: Mapping[str, object] | None = None) -> str:
    """ "Bo godkendte punktet"; without a name it is the system itself."""
    return f"{name or _('Systemet')} {words(kind, facts or {})}"
