"""The sample engagement: the visitor experience of Fukui prefecture, in English or Japanese."""

from cxstudio.sample.build import build

__all__ = ["build"]
