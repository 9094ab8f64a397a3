"""Who shall keep a promise: the person or office that a sentence names."""

import re

_OFFICE = (
    r"(?:(?:[Dd]en|[Dd]e|[Dd]et|[Hh]ver|[Hh]vert|[Aa]lle) (?:enkelte |ansvarlige |relevante )?)?"
    r"(?:[A-ZÆØÅa-zæøå-]{0,30}(?i:administrationen|forvaltningen|direktør(?:en|er|erne)?|chef(?:en|er|erne)?|sekretariatet|staben"
    r"|afdeling(?:en|erne)?|cent(?:er|re|eret|ret|rene)|udvalget|direktionen|borgmesteren|formanden|formandskabet"
    r"|gruppen|leder(?:en|ne)?|koordinator(?:en)?|kommunen|personale|konsulent(?:en|erne)|teamet|enheden|ledelsen"
    r"|bestyrelsen|rådet|inspektør(?:en)|projektejer(?:en|ne)|tovholder(?:en|ne))"
    r"|HR(?: og Personale)?|IT|KL)(?![a-zæøå-])(?: for [A-ZÆØÅ]\w{1,30}(?:(?:,| og) [A-ZÆØÅ]\w{1,30}){0,3})?"
)
_UNIT = r"(?:[Cc]enter|[Aa]fdeling|[Tt]eam|[Ss]tab|[Ff]agcenter) for [A-ZÆØÅ]\w{1,30}"
_UNIT += r"(?:(?:,| og| &) [A-ZÆØÅ]\w{1,30}){0,3}"
_WORD = r"[A-ZÆØÅ][\wæøåÆØÅé]{1,30}(?:-[A-ZÆØÅ]\w{1,30})?"
_NAME = rf"{_WORD}(?: (?:[A-ZÆØÅ]\.|{_WORD})){{0,3}}"
_ONE = rf"(?:{_UNIT}|{_OFFICE}|{_NAME})(?: \([^()]{{1,40}}\))?"
_SOMEONE = rf"{_ONE}(?:(?:, | og | samt ){_ONE}){{0,4}}"
# "administrationen senest den 1. april udarbejder": in a subordinate clause the time comes first.
_BETWEEN = r"(?:selv |herefter |derfor |(?:senest|inden|primo|medio|ultimo|i|om|til|på) (?:\S{1,20} ){1,5}?)?"
_DOES = (
    r"(?:udarbejder|fremlægger|forelægger|præsenterer|beskriver|undersøger|afklarer|afdækker|indkalder"
    r"|inviterer|igangsætter|iværksætter|etablerer|sikrer|afrapporterer|rapporterer|fremsender|indsender"
    r"|afleverer|kommer med|ser på|sætter|fortsætter|leverer|gennemfører"
    r"|gennemgår|kvalificerer|tilpasser|tilrettelægger|uddyber|redegør|indsamler|beregner|genberegner|spørger|rejser"
    r"|inddrager|implementerer|udvikler|udpeger|søger|uddeler|overtager|indhenter"
    r"|fordeler|justerer|tilretter|reviderer|opdaterer|udsender|rundsender|planlægger"
    r"|forbereder|koordinerer|orienterer|evaluerer|følger op|arbejder|indarbejder|kontakter|besvarer"
    r"|svarer|medbringer|belyser|vurderer|samler|sender|laver|skriver|drøfter|aftaler|sørger|melder|vender|bringer"
    r"|giver|tager (?:kontakt|fat|initiativ|ansvar|stilling|op|sagen|punktet|en|et)"
    r"|tager (?:\S{1,20} ){1,3}?(?:op|med)\b"
    r"|står for|holder|formidler|tjekker|checker|bestiller|booker|ringer|skaffer|ordner|formulerer|læser"
    r"|aflyser|taler med|mødes med|er tovholder"
    r"|kommunikerer|opretter"
    r"|finder|retter|går|deltager|varetager|skal|vil|bedes|pålægges|anmodes|opfordres)"
)
_SUBJECT = re.compile(
    rf"(?:^|[-–:] |, (?:at |idet |og |mens |men |hvorefter )?| at | idet | hvor | og |\. )(?P<who>{_SOMEONE})"
    rf" {_BETWEEN}{_DOES}(?![a-zæøå]| ikke\b)"
)
_INVERTED = re.compile(rf"(?<![a-zæøå]){_DOES} (?P<who>{_SOMEONE})(?![a-zæøåA-ZÆØÅ])")
_ACTING = (_SUBJECT, _INVERTED)
_VERB = re.compile(rf" {_DOES}(?![a-zæøå])")
_ASKED = re.compile(
    rf"\b(?:beder?|bad|anmode[rd]?e?|pålægger|pålagde|bemyndige[rd]?e?|opfordre[rd]?e?|ønske[rd]?e?,? at)"
    rf"(?: om,? at)? (?P<who>{_SOMEONE})(?![a-zæøå])"
)
_TOLD = re.compile(
    rf"(?:^|, (?:at |idet |og )?| at | og )(?P<who>{_SOMEONE}) (?:blev|bliver|er|får)"
    r" (?:\S{1,20} )?(?:bedt|anmodet|pålagt|opfordret|til opgave)\b"
)
_TOLD_CUES = re.compile(r"bedt|anmodet|pålagt|opfordret|til opgave")
# Verbs that a thing can be the subject of as well: "Parkeringspladsen skal være tilgængelig".
_ANYTHING_DOES = re.compile(r"(?:går|holder|giver|finder|deltager|samler|retter|svarer|søger|sikrer)\b")
# "Bestyrelsen skal høres": what is done to the subject, another shall do.
_IS_DONE_TO = re.compile(
    r"(?:skal|vil) (?:gerne |(?!\S{0,19}e )\S{1,20} ){0,2}?"
    r"(?!mødes|enes|følges|samles|fælles|deres|vores)[a-zæøå]{3,20}es\b"
)
_IS_SO = re.compile(
    r"(?:skal|vil) (?:\S{1,20} ){0,3}?"
    r"(?:være|få|ligge|foreligge|have|kunne|bestå|gælde|fungere|understøtte|henvende)\b"
)
_THING = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:et|erne|ene|elser|ninger)|[A-ZÆØÅ][a-zæøå]{6,}en")
_IS_OFFICE = re.compile(_OFFICE, re.IGNORECASE)
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
    """Who the sentence `flat` (one line) says shall do it, `body` itself only when no other does; None for nobody."""
    flat = flat[:_LONGEST]
    acting = _ACTING if _VERB.search(flat) else ()
    asked = (_ASKED, _TOLD) if _TOLD_CUES.search(flat) else (_ASKED,)
    agent = (_AGENT,) if " af " in flat else ()
    return _first((*asked, *acting), flat, body) or _first(agent, flat, body) or _first(acting, flat, "")


def acts(flat: str, body: str) -> bool:
    """Whether somebody named is the subject of a verb that promises ("Bo undersøger", "sender staben")."""
    flat = flat[:_LONGEST]
    return bool(_VERB.search(flat)) and _first(_ACTING, flat, body) is not None


def _first(patterns: tuple[re.Pattern[str], ...], flat: str, body: str) -> str | None:
    for pattern in patterns:
        for match in pattern.finditer(flat):
            who: str = match["who"]
            if who.split(" ", 1)[0] not in _NO_NAMES and not _same(who, body) and not _is_thing(match):
                return who
    return None


def _is_thing(match: re.Match[str]) -> bool:
    """Whether the subject is no one who acts: "Borgerne skal", "Vejen går"."""
    after = match.end("who") + 1
    if _IS_DONE_TO.match(match.string, after):
        return True
    if _IS_OFFICE.fullmatch(match["who"]):
        return False
    thing = _THING.fullmatch(match["who"]) and _ANYTHING_DOES.match(match.string, after)
    return bool(thing or _IS_SO.match(match.string, after))


def _same(who: str, body: str) -> bool:
    who, body = who.lower(), body.lower()
    return who == body or (who in ("udvalget", "rådet", "bestyrelsen", "direktionen") and body.endswith(who))
