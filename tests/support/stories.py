"""Invented news: two strikes that are told apart by names, a quake, and much that nobody else tells."""

from support.feeds import feed

STRIKE = (
    "Dock workers of Arlen end strike",
    "Dock workers in Arlen ended their nine-day strike on Monday after Jonas Veld, the harbour master, agreed to "
    "shorter night shifts at the northern terminal.",
)
STRIKE_AGAIN = (
    "Arlen strike over as harbour master gives way",
    "The nine-day strike in Arlen is over. Jonas Veld promised the dock workers of the northern terminal shorter "
    "night shifts, and the cranes began to turn on Monday.",
)
STRIKE_THIRD = (
    "Cranes turn again in Arlen",
    "After nine days the dock workers of Arlen went back to the northern terminal. The harbour master, Jonas Veld, "
    "signed for shorter night shifts; the strike ended on Monday.",
)
ELSEWHERE = (
    "Dock workers of Borgen end strike",
    "Dock workers in Borgen ended their strike on Monday after Mats Holm, who owns the barges, agreed to pay for the "
    "winter clothes of the crews.",
)
ELSEWHERE_AGAIN = [
    (
        "Barges sail again from Borgen",
        "The crews of the barges of Borgen sail again since Mats Holm, who owns them, pays for their winter "
        "clothes. At noon the first left for Norrby, loaded with timber.",
    ),
    (
        "Mats Holm pays for winter clothes of barge crews",
        "In Borgen the barges left the quay again: Mats Holm, who owns them, pays the winter clothes of all crews. "
        "Timber for Norrby is aboard, and the first sailed at noon.",
    ),
    (
        "Winter clothes for barge crews of Borgen",
        "Mats Holm of Borgen, who owns the barges, pays for the winter clothes of their crews, and they sail again. "
        "The first took timber to Norrby at noon.",
    ),
]
QUAKE = (
    "Quake shakes the Marl valley",
    "An earthquake of magnitude six shook the Marl valley before dawn, and cracked the church tower of Osten. Nobody "
    "was hurt, said mayor Ida Brekke.",
)
QUAKE_AGAIN = (
    "Church tower of Osten cracks in earthquake",
    "The tower of the church of Osten has a crack since an earthquake of magnitude six shook the Marl valley. Mayor "
    "Ida Brekke said that nobody was hurt.",
)
_SUBJECTS = "bakery tram orchard museum ferry school bridge owl library market stadium glacier".split()


def others(count=12):
    """Articles of which no two tell the same."""
    return [
        (
            f"{subject.capitalize()} number {n}",
            f"The {subject} opened its {subject}-gate again; the {subject}keeper number{n} counted {subject}s.",
        )
        for n, subject in enumerate(_SUBJECTS[:count])
    ]


def write(folder, **feeds):
    """Write feeds of (headline, text) as files, and give their paths by name; an item's id is feed and number."""
    paths = {}
    for name, items in feeds.items():
        paths[name] = folder / f"{name}.json"
        ready = [(f"{name}-{n}", *item) for n, item in enumerate(items)]
        paths[name].write_text(feed(ready, title=name.capitalize()))
    return paths
