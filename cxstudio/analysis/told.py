"""What comparisons say in words, to be translated: for the screen and for the report."""

from __future__ import annotations

from cxstudio.analysis.comparing import Verdict
from cxstudio.i18n import N_

VERDICTS = {
    Verdict.HIGHER: N_("higher, and unlikely to be chance"),
    Verdict.LOWER: N_("lower, and unlikely to be chance"),
    Verdict.NO_SIGN: N_("no sign of a difference"),
    Verdict.TOO_FEW: N_("too few answers to tell"),
}
