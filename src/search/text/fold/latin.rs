//! Latin letters without their accents.

pub enum Letter {
    One(char),
    More(&'static str),
}

/// U+00C0 to U+017F. A capital stands for more than one letter, see [`letter`]; `-` for a letter that stays.
const LATIN_1_AND_A: &[u8] = b"aaaaaaAceeeeiiiidnooooo-ouuuuyTSaaaaaaAceeeeiiiidnooooo-ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrssssssss\
ttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// U+0180 to U+024F.
const LATIN_B: &[u8] =
    b"--------------------------------oo-------------uu-------------------ZZZLLLNNN\
aaiioouuuuuuuuuu-aaaaAA--ggkkoooo--jZZZgg--nnaaAAooaaaaeeeeiiiioooorrrruuuusstt--hh------aaeeoo\
ooooooyy----------------------------";

/// U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] = b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmm\
nnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssSdaaaaaaaaaaaaa\
aaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

/// `c` lies in one of the three blocks.
pub fn letter(c: char) -> Letter {
    let code = c as usize;
    let (table, first) = match code {
        0xC0..0x180 => (LATIN_1_AND_A, 0xC0),
        0x180..0x250 => (LATIN_B, 0x180),
        _ => (LATIN_ADDITIONAL, 0x1E00),
    };
    match code.checked_sub(first).and_then(|at| table.get(at)) {
        Some(b'A') => Letter::More("ae"),
        Some(b'O') => Letter::More("oe"),
        Some(b'S') => Letter::More("ss"),
        Some(b'T') => Letter::More("th"),
        Some(b'I') => Letter::More("ij"),
        Some(b'L') => Letter::More("lj"),
        Some(b'N') => Letter::More("nj"),
        Some(b'Z') => Letter::More("dz"),
        Some(b'-') | None => Letter::One(c),
        Some(&ascii) => Letter::One(char::from(ascii)),
    }
}
