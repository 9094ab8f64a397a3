"""What the columns of the file of the organisation are for, as its page says it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Columns = tuple[tuple[str, str | Promise], ...]

OF_PEOPLE: Columns = (
    ("navn", _("Personens navn. Skal stå på hver linje om en person.")),
    ("titel", _("Stillingen, fx sagsbehandler.")),
    ("initialer", _("Som I skriver dem.")),
    ("mail", _("Adressen, der kendes igen på, når to hedder det samme.")),
    ("enhed", _("Enhedens navn. Den skal være oprettet.")),
    ("niveau", _("1 for direktører, 2 for deres chefer, 3 for chefernes ledere. Tomt for alle andre.")),
    ("udvalg", _("Udvalgets navn eller forkortelse, hvor personen har en rolle eller en plads.")),
    ("rolle", _("sagsbehandler, godkender, sekretær eller medlem. Flere roller: flere linjer.")),
    ("trin", _("For en godkender: hvilket trin, når udvalget har flere.")),
    ("fra", _("For et medlem: den dag, pladsen begynder, fx 01-01-2026.")),
    ("til", _("For et medlem: den sidste dag. Tomt: pladsen slutter ikke.")),
    ("stedfortræder", _("ja, når pladsen er en stedfortræders.")),
    ("formand", _("ja for formanden.")),
)
OF_BODIES: Columns = (
    ("udvalg", _("Navnet i bestemt form. Findes udvalget, bliver det ikke ændret.")),
    ("slags", _("kommunalbestyrelse, udvalg, direktion eller andet. Er det udfyldt, opretter linjen et udvalg.")),
    ("læsere", _("alle eller ansatte: hvem der læser de åbne dele. Skal med.")),
    (
        "beslutning",
        _("Den beslutning, der siger, hvad der offentliggøres. Skal med, når alle læser, og loven ikke siger det."),
    ),
    ("forkortelse", _("Fx ØU.")),
    ("nye punkter", _("lukket eller åben: sådan begynder et nyt punkt. Tomt: lukket.")),
    ("nummerering", _("møde: fra 1 på hvert møde. år: fortløbende i året. Tomt: møde.")),
    ("hverdage", _("Hele hverdage mellem udsendelse og møde. Tomt: ingen frist.")),
    ("sted", _("Det faste mødested.")),
    ("klokken", _("Den faste mødetid, fx 15:00.")),
    ("trin", _("Hvem der godkender, i rækkefølge med / imellem, fx Afdelingschef / Direktør.")),
)
EXAMPLE = (
    "udvalg;slags;læsere;hverdage;trin;navn;mail;rolle;fra",
    "Kulturudvalget;udvalg;alle;4;Afdelingschef;;;;",
    "Kulturudvalget;;;;;Eva;eva@solbjerg.example;medlem;01-01-2026",
    "Kulturudvalget;;;;Afdelingschef;Åse;aase@solbjerg.example;godkender;",
)
