"""The risk-coverage curve as an SVG that needs nothing but a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bench.cleaning.confidence import Judged, kept

WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP = 640, 400, 56, 24, 44, 76
PLOT_WIDTH, PLOT_HEIGHT = WIDTH - LEFT - RIGHT, HEIGHT - BOTTOM - TOP
COLOURS = ("#1b6ca8", "#b3541e", "#3c7a3c", "#7a3c7a")
STEPS = 50


def as_svg(curves: Mapping[str, Sequence[Judged]]) -> str:
    """Mean F1 of the surest pages (up) against how many of them are taken (right)."""
    points = {name: points_of(judged) for name, judged in curves.items() if judged}
    floor = min(0.99, *(int(20 * good) / 20 for line in points.values() for _, good in line))
    lines = [
        line_of(name, line, floor, colour, number)
        for number, ((name, line), colour) in enumerate(zip(points.items(), COLOURS, strict=False))
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        'font-size="12"><title>Mean F1 of the pages that we are surest of</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    )
    return "\n".join([head, *axes(floor), *lines, "</svg>"]) + "\n"


def points_of(judged: Sequence[Judged]) -> list[tuple[float, float]]:
    shares = [step / STEPS for step in range(STEPS // 10, STEPS + 1)]
    return [(share, kept(judged, share)) for share in shares]


def line_of(name: str, line: Sequence[tuple[float, float]], floor: float, colour: str, number: int) -> str:
    places = " ".join(f"{across(share):.1f},{down(good, floor):.1f}" for share, good in line)
    label = f'<text x="{LEFT}" y="{20 + 16 * number}" fill="{colour}">{escape(name.replace("`", ""))}</text>'
    return f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="2"/>{label}'


def axes(floor: float) -> list[str]:
    marks = [
        f'<text x="{across(share):.1f}" y="{HEIGHT - 24}" text-anchor="middle">{share:.0%}</text>'
        for share in (0.1, 0.25, 0.5, 0.75, 1.0)
    ]
    for number in range(5):
        good = floor + (1 - floor) * number / 4
        height = f"{down(good, floor):.1f}"
        marks.append(
            f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{height}" y2="{height}" stroke="#ddd"/>'
            f'<text x="{LEFT - 8}" y="{down(good, floor) + 4:.1f}" text-anchor="end">{good:.3f}</text>'
        )
    middle = f'x="{LEFT + PLOT_WIDTH / 2}" y="{HEIGHT - 6}" text-anchor="middle"'
    return [*marks, f"<text {middle}>share of the pages, the surest first</text>"]


def across(share: float) -> float:
    return LEFT + PLOT_WIDTH * share


def down(good: float, floor: float) -> float:
    return TOP + PLOT_HEIGHT * (1 - (good - floor) / (1 - floor))
