"""Sentences that tell who was there, who voted how and what became of other items: not what was decided here."""

import re

from sagsgang.danish.sentences import Sentence, sentences

_ATTENDANCE = re.compile(
    r"\bafbud\b|^fraværende|\bvar (?:ikke til stede|fraværende)"
    r"|\bdeltog (?:ikke\b|under\b|som\b|i (?:sagens|punktets|mødet|dette|punkt|behandling|drøftelse))"
    r"|\bdeltager ikke (?:i|under) (?:sagens|punkt|behandling)|\binhabil|\bhabilitet|\bforlod \w*(?:mødet|lokalet)"
    r"|\bstedfortræder\b|^mødet (?:hævet|sluttede|suspenderet)|\btiltrådte mødet|\bankom\b"
)
_VOTE = re.compile(
    r"\bstemte\b|\bstemmer (?:for|imod|nej|ja|ikke)\b|\bundlod\b|\bundlader\b|hverken for eller imod"
    r"|^(?:for|imod|ja|nej|hverken)\b ?(?:stemte)?:? ?[0-9(]|\bder blev stemt|\bforbehold\b|\bstillingtagen\b"
    r"|\btilføre[st] (?:protokollen|referatet)|\btilført (?:protokollen|referatet)|\bmindretalsudtalelse"
)
# A party's or a named member's own "cannot approve" is a vote, not the board's refusal.
_MINORITY = re.compile(
    r"^(?:(?:et )?mindretal|liste |gruppe |socialdemokrat|venstre\b|enhedslisten|konservative|radikale|sf\b"
    r"|dansk folkeparti|[0-9]{1,2} medlem|\(?[a-zæøå]\)|[^.]{1,60}\([a-zæøå]{1,2}\))"
)
_MINORITY_WORDS = re.compile(r"\bkan ikke\b|\bkunne ikke\b|\bønsker ikke\b|\bønskede\b|\bimod\b|\bforeslog\b")
_VOTED = re.compile(
    r"\b(?:vedtaget|godkendt|godkendes|tiltrådt|forkastet|anbefalet|anbefales|faldt|bortfaldt|anbefaler)\b"
)
_CLAUSE_OF_VOTE = re.compile(
    r",? (?:idet|mens|men|dog|og) "
    r"(?=[^.]{0,120}?(?:\bstemte\b|\bundlod\b|forbehold\b|\bimod\b|deltog ikke|inhabil))[^.]*"
)
_OTHER_ITEM = re.compile(
    r"^(?:[-•·] )?(?:sag(?:erne)?|punkt(?:erne)?|pkt\.?|dagsordenspunkt) (?P<number>[0-9]{1,3})\b(?! ?[:.)])"
)
_MOVED = re.compile(
    r"\b(?:udgår|udgik|udgået|trukket|tages af|behandles som|blev behandlet"
    r"|behandles (?:før|efter|sammen|under)|rykkes|flyttes)\b"
)
_AGENDA = re.compile(
    r"\boptaget på dagsordenen|\bblev behandlet (?:sammen med|før|efter)|\bbehandles (?:sammen med|før|efter)\b"
    r"|^(?!(?:tillægs)?dagsorden)[^.]{0,60}\bpunkt(?:et)? [0-9]{1,3}\b[^.]{0,40}\b(?:udgår|udgik)\b"
    r"|\bomdelt\b|\bgenfremlægges tillægget"
    r"|^i denne sag\b"
)
# Searching for these first spares the patterns most sentences.
_ATTENDANCE_CUES = re.compile("afbud|fravær|deltog|deltager|habil|forlod|stedfor|mødet|ankom|til stede")
_VOTE_CUES = re.compile("stem|undl|hverken|for:|for |forbehold|imod|ja |ja:|nej|stilling|tilfør|mindretal")
_MOST_SENTENCES, _LONGEST = 400, 4_000
_AGENDA_CUES = re.compile("dagsorden|behandle|punkt|omdelt|i denne sag")
_CLAUSE_CUES = re.compile("stem|undl|forbehold|imod|deltog|inhabil")
_THIS_ITEM = re.compile(r"\b(?:sagen|punktet)\b")


def own_sentences(text: str, number: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of `text` that speak of the item itself, whose number is `number`."""
    return tuple(said for said in sentences(text)[:_MOST_SENTENCES] if not is_aside(said.low[:_LONGEST], number))


def is_aside(low: str, number: str | None = None) -> bool:
    """Whether the sentence `low` (lower case) is about persons, votes or another item than `number`."""
    return _is_attendance(low) or is_vote(low) or is_other_item(low, number)


def _is_attendance(low: str) -> bool:
    return bool(_ATTENDANCE_CUES.search(low) and _ATTENDANCE.search(low))


def is_vote(low: str) -> bool:
    """Whether the sentence only tells votes and reservations, without what came of them."""
    if _MINORITY.search(low) and _MINORITY_WORDS.search(low) and not low.startswith("et flertal"):
        return True
    if not _VOTE_CUES.search(low) or not _VOTE.search(low):
        return False
    return not _VOTED.search(without_votes(low))


def without_votes(low: str) -> str:
    """The sentence without the clause that tells who voted otherwise ("Vedtaget, idet liste B stemte imod")."""
    return _CLAUSE_OF_VOTE.sub("", low) if _CLAUSE_CUES.search(low) else low


def is_other_item(low: str, number: str | None) -> bool:
    """Whether the sentence moves or withdraws another item ("Sag 3 udgår"), or tells how the agenda was handled."""
    match = _OTHER_ITEM.search(low)
    if match and _MOVED.search(low):
        return match["number"] != number and not _THIS_ITEM.search(low)
    if not _AGENDA_CUES.search(low) or not _AGENDA.search(low):
        return False
    return not (number and re.search(rf"\b{re.escape(number.lower())}\b", low))
