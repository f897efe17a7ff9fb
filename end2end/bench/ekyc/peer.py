"""Numbers that are right, damaged or made up, and whether two programs say the same of them.

`make KIND COUNT SEED` writes lines of kind, tab, number; `judge` reads them with the hub's verdicts behind another tab and
asks python-stdnum (NRIC: GovTech's published rule, written here once more), prints what was found, and fails if the two
differ for a reason that src/ekyc/numbers/README.md does not list. Numbers have no blanks or hyphens inside: the hub leaves
those out, python-stdnum mostly does not.
"""

import random
import sys
from collections import Counter

from stdnum import numdb
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError
from stdnum.sg import uen

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
UEN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWX0123456789"
# Types that the hub knows and python-stdnum does not.
NEWER_TYPES = set(
    "BN LP LL LC FC PF VC RF MQ MM NB CC CS MB FM GS EC DP CP NR CM CD MD HS VH CH MH CL XL CX HC RP TU TC FB FN FS PA "
    "PB SS MC SM GA GB".split()
) - set(uen.OTHER_UEN_ENTITY_TYPES)
NEWER_CARDS = {"83"} | {str(begin) for begin in range(90, 100)}


def some(dice, letters, count):
    return "".join(dice.choices(letters, k=count))


def nric_check(number):
    """P = 11 - R1, and the letter is the P-th (GovTech, FormSG)."""
    weighted = sum(int(digit) * weight for digit, weight in zip(number[1:8], (2, 7, 6, 5, 4, 3, 2)))
    p = 11 - (weighted + {"S": 0, "T": 4, "F": 0, "G": 4, "M": 3}[number[0]]) % 11
    table = {"S": "ABCDEFGHIZJ", "T": "ABCDEFGHIZJ", "F": "KLMNPQRTUWX", "G": "KLMNPQRTUWX", "M": "KLJNPQRTUWX"}
    return table[number[0]][p - 1]


def is_nric(number):
    number = number.upper()
    return (
        len(number) == 9
        and number[0] in "STFGM"
        and all(digit in DIGITS for digit in number[1:8])
        and number[8] == nric_check(number)
    )


def counties():
    """Regions that python-stdnum lists."""
    found = []
    for _, province, _, _, children in numdb.get("cn/loc").prefixes:
        found += [province + county for _, county, _, _, _ in children]
    return found


def right(dice, kind, regions):
    if kind == "nric":
        body = dice.choice("STFGM") + some(dice, DIGITS, 7)
        return body + nric_check(body)
    if kind == "resident-id":
        begin = dice.choice(["83", "9" + dice.choice(DIGITS), "81", "71", some(dice, DIGITS, 2)])
        region = dice.choice(regions) if dice.random() < 0.9 else begin + some(dice, DIGITS, 4)
        born = f"{dice.randint(1900, 2030)}{dice.randint(1, 12):02}{dice.randint(1, 31):02}"
        body = region + born + some(dice, DIGITS, 3)
        return body + ric.calc_check_digit(body + "0")
    if kind == "uscc":
        begin = some(dice, DIGITS, 2) if dice.random() < 0.8 else some(dice, uscc._alphabet, 2)
        body = begin + some(dice, DIGITS, 6) + some(dice, uscc._alphabet, 9)
        return body + uscc.calc_check_digit(body + "0")
    form = dice.randrange(3)
    if form == 0:
        body = some(dice, DIGITS, 8)
        return body + uen.calc_business_check_digit(body + "0")
    if form == 1:
        body = f"{dice.randint(1900, 2040)}" + some(dice, DIGITS, 5)
        return body + uen.calc_local_company_check_digit(body + "0")
    types = sorted(NEWER_TYPES | set(uen.OTHER_UEN_ENTITY_TYPES))
    kind = dice.choice(types) if dice.random() < 0.7 else dice.choice(UEN_LETTERS[:22]) + dice.choice(UEN_LETTERS)
    body = dice.choice("RST") + some(dice, DIGITS, 2) + kind + some(dice, DIGITS, 4)
    return body + uen.calc_other_check_digit(body + "0")


def make(kind, count, seed):
    dice = random.Random(seed)
    regions = counties()
    for _ in range(count):
        number = right(dice, kind, regions)
        at = dice.randrange(len(number))
        damage = dice.random()
        if 0.4 <= damage < 0.6:
            number = number[:at] + dice.choice(DIGITS) + number[at + 1 :]
        elif damage < 0.4:
            pass
        elif damage < 0.7:
            number = number[:at] + dice.choice(LETTERS) + number[at + 1 :]
        elif damage < 0.82:
            number = number[:at] + number[at + 1 : at + 2] + number[at : at + 1] + number[at + 2 :]
        elif damage < 0.88:
            number = number[:at] + dice.choice(["", number[at] * 2]) + number[at + 1 :]
        elif damage < 0.94:
            number = some(dice, DIGITS, len(number) - 1) + dice.choice(DIGITS + LETTERS)
        elif damage < 0.97:
            number = number.lower()
        else:
            number = some(dice, DIGITS + LETTERS + ".<é", len(number))
        print(kind, number, sep="\t")


def only_county_is_refused(number):
    """Check digit and birth date are right by theirs, so that the region alone is left."""
    if number[-1] != ric.calc_check_digit(number):
        return False
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    try:
        ric.get_birth_place(number)
        return False
    except (ValidationError, KeyError):
        return True


def is_resident_id(number):
    try:
        return ric.is_valid(number)
    except KeyError:
        # python-stdnum 2.2 stops here when it knows the province and not the county.
        return False


def listed(kind, number, ours, theirs):
    """Why the two may differ; nothing if they may not."""
    number = number.upper()
    if kind == "uen" and ours.startswith("look:") and not theirs:
        return "a remark of ours: " + ours[5:]
    if kind == "uen" and ours == "ok" and number[3:5] in NEWER_TYPES:
        return "newer entity type"
    if kind == "uscc" and ours != "refused" and not theirs and not number[:2].isdigit():
        return "letter for who registers"
    if kind == "uscc" and ours == "look:organization" and theirs:
        return "organization code, a remark of ours"
    if kind == "resident-id" and ours == "ok" and number[:2] in NEWER_CARDS and only_county_is_refused(number):
        return "newer cards"
    if kind == "resident-id" and ours == "ok" and only_county_is_refused(number):
        return "county that they do not list for the year"
    if kind == "resident-id" and ours == "refused:unborn":
        return "born after today"
    return None


def judge():
    valid = {"nric": is_nric, "resident-id": is_resident_id, "uscc": uscc.is_valid, "uen": uen.is_valid}
    asked, right_ones, reasons, wrong = Counter(), Counter(), Counter(), []
    for line in sys.stdin:
        kind, number, ours = line.rstrip("\n").split("\t")
        theirs = valid[kind](number)
        asked[kind] += 1
        right_ones[kind] += theirs
        if ours.startswith("refused:") != theirs and not ours.startswith("look:"):
            continue
        reason = listed(kind, number, ours, theirs)
        if reason is None:
            wrong.append((kind, number, ours, theirs))
        else:
            reasons[kind, reason] += 1
    for kind in asked:
        print(f"{kind}: {asked[kind]:,} strings, {right_ones[kind]:,} right by theirs")
    for (kind, reason), count in sorted(reasons.items()):
        print(f"  {kind}: {count:,} listed: {reason}")
    for kind, number, ours, theirs in wrong[:20]:
        print(f"  {kind}: {number}: ours {ours}, theirs {theirs}")
    print(f"disagreements: {len(wrong)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]:
        make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        sys.exit(judge())
