//! Signs that stand for others.

pub enum Form {
    One(char),
    More(&'static str),
}

/// Superscripts and vulgar fractions. The slash of these (U+2044) stays apart from the one on the keyboard, because
/// `½` is always a fraction and `1/2` is not.
pub fn digits(c: char) -> &'static str {
    match c {
        '⁰' => "0",
        '¹' => "1",
        '²' => "2",
        '³' => "3",
        '⁴' => "4",
        '⁵' => "5",
        '⁶' => "6",
        '⁷' => "7",
        '⁸' => "8",
        '⁹' => "9",
        '¼' => "1⁄4",
        '½' => "1⁄2",
        '¾' => "3⁄4",
        '⅐' => "1⁄7",
        '⅑' => "1⁄9",
        '⅒' => "1⁄10",
        '⅓' => "1⁄3",
        '⅔' => "2⁄3",
        '⅕' => "1⁄5",
        '⅖' => "2⁄5",
        '⅗' => "3⁄5",
        '⅘' => "4⁄5",
        '⅙' => "1⁄6",
        '⅚' => "5⁄6",
        '⅛' => "1⁄8",
        '⅜' => "3⁄8",
        '⅝' => "5⁄8",
        '⅞' => "7⁄8",
        _ => "",
    }
}

fn nth(first: char, code: u32, from: u32) -> Option<Form> {
    char::from_u32(first as u32 + code - from).map(Form::One)
}

/// What a sign beyond letters and width is written as.
pub fn compatible(c: char) -> Option<Form> {
    let one = |to| Some(Form::One(to));
    let code = c as u32;
    match c {
        '\u{A0}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}'
        | '™'
        | '®'
        | '©' => one(' '),
        '\u{B5}' => one('μ'),
        '\u{2126}' => one('ω'),
        '\u{212A}' => one('k'),
        '\u{212B}' | 'ª' => one('a'),
        'º' | '˚' => one('°'),
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' | '﹘' => one('-'),
        '∼' | '〜' | '˜' => one('~'),
        '\u{2018}' | '\u{2019}' | 'ʼ' | '′' | '`' | '´' => one('\''),
        '”' | '″' | '〞' | '＂' => one('"'),
        '✕' | '✖' | '⨯' | '╳' | '✗' | '✘' => one('×'),
        '∕' => one('/'),
        '․' => one('.'),
        '℃' => Some(Form::More("°c")),
        '℉' => Some(Form::More("°f")),
        '№' => Some(Form::More("no")),
        'ℓ' => one('l'),
        'ﬀ' => Some(Form::More("ff")),
        'ﬁ' => Some(Form::More("fi")),
        'ﬂ' => Some(Form::More("fl")),
        'ﬃ' => Some(Form::More("ffi")),
        'ﬄ' => Some(Form::More("ffl")),
        'ﬅ' | 'ﬆ' => Some(Form::More("st")),
        '㎜' => Some(Form::More("mm")),
        '㎝' => Some(Form::More("cm")),
        '㎞' => Some(Form::More("km")),
        '㎛' => Some(Form::More("μm")),
        '㎚' => Some(Form::More("nm")),
        '㎟' => Some(Form::More("mm2")),
        '㎠' => Some(Form::More("cm2")),
        '㎡' => Some(Form::More("m2")),
        '㎥' => Some(Form::More("m3")),
        '㎤' | '㏄' => Some(Form::More("cc")),
        '㎎' => Some(Form::More("mg")),
        '㎏' => Some(Form::More("kg")),
        '㎖' => Some(Form::More("ml")),
        '㎗' => Some(Form::More("dl")),
        '㎐' => Some(Form::More("hz")),
        '㎑' => Some(Form::More("khz")),
        '㎒' => Some(Form::More("mhz")),
        '㎓' => Some(Form::More("ghz")),
        '㎩' => Some(Form::More("pa")),
        '㎪' => Some(Form::More("kpa")),
        '㎫' => Some(Form::More("mpa")),
        '㎶' => Some(Form::More("μv")),
        '㎷' => Some(Form::More("mv")),
        '㎸' => Some(Form::More("kv")),
        '㎾' => Some(Form::More("kw")),
        '㏀' => Some(Form::More("kω")),
        'Ⅱ' | 'ⅱ' => Some(Form::More("ii")),
        'Ⅲ' | 'ⅲ' => Some(Form::More("iii")),
        'Ⅳ' | 'ⅳ' => Some(Form::More("iv")),
        'Ⅵ' | 'ⅵ' => Some(Form::More("vi")),
        'Ⅶ' | 'ⅶ' => Some(Form::More("vii")),
        'Ⅷ' | 'ⅷ' => Some(Form::More("viii")),
        'Ⅸ' | 'ⅸ' => Some(Form::More("ix")),
        'Ⅺ' | 'ⅺ' => Some(Form::More("xi")),
        'Ⅻ' | 'ⅻ' => Some(Form::More("xii")),
        'Ⅰ' | 'ⅰ' => one('i'),
        'Ⅴ' | 'ⅴ' => one('v'),
        'Ⅹ' | 'ⅹ' => one('x'),
        '⑩' => Some(Form::More("10")),
        '\u{2080}'..='\u{2089}' => nth('0', code, 0x2080),
        '\u{2460}'..='\u{2468}' => nth('1', code, 0x2460),
        '\u{24B6}'..='\u{24CF}' => nth('a', code, 0x24B6),
        '\u{24D0}'..='\u{24E9}' => nth('a', code, 0x24D0),
        '\u{1D400}'..='\u{1D6A3}' => nth('a', (code - 0x1D400) % 26, 0),
        '\u{1D7CE}'..='\u{1D7FF}' => nth('0', (code - 0x1D7CE) % 10, 0),
        _ => None,
    }
}
