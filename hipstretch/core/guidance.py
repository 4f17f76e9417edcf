"""Good to know: positions to rest in, habits, other treatments, and where the articles differ.

Everything is told neutrally: nothing is advised as a medicine, nothing is promised. The articles
are the first source; NHS 111 Wales on sciatica, the public page of NICE NG59 and published sitting
and lifting advice (BCA and HSE as others copy them) soften or complete them.
"""

from __future__ import annotations

from typing import NamedTuple

from hipstretch.core.body import Picture, Position
from hipstretch.core.safety import (
    APP_DEFAULT,
    CAUSES,
    EXERCISES,
    FIVE_WAYS,
    GUIDE,
    MANAGING,
    NHS,
    Line,
)

_NICE = "NICE NG59, public page"
_SITTING = "published sitting advice"
_LIFTING = "published lifting advice"


class Rest(NamedTuple):
    """A position to rest in, its picture, and who says so."""

    name: str
    words: str
    picture: Picture
    source: str


class Treatment(NamedTuple):
    """Something that the articles name, what may be said of it, and who says so."""

    name: str
    words: str
    source: str


class Conflict(NamedTuple):
    """Where the articles differ, how it is settled here, and who says what."""

    topic: str
    differing: str
    settled: str
    source: str


RESTS = (
    Rest(
        "In a chair",
        "Sit well back, a small cushion behind your waist, both feet flat on the floor.",
        Picture(Position.SITTING_ON_CHAIR, "chair-rest"),
        f"{FIVE_WAYS}; {_SITTING}",
    ),
    Rest(
        "On your back",
        "Lie on something firm, a pillow under your knees and one under your head.",
        Picture(Position.LYING_ON_BACK, "rest-on-back"),
        f"{FIVE_WAYS}; {APP_DEFAULT} for the head",
    ),
    Rest(
        "Leaning back",
        "Prop up your back on a couch or bed, and put a pillow under your knees.",
        Picture(Position.RECLINING, "reclined-rest"),
        FIVE_WAYS,
    ),
)
RESTING = (
    Line("On your side, put a cushion between your knees.", NHS),
    Line(
        "Change your position often. Staying in one for long can make it worse.",
        f"{FIVE_WAYS}; {MANAGING}; {GUIDE}",
    ),
    Line("Rest from what hurts, and keep moving gently where nothing does.", MANAGING),
    Line("Do not rest for days on end: that can make the pain worse.", EXERCISES),
)

HABITS = (
    Line("Sit and stand with an easy, straight back.", f"{FIVE_WAYS}; {GUIDE}"),
    Line(
        "Choose a chair that supports your lower back. Keep both feet on the floor.",
        f"{MANAGING}; {FIVE_WAYS}",
    ),
    Line(
        "Try a firm cushion under your hips, so that they are level with your knees or a little "
        "higher.",
        f"{MANAGING}; {_SITTING}",
    ),
    Line(
        "Get up about every 30 minutes. That is a common rule; for backs, no number is proven.",
        f"{GUIDE}; UK Chief Medical Officers",
    ),
    Line(
        "Lift with your legs, hold the load close, and turn with your feet.",
        f"{GUIDE}; {_LIFTING}",
    ),
    Line("Leave out movements that make the pain worse.", f"{MANAGING}; {CAUSES}"),
)

TREATMENTS_LEAD = (
    "The articles name all of these. None of them is advised here: ask a doctor, pharmacist or "
    "physiotherapist what fits you."
)
BY_HAND = (
    Treatment(
        "Physiotherapy",
        "Exercises and advice made for you. Four of the five articles name it.",
        f"{MANAGING}; {GUIDE}; {CAUSES}; {EXERCISES}",
    ),
    Treatment(
        "Manual therapy",
        "A physiotherapist works on muscles and joints with their hands.",
        MANAGING,
    ),
    Treatment(
        "Massage",
        "Some people find that it eases tight muscles.",
        f"{MANAGING}; {GUIDE}; {CAUSES}",
    ),
    Treatment(
        "Chiropractic",
        "Two articles name it. Ask a doctor first if a leg is weak or numb.",
        f"{GUIDE}; {CAUSES}; {APP_DEFAULT}",
    ),
    Treatment(
        "Acupuncture",
        "Two articles name it. British guidance is not to offer it for back pain or sciatica.",
        f"{MANAGING}; {CAUSES}; {_NICE}",
    ),
    Treatment(
        "Spinal decompression",
        "One article names it. British guidance is not to offer traction.",
        f"{GUIDE}; {_NICE}",
    ),
    Treatment(
        "Shockwave, cold laser",
        "One article names them and gives no figures.",
        GUIDE,
    ),
)
MEDICINES = (
    Treatment(
        "Tablets such as ibuprofen or naproxen",
        "How much they help sciatica is unclear, and they are for a short time. Ask a pharmacist.",
        f"{NHS}; {FIVE_WAYS}; {MANAGING}; {CAUSES}",
    ),
    Treatment(
        "Paracetamol",
        "Unlikely to help sciatica. Ask a pharmacist.",
        f"{NHS}; {EXERCISES} (pain medication)",
    ),
    Treatment(
        "Muscle relaxants, stronger anti-inflammatory tablets",
        "On prescription, and for a short time, because of their side effects.",
        f"{MANAGING}; {FIVE_WAYS}; {CAUSES}",
    ),
    Treatment(
        "Gabapentin, pregabalin, other anti-seizure tablets",
        "Two articles name them for nerve pain. Only a doctor can say whether they fit you.",
        f"{MANAGING}; {FIVE_WAYS}",
    ),
    Treatment(
        "Tricyclic antidepressants",
        "One article names them. Only a doctor can say whether they fit you.",
        FIVE_WAYS,
    ),
    Treatment(
        "CBN, from the cannabis plant",
        "One article calls it a medicine. That it helps is not proven.",
        f"{FIVE_WAYS}; {APP_DEFAULT}",
    ),
    Treatment(
        "Steroid injections",
        "A doctor gives them near the nerve. Relief, where it comes, is for a time.",
        f"{MANAGING}; {FIVE_WAYS}; {CAUSES}",
    ),
    Treatment(
        "Surgery",
        "A last resort, where other care has not helped and the cause is clear.",
        f"{MANAGING}; {FIVE_WAYS}; {CAUSES}",
    ),
)
BY_YOURSELF = (
    Treatment(
        "Walking, swimming, yoga",
        "Gentle exercise of a kind that you like, and regularly.",
        f"{CAUSES}; {_NICE}",
    ),
    Treatment(
        "Mindfulness meditation",
        "It is meant to make pain that lasts easier to live with.",
        GUIDE,
    ),
    Treatment(
        "Fish, nuts and leafy greens",
        "One article names them against inflammation and gives no figures.",
        GUIDE,
    ),
)

CONFLICTS = (
    Conflict(
        "How long to cool",
        "One article says 20 minutes, another 15 to 20.",
        "The timer begins with 20 and allows no more; 15 is one press away.",
        f"{FIVE_WAYS}; {MANAGING}",
    ),
    Conflict(
        "How long to warm",
        "One article says 30 minutes, most leaflets 10 to 20.",
        "The timer begins with 30, allows no more and asks you to look at your skin; 15 is one "
        "press away.",
        f"{FIVE_WAYS}; Midlands Partnership NHS and other leaflets",
    ),
    Conflict(
        "Bladder and bowels",
        "For losing control of them, one article says to see somebody, another to go at once.",
        "It counts as an emergency here.",
        f"{GUIDE}; {MANAGING}; {NHS}",
    ),
    Conflict(
        "Rest or movement",
        "One article begins with rest, another says that rest can make it worse.",
        "Rest from what hurts for a short time, and keep moving gently.",
        f"{MANAGING}; {EXERCISES}",
    ),
    Conflict(
        "How long to hold",
        "Some stretches come with 30 seconds, some with “a few seconds”, some with no number.",
        "Gaps are filled from published leaflets, and each exercise says so.",
        f"{FIVE_WAYS}; {EXERCISES}; leaflets",
    ),
    Conflict(
        "Stretching or strengthening",
        "One article calls bracing and bent-knee fallouts stretches.",
        "Here they count as strengthening.",
        GUIDE,
    ),
    Conflict(
        "Pressing on the knee",
        "In the seated hip stretch, one article lets you press down; a leaflet says not to.",
        "Press lightly or not at all.",
        f"{EXERCISES}; accountingweb",
    ),
)
"""What was settled, and how."""
