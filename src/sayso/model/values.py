"""The closed lists of values that fields of the nouns take; ``vocab/`` holds their definitions."""

from __future__ import annotations

from enum import StrEnum


class PartyType(StrEnum):
    """What kind of party can act or speak."""

    PERSON = "person"
    ARMED_GROUP = "armed_group"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    PEOPLE = "people"


class TieKind(StrEnum):
    """How one party stands to another."""

    MEMBER_OF = "member_of"
    LEADS = "leads"
    SPEAKS_FOR = "speaks_for"
    PART_OF = "part_of"
    FOUNDED = "founded"
    CHILD_OF = "child_of"
    PARENT_OF = "parent_of"
    SIBLING_OF = "sibling_of"
    SPOUSE_OF = "spouse_of"


class TimexType(StrEnum):
    """TIMEX3 type of a time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexMod(StrEnum):
    """TIMEX3 modifier of a time expression."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class TimePrecision(StrEnum):
    """How exactly a time is known."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"


class PlacePrecision(StrEnum):
    """How exactly a place is known, finest first (PLOVER resolution 5 to 1, then what is larger)."""

    SUB_CITY = "sub_city"
    CITY = "city"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


class QuoteType(StrEnum):
    """Whether the words of an attribution stand in quote marks: all, none, or some of them."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeechAct(StrEnum):
    """What a speaker does in saying something."""

    ASSERT = "assert"
    DENY = "deny"
    ACKNOWLEDGE = "acknowledge"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    PRAISE = "praise"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    DEMAND = "demand"
    REQUEST = "request"
    REFUSE = "refuse"
    CONCEDE = "concede"
    EXPECT = "expect"
    RETRACT = "retract"
    DECLINE_COMMENT = "decline_comment"


class Channel(StrEnum):
    """By what means something was said."""

    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press_conference"
    OFFICIAL_STATEMENT = "official_statement"
    SPEECH = "speech"
    SOCIAL_MEDIA = "social_media"
    TWEET = "tweet"
    OP_ED = "op_ed"
    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"
    TELEVISION = "television"
    RADIO = "radio"
    VIDEO = "video"
    AUDIO = "audio"
    REPORT = "report"
    DOCUMENT = "document"
    TESTIMONY = "testimony"
    PARLIAMENT = "parliament"
    MEETING = "meeting"
    NEGOTIATION = "negotiation"
    SERMON = "sermon"


class Factuality(StrEnum):
    """FactBank value: how sure a holder is that an event is so (+), is not so (-), or neither (u)."""

    CT_PLUS = "CT+"
    PR_PLUS = "PR+"
    PS_PLUS = "PS+"
    CT_MINUS = "CT-"
    PR_MINUS = "PR-"
    PS_MINUS = "PS-"
    CT_U = "CTu"
    UU = "Uu"


class Basis(StrEnum):
    """On what ground a holder knows a claim."""

    WITNESSED = "witnessed"
    DEDUCED = "deduced"
    INDUCED = "induced"
    TOLD = "told"
    CANNOT_BE_JUDGED = "cannot_be_judged"


class SlotName(StrEnum):
    """What part of an event words fill."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"


class FigureKind(StrEnum):
    """What a number in a report counts."""

    KILLED = "killed"
    INJURED = "injured"
    DETAINED = "detained"
    DISPLACED = "displaced"
    FIGHTERS = "fighters"
    TROOPS = "troops"
    CIVILIANS = "civilians"
    CHILDREN = "children"
    MISSING = "missing"
    HOSTAGES = "hostages"
    WEAPONS = "weapons"
    BUILDINGS = "buildings"
    MONEY = "money"
    DISTANCE = "distance"
    OTHER = "other"


class Status(StrEnum):
    """Who stands behind an item: a machine found it, or a person decided on it."""

    MACHINE = "machine"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class Outcome(StrEnum):
    """What became of a promise, threat, demand, request or concession."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


class MatterKind(StrEnum):
    """How the claims of a matter stand to one another."""

    CONTRADICTION = "contradiction"
    FIGURES = "figures"
    SHIFT = "shift"
    AGREEMENT = "agreement"
    COMMITMENT = "commitment"
