"""Reads every kickstart file of a folder with pykickstart, the installer's own parser, in one process, and prints how
many files it has read and how many it refuses: node bench/bench.mjs runs this. $PYKICKSTART may name a checkout of it.
"""
import os
import sys
import warnings

if os.environ.get("PYKICKSTART"):
    sys.path.insert(0, os.environ["PYKICKSTART"])
try:
    from pykickstart.errors import KickstartError
    from pykickstart.parser import KickstartParser
    from pykickstart.version import makeVersion
except ImportError:
    sys.exit(3)

warnings.simplefilter("ignore")
sys.stderr = open(os.devnull, "w")
read = refused = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in sorted(names):
        if not name.endswith((".ks", ".cfg")):
            continue
        read += 1
        try:
            KickstartParser(makeVersion("RHEL9"), missingIncludeIsFatal=False).readKickstart(os.path.join(folder, name))
        except (KickstartError, ValueError, OSError):
            refused += 1
print(read, refused)
