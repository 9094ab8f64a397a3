"""How far the engine has come in a source: the item and the heading at hand, and what stands around."""

from collections.abc import Sequence

from sagsgang.readers.adorned import unadorned
from sagsgang.readers.base import Line
from sagsgang.readers.classifier import Classifier
from sagsgang.readers.clean import bare
from sagsgang.readers.contents import parse_contents
from sagsgang.readers.decision_headings import whole_headings
from sagsgang.readers.draft import Draft, ItemDraft, Slot
from sagsgang.readers.hyphen import known_words
from sagsgang.readers.item_start import ItemStarts
from sagsgang.readers.noise import Noise
from sagsgang.readers.profile import Profile
from sagsgang.readers.profiles import PUNKT
from sagsgang.readers.roles import Role


class Walk:
    """The one place where the parts of the engine keep what they know of each other."""

    def __init__(self, profile: Profile, lines: Sequence[Line]) -> None:
        self.profile = profile
        self.lines = lines
        texts = unadorned(bare(lines), profile.words, numbered=PUNKT in profile.forms)
        self.texts = whole_headings(texts, profile.words)
        self.classifier = Classifier(profile, self.texts)
        self.noise = Noise(self.texts, self.classifier.known, [line.page for line in lines])
        self.classifier.is_noise = self.noise.is_noise
        self.draft = Draft()
        self.starts = ItemStarts(self.classifier, self.texts, self.draft)
        self.slot = Slot(Role.PREAMBLE)
        self.draft.header.append(self.slot)
        self.item: ItemDraft | None = None
        # The last line that was read with an earlier one.
        self.skip = -1
        # Whether a heading over items, or a mark, stands last: what follows belongs to no item yet.
        self.between = False
        self._known: frozenset[str] | None = None

    def known_words(self) -> frozenset[str]:
        """The words that stand whole in the source; asked for only where a line's end broke one."""
        if self._known is None:
            self._known = known_words(list(filter(None, self.texts)))
        return self._known

    def end_contents(self) -> None:
        """Read the contents list, if that is what ends here."""
        if self.slot.role is Role.CONTENTS and not self.draft.contents:
            self.draft.contents = parse_contents(self.noise.without_heads(self.slot.lines))
            self.starts.learn_contents()

    def begin(self, item: ItemDraft, at: int) -> None:
        """Another item is at hand, its text not yet begun; one before it of which nothing is known is none."""
        self.end_contents()
        self.classifier.in_header = False
        if self.item and not self.item.number and not any(slot.filled for slot in self.item.slots):
            self.draft.items.remove(self.item)
        self.item = item
        self.draft.items.append(item)
        self.between = False
        self.slot = self.add(Role.PREAMBLE, at)

    def add(self, role: Role, at: int, heading: str = "") -> Slot:
        """A new slot under the item at hand, which text before any item begins."""
        if self.item is None:
            self.end_contents()
            self.classifier.in_header = False
            self.item = ItemDraft("", "", self.lines[at].number)
            self.draft.items.append(self.item)
        slot = Slot(role, heading, self.lines[at].number)
        self.item.slots.append(slot)
        return slot

    # The first "Sagsfremstilling" of an item stands over its page, not over a text.

    def is_wrapper(self, slot: Slot) -> bool:
        """Whether the slot's heading is that one."""
        return self.item is not None and self.item.is_wrapped_by(slot)

    def drop_wrapper(self) -> None:
        """Take such a heading away, if it stands last."""
        if self.item is not None and self.is_wrapper(self.slot):
            self.item.slots.remove(self.slot)

    def back_to_preamble(self, at: int) -> None:
        """What follows stands at the item's top."""
        self.drop_wrapper()
        if self.slot.role is not Role.PREAMBLE or self.slot.filled:
            self.slot = self.add(Role.PREAMBLE, at)
