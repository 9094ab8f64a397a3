"""Questions to the corpus with the items that a reader wants, written down before anything was ranked.

`wanted` are all right answers, the one that must come first in front when there is a best one.
"""

from dataclasses import dataclass

from tests.archive.search.corpus import CORPUS


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question and its right answers, by their names in the corpus. `first`: the first of them must come first."""

    text: str
    wanted: tuple[str, ...]
    first: bool = False


QUESTIONS = (
    # Plain words, their forms and spellings.
    Wanted("gevinst", ("gevinst", "gevinst-status"), first=True),
    Wanted("gevinster", ("gevinst", "gevinst-status")),
    Wanted("realisering", ("gevinst",)),
    Wanted("lokalplan", ("lokalplan-endelig", "lokalplan")),
    Wanted("lokalplanen 214", ("lokalplan", "lokalplan-endelig")),
    Wanted("cykelsti", ("anlæg",)),
    Wanted("cykelstier", ("anlæg",)),
    Wanted("cykel", ("anlæg", "cykel")),
    Wanted("skolestruktur", ("skole-igen", "skole")),
    Wanted("skoler", ("skole-igen", "skole", "skolebestyrelse", "budget", "integration", "musik")),
    Wanted("barn", ("børn", "børnepasning", "dagtilbud")),
    Wanted("børn", ("børn", "børnepasning", "dagtilbud")),
    Wanted("boern", ("børn", "børnepasning", "dagtilbud")),
    Wanted("ÆLDREPOLITIK", ("ældre",), first=True),
    Wanted("aeldre", ("ældre", "pleje"), first=True),
    Wanted("moeder", ("møderække", "ledermøde", "borgermøde", "velkomst", "skole", "børn")),
    Wanted("cafe", ("turisme",)),
    Wanted("Kjærgård", ("velkomst",)),
    Wanted("Åbenrå", ("velkomst",)),
    Wanted("bus", ("busser",)),
    Wanted("sygefravær", ("sygefravær", "ledermøde"), first=True),
    Wanted("budget", ("budget-2025", "budget", "hjemmeside", "gevinst-status"), first=True),
    Wanted("tilflytter", ("hjemmeside", "hjemmeside-igen"), first=True),
    Wanted("indkøb", ("indkøb", "lukket-indkøb")),
    Wanted("vej", ("vej", "anlæg")),
    Wanted("strategi", ("strategi",)),
    Wanted("klima", ("klima",)),
    Wanted("vand", ("vand", "valg", "klima")),
    Wanted("plan for trafiksikkerhed", ("cykel",)),
    # Operators.
    Wanted('"taget til efterretning"', (
        "gevinst-status", "budget", "skolebestyrelse", "sygefravær", "musik", "jobcenter", "velkomst", "busser",
    )),
    Wanted('"fælles ledelse"', ("skole-igen",)),
    Wanted("skolestruktur -genoptaget", ("skole",)),
    Wanted("svømmehal OR bibliotek", ("svømmehal", "bibliotek", "borgermøde")),
    Wanted("styrin*", ("styring",)),
    Wanted("klimatil*", ("klima",)),
    Wanted("direktør*", ("borgmester", "aftale")),
    # Numbers.
    Wanted("999-2022-59144", ("hjemmeside-igen", "hjemmeside")),
    Wanted("59144", ("hjemmeside-igen", "hjemmeside")),
    Wanted("999202259144", ("hjemmeside-igen", "hjemmeside")),
    Wanted("Sagsnr.: 999-2022-59144", ("hjemmeside-igen", "hjemmeside")),
    Wanted("90118", ("lokalplan",)),
    Wanted("999-2023-118204", ("gevinst",)),
    Wanted("25-8754", ("arkiv",)),
    # What stands in attachments and decisions, and stubs.
    Wanted("hvidbog", ("lokalplan",)),
    Wanted("høringssvar", ("lokalplan",)),
    Wanted("brandøvelse", ("eventuelt-2",)),
    Wanted("havnen", ("lukket", "havn"), first=True),
    # What needs more than forms of words: verbs far from their base, synonyms, words of the reader's own.
    Wanted("udsat", ("skole", "affald")),
    Wanted("vedtaget", ("lokalplan-endelig", "lokalplan")),
    Wanted("energi", ("varme",)),
    Wanted("kommunens hjemmeside", ("hjemmeside",)),
    # Few or no right answers.
    Wanted("rumfart", ()),
    Wanted("kantine", ()),
    Wanted("kantinebestyrer", ()),
    Wanted("lufthavn", ()),
    Wanted("999-2019-1", ()),
    Wanted('"ledelse fælles"', ()),
    Wanted("svømmehal cykelsti", ()),
    Wanted("atomkraftværk*", ()),
    Wanted("renovering -svømmehallen", ()),
    Wanted("fastholdelseskonsulent", ("sygefravær",)),
    Wanted("spejder", ("idræt",)),
    Wanted("kurtage", ("lån",)),
)  # fmt: skip

assert {name for question in QUESTIONS for name in question.wanted} <= set(CORPUS)
