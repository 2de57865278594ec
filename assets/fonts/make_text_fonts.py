#!/usr/bin/env python3
"""Makes the two text faces, each Regular and SemiBold, as .ttf (for ImGui) and .woff2 (for the page).

    make_text_fonts.py PACKAGES OUT      PACKAGES is node_modules/@expo-google-fonts

Goodweek Text is Atkinson Hyperlegible Next with Inter's tabular digits: Atkinson's slashed zero reads as struck out in
a reading such as 300. Goodweek Inter is Inter with its tabular digits in place. Both keep only the letters our families'
languages need, and nothing that ImGui would not apply (kerning, features, hints), so that canvas and page agree.
"""
import pathlib
import shutil
import sys

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UNITS = 1000
DIGITS = range(0x30, 0x3A)
# English, Welsh, Polish, Romanian, Portuguese, Somali, Irish, Gaelic; punctuation. What else a person may write, an arrow
# or a subscript, the browser paints.
LETTERS = {
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3,
    0x2009, *range(0x2010, 0x2016), *range(0x2018, 0x201F), *range(0x2020, 0x2023), 0x2026, 0x202F, 0x20AC, 0x2212,
    0xFFFD,
}
LIGHTER_DIGITS = 0.94  # Inter's digits at Atkinson's height


def face(packages, package, file, weight):
    font = TTFont(packages / package / f"{weight}" / f"{file}_{weight}.ttf")
    scale_upem(font, UNITS)
    return font


def tabular_digits(inter):
    """Inter's name for each digit of equal width."""
    tables = inter["GSUB"].table
    chosen = {i for record in tables.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
              for i in record.Feature.LookupListIndex}
    swaps = {}
    for i in chosen:
        for subtable in tables.LookupList.Lookup[i].SubTable:
            swaps.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    letters = inter.getBestCmap()
    return {code: swaps[letters[code]] for code in DIGITS}


def borrow(font, lender, code, name, scale):
    """Puts the lender's glyph, scaled, at code."""
    glyphs = lender.getGlyphSet()
    outline = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(outline)
    pen = TTGlyphPen(None)
    outline.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
    ours = f"lent.{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), ours])
    font["glyf"][ours] = pen.glyph()
    font["hmtx"][ours] = (round(glyphs[name].width * scale), 0)
    point(font, code, ours)


def point(font, code, name):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def keep_only_letters(font):
    options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "STAT", "gasp", "prep"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)


def one_em_high(font):
    """Ascent and descent make exactly one em, so that a size asked of ImGui is the CSS size; capitals are centred."""
    ascent = (UNITS + font["OS/2"].sCapHeight) // 2
    descent = UNITS - ascent
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    os2.fsSelection |= 1 << 7  # use these


def rename(font, family, style, copyrights):
    names = font["name"]
    for number in (3, 5, 7, 8, 9, 10, 11, 12, 16, 17, 25):
        names.removeNames(nameID=number)
    full = f"{family} {style}"
    postscript = full.replace(" ", "-")
    values = {0: "; ".join(copyrights), 1: full if style != "Regular" else family, 2: "Regular", 3: postscript, 4: full,
              5: "Version 1.0", 6: postscript, 16: family, 17: style}
    for number, value in values.items():
        names.setName(value, number, 3, 1, 0x409)


def save(font, out, name):
    font.flavor = None
    font.save(out / f"{name}.ttf")
    font.flavor = "woff2"
    font.save(out / f"{name}.woff2")


def make(packages, out, weight, style):
    inter = face(packages, "inter", "Inter", weight)
    digits = tabular_digits(inter)
    text = face(packages, "atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext", weight)
    copyrights = [font["name"].getDebugName(0) for font in (text, inter)]

    own, inters = text.getBestCmap(), inter.getBestCmap()
    for code, name in digits.items():
        borrow(text, inter, code, name, LIGHTER_DIGITS)
        point(inter, code, name)
    for code in sorted(LETTERS - own.keys() & LETTERS & inters.keys()):
        borrow(text, inter, code, inters[code], LIGHTER_DIGITS)

    for font, family, owners in ((text, "Goodweek Text", copyrights), (inter, "Goodweek Inter", copyrights[1:])):
        keep_only_letters(font)
        one_em_high(font)
        rename(font, family, style, owners)
        save(font, out, f"{family} {style}".lower().replace(" ", "-"))


def main(packages, out):
    out.mkdir(parents=True, exist_ok=True)
    make(packages, out, "400Regular", "Regular")
    make(packages, out, "600SemiBold", "SemiBold")
    for package in ("atkinson-hyperlegible-next", "inter"):
        shutil.copyfile(packages / package / "LICENSE_FONT", out / f"{package}-licence.txt")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
