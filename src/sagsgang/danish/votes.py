"""Sentences that tell who was there, who voted how and what became of other items: not what was decided here."""

import re

from sagsgang.danish.lexicon import DECIDING
from sagsgang.danish.sentences import Sentence, sentences

_ATTENDANCE = re.compile(
    r"(?<!pga\. )(?<!grund af )\bafbud\b|^fraværende|\bvar (?:ikke til stede|fraværende)"
    r"|\bdeltog (?:ikke\b|under\b|som\b|i (?:sagens|punktets|mødet|dette|punkt|behandling|drøftelse))"
    r"|\bdeltager ikke (?:i|under) (?:sagens|punkt|behandling)|\binhabil|\bhabilitet|\bforlod \w*(?:mødet|lokalet)"
    r"|^(?!.{0,200}\b(?:gen|ny|ud)?(?:valg|vælg|peg)).{0,400}\bstedfortræder\b"
    r"|^mødet (?:hævet|sluttede|suspenderet)|\btiltrådte mødet|\bankom\b"
)
_VOTE = re.compile(
    r"\bstemte\b|\bstemmer (?:for|imod|nej|ja|ikke)\b|\bundlod\b|\bundlader\b|hverken for eller imod"
    r"|^(?:for|imod|ja|nej|hverken)\b ?(?:stemte)?:? ?[0-9(]|\bder blev stemt|\bstillingtagen\b"
    r"|\b(?:tog|tage[rst]?|toges) (?:\S{1,20} ){0,2}forbehold\b|\bforbehold fra\b|^forbehold\b"
    r"|\bført til (?:protokol|referat)"
    r"|\btilføre[st] (?:protokollen|referatet)|\btilført (?:protokollen|referatet)|\bmindretalsudtalelse"
)
# All of them, or most: how they voted is what was decided.
_MAJORITY = re.compile(
    r"^(?:alle|samtlige|(?:et|en) (?:enigt?|enstemmigt?) [a-zæøå]{2,40}|et (?:\S{1,20} )?flertal|flertallet"
    r"|[a-zæøå]{0,40}(?:udvalget|rådet|bestyrelsen|direktionen))\b"
    r".{0,120}? (?:stemte|stemmer) (?:\S{1,20} )?(?:i?(?:for|mod)|nej|ja)\b"
)
# A party's or a named member's own "cannot approve" is a vote, not the board's refusal.
_MINORITY = re.compile(
    r"^(?:(?:et )?mindretal|liste |gruppe |socialdemokrat|venstre\b|enhedslisten|konservative|radikale|sf\b"
    r"|dansk folkeparti|[0-9]{1,2} medlem|\(?[a-zæøå]\)|[^.]{1,60}\([a-zæøå]{1,2}\))"
)
_MINORITY_WORDS = re.compile(
    r"\bkan ikke\b|\bkunne ikke\b|\bønsker ikke\b|\bønskede\b|\bimod\b|\bforeslog\b|\bstille(?:de|r)\b"
)
_VOTED = re.compile(
    r"\b(?:vedtaget|godkendt|godkendes|tiltrådt|forkastet|anbefalet|anbefales|faldt|bortfaldt|anbefaler)\b"
)
_PARTY = (
    r"(?:liste \S{1,3}|dansk folkeparti|venstre|socialdemokrat\w*|sf|enhedslisten|\S{0,12} ?konservative"
    r"|radikale(?: venstre)?|liberal alliance|alternativet|\S{1,30} \([a-zæøå]{1,2}\))"
)
_PERSONS = (
    rf"(?:{_PARTY} (?:ikke |kan ikke |kunne ikke |ønsker ikke )|stem(?:te|mer|me)\b|undlod|undlader"
    r"|forbehold|imod\b|deltog\b|inhabil|forlod\b|forladt\b|ankom\b|fraværende\b)"
)
# "Vedtaget, idet liste B stemte imod", and what follows from it: ", og sagen sendes videre".
_CLAUSE = re.compile(
    rf"(?:,? (?:idet|mens|men|dog) |,? og (?!.{{0,120}}?, (?:idet|mens|men|dog) )|, (?=(?:et )?mindretal))"
    rf"(?=.{{0,160}}?\b{_PERSONS})"
    r".*?(?=,? (?:og|hvorefter|hvorved) (?:sagen|den|det|punktet|indstillingen|forslaget)\b|$)"
)
# "Idet liste B stemte imod, godkendte udvalget"
_OPENING = re.compile(
    rf"^(?:mens|idet|efter|da|selvom|selv om|ved|med|uden) .{{0,200}}?\b{_PERSONS}"
    r"[^,]{0,100}, (?!(?:at|og|der|som) )"
)
# "N.N. erklærede sig inhabil og forlod lokalet, hvorefter udvalget godkendte"
_BEFORE_RESULT = re.compile(
    rf"^.{{0,200}}?\b{_PERSONS}[^,]{{0,120}}?,? (?:hvorefter|hvorved|hvormed|og|men)"
    r" (?=(?:dermed |herefter |derefter )?(?:er |blev )?"
    r"(?:sagen|punktet|indstillingen|forslaget|planen|[a-zæøå-]{0,40}(?:udvalget|rådet|styrelsen|direktionen))\b)"
)
_COUNT = "(?:[0-9]{1,3}|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|ingen)"
_VOTES = (
    rf"{_COUNT}(?: (?:stemmer?|medlem(?:mer)?|stemte))? "
    r"(?:hverken for eller imod|for|imod|mod|undlod at stemme|undlader at stemme|blankt?)\b"
    rf"(?: {_COUNT}\b(?: stemmer)?)?"
)
_TALLY = re.compile(
    r"(?:(?:,? |\b)(?:idet|mens|men|hvoraf|med|ved|efter) )?(?:\bstemme(?:rne|tallene|tal) )?"
    rf"(?<![a-zæøå0-9.,-]){_VOTES}(?:(?:,|,? og|,? samt|;)? {_VOTES}){{0,4}}"
)
_ASIDE = re.compile(r" ?\([^()]{1,120}\)")
# "Liste B foreslog, at sagen udsættes. Forslaget faldt.": what fell was not the item's own proposal.
_PROPOSED = re.compile(r"\b(?:foreslog|foreslår|stillede (?:\S{1,20} ){0,4}forslag)\b|\bændringsforslag")
_FELL = re.compile(
    r"^(?:dette |det |et |liste \S{1,10} |[a-zæøå]{1,40}s )?(?:ændrings|under|mod)?forslag(?:et)?\b"
    r".{0,60}?\b(?:faldt|falder|forkast|bortfald|nedstemt|ikke (?:vedtaget|godkendt|tiltrådt))"
)
# Somebody's own proposal, of which the board has not spoken yet.
_AMENDMENT = re.compile(r"\b(?:stillede|fremsatte) (?:\S{1,20} ){0,4}?(?:ændrings|mod|under)forslag\b")
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
AGENDA_APPROVED = re.compile(r"^(?:tillægs)?dagsorden\w* (?:blev |er )?godkend")
# Searching for these first spares the patterns most sentences.
_ATTENDANCE_CUES = re.compile("afbud|fravær|deltog|deltager|habil|forlod|stedfor|mødet|ankom|til stede")
_VOTE_CUES = re.compile("stem|undl|hverken|ført til|for:|for |forbehold|imod|ja |ja:|nej|stilling|tilfør|mindretal")
_MOST_SENTENCES, _LONGEST = 400, 4_000
_AGENDA_CUES = re.compile("dagsorden|behandle|punkt|omdelt|i denne sag")
_CLAUSE_CUES = re.compile(
    r"stem|undl|forbehold|imod|deltog|inhabil|forlod|forladt|ankom|fravær| mod "
    r"|idet (?:liste|dansk folk|venstre|social|sf|enhed|\S{0,12} ?konserv|radikal|liberal|alternativ|\S{1,30} \()"
)
_THIS_ITEM = re.compile(r"\b(?:sagen|punktet)\b")


def own_sentences(text: str, number: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of `text` that speak of the item itself, whose number is `number`."""
    kept: list[Sentence] = []
    fallen: Sentence | None = None
    proposed = False
    for said in sentences(text)[:_MOST_SENTENCES]:
        low = said.low[:_LONGEST]
        proposed = proposed or bool(_PROPOSED.search(low))
        if (proposed and _FELL.search(low)) or _proposes(low):
            fallen = said
        elif not is_aside(low, number):
            kept.append(said)
    return tuple(kept) or ((fallen,) if fallen else ())


def _proposes(low: str) -> bool:
    """Whether the sentence only tells of somebody's amendment, and nothing of what became of it."""
    return bool("forslag" in low and _AMENDMENT.search(low) and not _VOTED.search(low))


def is_aside(low: str, number: str | None = None) -> bool:
    """Whether the sentence `low` (lower case) is about persons, votes or another item than `number`."""
    return _is_attendance(low) or is_vote(low) or is_other_item(low, number)


def _is_attendance(low: str) -> bool:
    if not _ATTENDANCE_CUES.search(low) or not _ATTENDANCE.search(low):
        return False
    rest = without_votes(low)
    return bool(_ATTENDANCE.search(rest)) or not DECIDING.search(rest)


def is_vote(low: str) -> bool:
    """Whether the sentence only tells votes and reservations, without what came of them."""
    if _is_minority(low):
        return True
    if not _VOTE_CUES.search(low) or not _VOTE.search(low) or _MAJORITY.search(low):
        return False
    rest = without_votes(low)
    return not (_VOTED if _VOTE.search(rest) else DECIDING).search(rest)


def _is_minority(low: str) -> bool:
    speaker = _MINORITY.search(low)
    if speaker is None or low.startswith("et flertal") or not _MINORITY_WORDS.search(low):
        return False
    return not DECIDING.search(speaker[0]) and bool(_MINORITY_WORDS.search(without_votes(low)))


def without_votes(low: str) -> str:
    """The sentence without the clauses that tell who was there and who voted how, wherever they stand in it:
    "Med 5 stemmer for og 2 imod vedtaget", "Vedtaget, idet liste B stemte imod", "Idet liste B undlod, vedtoges".
    """
    if not _CLAUSE_CUES.search(low):
        return low
    rest = _TALLY.sub(_without_tally, _ASIDE.sub("", low))
    rest = _OPENING.sub("", rest, count=1)
    rest = _CLAUSE.sub(lambda match: match[0] if not DECIDING.search(match.string, 0, match.start()) else "", rest)
    return _BEFORE_RESULT.sub("", rest, count=1).strip(" ,:;")


def _without_tally(match: re.Match[str]) -> str:
    """Nothing where votes were counted; "2 for" alone counts none."""
    return "" if "stem" in match[0] or "imod" in match[0] or " mod " in match[0] else match[0]


def is_other_item(low: str, number: str | None) -> bool:
    """Whether the sentence moves or withdraws another item ("Sag 3 udgår"), or tells how the agenda was handled."""
    match = _OTHER_ITEM.search(low)
    if match and _MOVED.search(low):
        return match["number"] != number and not _THIS_ITEM.search(low)
    if not _AGENDA_CUES.search(low) or not _AGENDA.search(low) or AGENDA_APPROVED.match(low):
        return False
    decided = DECIDING.search(low)
    if decided and not _AGENDA.search(low, 0, decided.end()):
        return False
    return not (number and re.search(rf"\b{re.escape(number.lower())}\b", low))
