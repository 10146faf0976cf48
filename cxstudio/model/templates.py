"""What a new journey map can start from: stages with steps, and lanes, for kinds of business."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.i18n import N_

Stages = tuple[tuple[str, tuple[str, ...]], ...]

USUAL_LANES = (
    "actions",
    "touchpoints",
    "thoughts",
    "emotion",
    "pain_points",
    "opportunities",
    "back_stage",
    "measures",
)
BLUEPRINT_LANES = (
    "actions",
    "touchpoints",
    "emotion",
    "front_stage",
    "visibility",
    "back_stage",
    "support",
    "departments",
    "pain_points",
    "opportunities",
)


@dataclass(frozen=True)
class Template:
    """Texts are English, marked for translation; `prompt` says what to find out first."""

    key: str
    title: str
    prompt: str
    stages: Stages
    lanes: tuple[str, ...] = USUAL_LANES


TEMPLATES = (
    Template(
        "blank",
        N_("Blank"),
        N_("What happens before, during and after?"),
        (
            (N_("Before"), (N_("Becomes aware"), N_("Decides"))),
            (N_("During"), (N_("Arrives"), N_("Uses the service"))),
            (N_("After"), (N_("Gets help"), N_("Returns or tells"))),
        ),
    ),
    Template(
        "retail",
        N_("Retail"),
        N_("What makes people choose this shop, and come back to it?"),
        (
            (N_("Need"), (N_("Notices a need"), N_("Looks around"))),
            (N_("Shopping"), (N_("Comes to the shop"), N_("Compares and asks"), N_("Pays"))),
            (N_("After buying"), (N_("Unpacks and uses"), N_("Returns or complains"))),
            (N_("Next time"), (N_("Buys again"), N_("Recommends"))),
        ),
    ),
    Template(
        "bank",
        N_("Bank"),
        N_("Where do people worry about their money, and who calms them?"),
        (
            (N_("Need"), (N_("Event in life"), N_("Asks for advice"))),
            (
                N_("Opening the account"),
                (N_("Chooses an offer"), N_("Proves identity"), N_("Signs")),
            ),
            (N_("In use"), (N_("First use"), N_("Everyday banking"), N_("Something goes wrong"))),
            (N_("Growth"), (N_("Next need"), N_("Recommends"))),
        ),
    ),
    Template(
        "subscription",
        N_("Subscription software"),
        N_("When do people first feel the benefit, and when do they leave?"),
        (
            (N_("Awareness"), (N_("Hears of it"), N_("Compares"))),
            (N_("Trial"), (N_("Signs up"), N_("Sets it up"), N_("First success"))),
            (N_("In use"), (N_("Everyday use"), N_("Needs support"))),
            (N_("Renewal"), (N_("Renews"), N_("Brings others"))),
        ),
    ),
    Template(
        "public",
        N_("Public service"),
        N_("Who has a right to it and never applies?"),
        (
            (N_("Finding out"), (N_("Finds out"), N_("Checks the conditions"))),
            (N_("Application"), (N_("Collects papers"), N_("Files the application"))),
            (N_("Waiting"), (N_("Waits"), N_("Answers questions"))),
            (N_("Receiving"), (N_("Gets the decision"), N_("Receives the service"))),
        ),
    ),
    Template(
        "hospital",
        N_("Hospital visit"),
        N_("What does the patient not dare to ask?"),
        (
            (N_("Before"), (N_("Feels ill"), N_("Makes an appointment"))),
            (N_("Arrival"), (N_("Finds the way"), N_("Registers"), N_("Waits"))),
            (N_("Treatment"), (N_("Sees the doctor"), N_("Is treated"))),
            (N_("After"), (N_("Pays and leaves"), N_("Recovers at home"))),
        ),
    ),
    Template(
        "b2b",
        N_("Business-to-business purchase"),
        N_("Who decides, who uses it, and who only signs?"),
        (
            (N_("Need"), (N_("Recognises a problem"), N_("Gathers requirements"))),
            (N_("Selection"), (N_("Asks for offers"), N_("Tests"), N_("Decides"))),
            (N_("Introduction"), (N_("Signs the contract"), N_("Introduces it"))),
            (N_("In use"), (N_("Everyday use"), N_("Reviews and renews"))),
        ),
        (*USUAL_LANES[:-2], "departments", "back_stage", "measures"),
    ),
    Template(
        "blueprint",
        N_("Service blueprint"),
        N_("What must happen behind the line so that the customer notices nothing?"),
        (
            (N_("Before"), (N_("Becomes aware"), N_("Decides"))),
            (N_("During"), (N_("Arrives"), N_("Uses the service"), N_("Pays"))),
            (N_("After"), (N_("Gets help"), N_("Returns or tells"))),
        ),
        BLUEPRINT_LANES,
    ),
)

BY_KEY = {template.key: template for template in TEMPLATES}
