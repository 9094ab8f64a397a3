"""What `verify` has to say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about a body's chain, or about the archive, in Danish, without a word of any content.

    `number` is the record that it is about, None when it is about rows beside the chain; `wrong` is False for what
    was erased as it should be.
    """

    body: str
    number: int | None
    message: str
    wrong: bool = True
