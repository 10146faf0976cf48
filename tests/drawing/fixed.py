"""A measure for geometry tests: every character is as wide as half its type's size."""

from cxstudio.drawing.journey.text import Line, Piece, Run


class FixedMeasure:
    """Breaks at any character; runs follow each other."""

    def lines(self, runs: tuple[Run, ...], width: float) -> tuple[Line, ...]:
        lines: list[list[Piece]] = [[]]
        x = 0.0
        for run in runs:
            step = run.type.size / 2
            for character in run.text:
                if x and x + step > width:
                    lines.append([])
                    x = 0.0
                lines[-1].append(Piece(x, step, run._replace(text=character)))
                x += step
        return tuple(_line(pieces) for pieces in lines if pieces)


def _line(pieces: list[Piece]) -> Line:
    height = max(piece.run.type.line for piece in pieces)
    return Line(pieces[-1].x + pieces[-1].width, height, tuple(pieces))
