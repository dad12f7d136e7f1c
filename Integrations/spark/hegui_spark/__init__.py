"""Screens tables on Apache Spark with Hegui, and gives the verdicts of the command line.

In a notebook:

    from hegui_spark import screen
    flagged = screen(df, name="企业名称", scope="经营范围", pack="yinfa-2026-42")
    flagged.where("hegui.verdict = 'prohibited'").show()
"""

from hegui_spark.errors import HeguiError
from hegui_spark.screening import screen
from hegui_spark.verdicts import VERDICT_TYPE

__all__ = ["VERDICT_TYPE", "HeguiError", "screen"]
