"""Who shall keep a promise: the person or office that a sentence names."""

import re

_OFFICE = (
    r"(?:(?:den|de|det|hver|hvert) (?:enkelte |ansvarlige |relevante )?)?"
    r"(?:[A-ZÆØÅa-zæøå]{0,30}(?:administrationen|forvaltningen|direktør(?:en|erne)?|chef(?:en|erne)?|sekretariatet|staben"
    r"|afdeling(?:en|erne)?|cent(?:er|eret|ret|rene)|udvalget|direktionen|borgmesteren|formanden|formandskabet"
    r"|arbejdsgruppen|styregruppen|projektgruppen|projektlederen|leder(?:en|ne)?|koordinator(?:en)?|kommunen|personale)"
    r"|HR(?: og Personale)?|IT|KL)(?![a-zæøå])"
)
_UNIT = r"(?:[Cc]enter|[Aa]fdeling|[Tt]eam|[Ss]tab|[Ff]agcenter) for [A-ZÆØÅ]\w{1,30}"
_UNIT += r"(?:(?:,| og| &) [A-ZÆØÅ]\w{1,30}){0,3}"
_WORD = r"[A-ZÆØÅ][\wæøåÆØÅé]{1,30}(?:-[A-ZÆØÅ]\w{1,30})?"
_NAME = rf"{_WORD}(?: (?:[A-ZÆØÅ]\.|{_WORD})){{0,3}}"
_SOMEONE = rf"(?:{_UNIT}|{_OFFICE}|{_NAME})(?:(?:, | og | samt )(?:{_UNIT}|{_OFFICE}|{_NAME})){{0,4}}"
# "administrationen senest den 1. april udarbejder": in a subordinate clause the time comes first.
_BETWEEN = r"(?:selv |herefter |derfor |(?:senest|inden|primo|medio|ultimo|i|om|til|på) (?:\S{1,20} ){1,5}?)?"
_DOES = (
    r"(?:udarbejder|fremlægger|forelægger|præsenterer|beskriver|undersøger|afklarer|afdækker|indkalder"
    r"|inviterer|indhenter|fordeler|justerer|tilretter|reviderer|opdaterer|udsender|rundsender|planlægger"
    r"|forbereder|koordinerer|orienterer|evaluerer|følger op|arbejder|indarbejder|kontakter|besvarer"
    r"|svarer|belyser|vurderer|samler|sender|laver|skriver|drøfter|aftaler|sørger|melder|vender|bringer"
    r"|giver|tager (?:kontakt|fat|initiativ|ansvar|en|et)|står for|holder|formidler|kommunikerer|opretter"
    r"|finder|retter|går|deltager|varetager|skal|vil|bedes|pålægges|anmodes|opfordres)"
)
_SUBJECT = re.compile(
    rf"(?:^|[-–:] |, (?:at |idet |og )?| at | idet | og |\. )(?P<who>{_SOMEONE})"
    rf" {_BETWEEN}{_DOES}(?![a-zæøå])"
)
_INVERTED = re.compile(rf"(?<![a-zæøå]){_DOES} (?P<who>{_OFFICE}|{_NAME})(?![a-zæøåA-ZÆØÅ])")
_ACTING = (_SUBJECT, _INVERTED)
_VERB = re.compile(rf" {_DOES}(?![a-zæøå])")
_ASKED = re.compile(
    rf"\b(?:beder|bad|anmoder|pålægger|bemyndiger|opfordrer|ønsker,? at)(?: om,? at)? (?P<who>{_SOMEONE})(?![a-zæøå])"
)
_AGENT = re.compile(rf"(?:\w(?:s|t) |\w(?:s|t) \S{{1,30}} )af (?P<who>{_SOMEONE})")
# Capitals at the head of a sentence that are no names.
_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        "Der Det Dette Disse Den De Denne Vi Man Her Hvis Når Såfremt Sagen Punktet Planen Programmet Emnet "
        "Temaet Oplægget Notatet Forslaget Projektet Mødet Konferencen Orienteringen Indstillingen Status "
        "Godkendt Drøftet Vedtaget Ingen Anbefales Udsat Herefter Derudover Endvidere Samtidig Desuden Efter "
        "Inden Til På Ved Ift Herunder Resultatet Konceptet Strategien Politikken Rapporten Evalueringen "
        "Materialet Program Plan Dog Også Dialog Udvalg Emner Beslutning Beslutningen",
    )
)
_LONGEST = 1_000


def promiser(flat: str, body: str) -> str | None:
    """Who the sentence `flat` (one line) says shall do it; None when nobody is named, or only `body` that asks."""
    flat = flat[:_LONGEST]
    acting = _ACTING if _VERB.search(flat) else ()
    return _first((_ASKED, *acting), flat, body) or (_first((_AGENT,), flat, body) if " af " in flat else None)


def acts(flat: str, body: str) -> bool:
    """Whether somebody named is the subject of a verb that promises ("Bo undersøger", "sender staben")."""
    flat = flat[:_LONGEST]
    return bool(_VERB.search(flat)) and _first(_ACTING, flat, body) is not None


def _first(patterns: tuple[re.Pattern[str], ...], flat: str, body: str) -> str | None:
    for pattern in patterns:
        for match in pattern.finditer(flat):
            who: str = match["who"]
            if who.split(" ", 1)[0] not in _NO_NAMES and not _same(who, body):
                return who
    return None


def _same(who: str, body: str) -> bool:
    who, body = who.lower(), body.lower()
    return who == body or (
        who in ("udvalget", "byrådet", "direktionen") and body.endswith(who.removesuffix("et")[-4:])
    )
