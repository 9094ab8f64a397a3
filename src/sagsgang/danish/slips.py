"""Deciding words that a scanner misread: "G0dkendt", "t11 efterretning", "Anbefa1es", "Godkendl"."""

import re

from sagsgang.danish.spelling import distance_within

_WORDS = re.findall(
    r"\w+",
    "godkendt godkendes godkendte godkender tiltrådt tiltrådte tiltræder vedtaget vedtog vedtages anbefales "
    "anbefalet anbefaler indstilles indstillet indstiller indstilling indstillingen drøftet drøftedes drøftede "
    "taget tages til efterretning orientering orienteringen orienteret udsat udsættes udgår udgik genoptages "
    "oversendes henvises forkastet afvist besluttede besluttet bevilget bevilges tilbage sagen punktet",
)
# Set phrases that may hold one wrong letter when they are all that a decision says.
_PHRASES = ("godkendt", "vedtaget", "tiltrådt", "anbefales", "drøftet", "drøftedes", "taget til efterretning")
# What a scanner takes for each other is one letter here.
_ALIKE = str.maketrans("øö0il1|!5", "oooIIIIIs")
_LOOKS = {word.translate(_ALIKE): word for word in _WORDS}
_MISREAD = re.compile(r"(?=[a-zæøåö|!0-9]{0,30}[01|!5ö])[a-zæøå][a-zæøåö|!0-9]{2,30}|(?<![0-9])[01][a-zæøå]{4,30}")
_MARKS = " .-–*·"
_LONGEST = 400


def mend(low: str) -> str:
    """The sentence `low` (lower case) with the deciding words that a scanner misread put right."""
    words = low.strip(_MARKS)
    if phrase := next((one for one in _PHRASES if distance_within(words, one, 1)), None):
        return phrase
    return _MISREAD.sub(lambda match: _LOOKS.get(match[0].translate(_ALIKE), match[0]), low[:_LONGEST])
