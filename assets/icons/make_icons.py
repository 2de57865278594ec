#!/usr/bin/env python3
"""Makes the icon font (.ttf, .woff2) from Lucide's and our own drawings, and a C++ header of its code points.

    make_icons.py NAMES LUCIDE OUT HEADER      LUCIDE is node_modules/lucide-static

Names are in names.txt; every gw-*.svg beside it is ours and added.
"""
import json
import pathlib
import shutil
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.svgLib import SVGPath
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

GRID = 24
# Units in an em: a tenth of the grid. Finer ones cannot be seen, and each costs every first visit.
FINE = 240
OURS_FROM = 0xF000  # Lucide's code points end well below


def add_drawing(font, svg, code):
    units = font["head"].unitsPerEm
    scale = units / GRID
    pen = TTGlyphPen(None)
    quadratic = Cu2QuPen(pen, max_err=units / 1000)
    SVGPath(str(svg)).draw(TransformPen(quadratic, (scale, 0, 0, -scale, 0, units)))
    font.setGlyphOrder([*font.getGlyphOrder(), svg.stem])
    font["glyf"][svg.stem] = pen.glyph()
    font["hmtx"][svg.stem] = (units, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = svg.stem


def keep_only(font, codes):
    options = Options(hinting=False, layout_features=[], glyph_names=False, notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GSUB"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def rename(font):
    for number, value in {1: "Goodweek Icons", 3: "Goodweek-Icons", 4: "Goodweek Icons", 6: "Goodweek-Icons"}.items():
        font["name"].setName(value, number, 3, 1, 0x409)


def header(codes):
    rows = [f'    {{"{name}", {code:#x}}},' for name, code in sorted(codes.items())]
    return "\n".join([
        "// Made from assets/icons by make_icons.py.", "#pragma once", "", "#include <array>", "#include <string_view>", "",
        "namespace goodweek::ui::icons {", "", "struct Named {", "    std::string_view name;", "    char32_t code;", "};", "",
        "// Sorted by name.", f"inline constexpr std::array<Named, {len(rows)}> all{{{{", *rows, "}};", "",
        "}  // namespace goodweek::ui::icons", ""])


def main(names, lucide, out, header_file):
    points = json.loads((lucide / "font" / "codepoints.json").read_text())
    wanted = sorted(set(names.read_text().split()))
    missing = [name for name in wanted if name not in points]
    if missing:
        sys.exit(f"{names}: Lucide has no {', '.join(missing)}")
    codes = {name: points[name] for name in wanted}
    font = TTFont(lucide / "font" / "lucide.ttf")
    for code, svg in enumerate(sorted(names.parent.glob("gw-*.svg")), OURS_FROM):
        add_drawing(font, svg, code)
        codes[svg.stem] = code
    keep_only(font, set(codes.values()))
    scale_upem(font, FINE)
    rename(font)

    out.mkdir(parents=True, exist_ok=True)
    font.save(out / "goodweek-icons.ttf")
    font.flavor = "woff2"
    font.save(out / "goodweek-icons.woff2")
    shutil.copyfile(lucide / "LICENSE", out / "lucide-licence.txt")
    header_file.write_text(header(codes))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*map(pathlib.Path, sys.argv[1:]))
