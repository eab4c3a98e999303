"""Holds our errors about spoilt kickstart files against pykickstart's, the parser of the installer.

    node bench/accuracy.mjs --kind kickstart/ --count 8 --no-fixes --dump | python3 bench/mistakes/pykickstart.py PATH

PATH is a checkout of github.com/pykickstart/pykickstart. Macros are masked first, as the appliance replaces them.
"""
import json
import os
import re
import sys
import warnings
from collections import defaultdict

sys.path.insert(0, sys.argv[1])
from pykickstart.errors import KickstartError  # noqa: E402
from pykickstart.parser import KickstartParser  # noqa: E402
from pykickstart.version import makeVersion  # noqa: E402

MACRO = re.compile(r"#(?:predefined\.)?[A-Za-z_][\w-]*(?:\.[\w-]+)*#")


def mask(match):
    return "" if "unattendSettings" in match.group(0) else "M" * len(match.group(0))


def verdict(text, release):
    """The first error as (line, message), or None."""
    parser = KickstartParser(makeVersion(f"RHEL{release.split('.')[0]}"), missingIncludeIsFatal=False)
    with warnings.catch_warnings(), open(os.devnull, "w") as nowhere:
        warnings.simplefilter("ignore")
        stderr, sys.stderr = sys.stderr, nowhere
        try:
            parser.readKickstartFromString(MACRO.sub(mask, text))
            return None
        except (KickstartError, ValueError) as error:
            return getattr(error, "lineno", None), " ".join(str(error).split())
        finally:
            sys.stderr = stderr


def main():
    refused, judged, agreed, differences, seen = [], 0, 0, defaultdict(list), set()
    for line in sys.stdin:
        trial = json.loads(line)
        release = json.loads(trial["correct"]["xclarity.json"])["links"][0]["osrelease"]
        main_file = trial["main"]
        if main_file not in trial["spoilt"]:
            continue
        if trial["seed"] not in seen:
            seen.add(trial["seed"])
            if verdict(trial["correct"][main_file], release):
                refused.append(trial["seed"])
        theirs, ours = verdict(trial["spoilt"][main_file], release), "error" in trial["levels"]
        judged += 1
        if (theirs is not None) == ours:
            agreed += 1
        else:
            differences[trial["kind"]].append((theirs, trial["levels"]))
    print(f"{len(refused)} of {len(seen)} correct files refused {refused}")
    print(f"error or not: {agreed} of {judged} agree ({100 * agreed / max(judged, 1):.1f} %)")
    for kind, cases in sorted(differences.items()):
        (theirs, ours) = cases[0]
        print(f"  {kind} ({len(cases)}): pykickstart {theirs or 'accepts'}; we {', '.join(ours) or 'say nothing'}")


main()
