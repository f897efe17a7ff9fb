use proptest::prelude::*;

use super::{
    Lexicon, LexiconError,
    build::{self, Sources},
    bytes::checksum,
    translate::{self, Stretch},
};
use crate::text::HanWords;

const SMALL: Sources<'static> = Sources {
    glossary: &[
        "手电筒 手电\tflashlight, torch, flash light\n不锈钢\tstainless steel\n保温杯\tthermos, travel mug\n\
         杯 杯子\tcup, mug\n手机壳\tphone case, case, cover\n电池\tbattery",
    ],
    dictionary: "银行\tbank 88\n保温\tkeep warm 70\n手\thand 61\n电\telectricity 61\n筒\ttube 61\n重量\tweight 88",
    silent: "的\n适用于",
    readings: "不\tbu\n银\tyin\n行\txing\n重\tzhong\n量\tliang\n长\tchang\n度\tdu\n锈\txiu\n钢\tgang\n绿\tlv\n银行\tyin hang",
    frequencies: "银行\t5.3\n手\t5.8\n电\t5.4\n的\t7.8\n手电\t3.2",
};

fn lexicon() -> Lexicon {
    Lexicon::open(build::build(&SMALL, &[])).expect("just built")
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

fn texts(wordings: &[translate::Wording]) -> Vec<(&str, u8)> {
    wordings
        .iter()
        .map(|wording| (wording.text.as_str(), wording.weight))
        .collect()
}

fn everywhere(_: &str) -> u32 {
    100
}

fn rendered(text: &str, frequency: &dyn Fn(&str) -> u32) -> Vec<(String, Vec<(String, u8)>)> {
    let run = letters(text);
    let tell = |stretch: &Stretch| {
        let names = stretch
            .wordings
            .iter()
            .map(|wording| (wording.text.clone(), wording.weight));
        (
            run[stretch.start..stretch.end].iter().collect(),
            names.collect(),
        )
    };
    translate::han(&lexicon(), &run, frequency)
        .iter()
        .map(tell)
        .collect()
}

fn read(lexicon: &Lexicon, text: &str) -> String {
    let mut syllables = Vec::new();
    lexicon.reading(&letters(text), &mut |syllable| {
        syllables.push(syllable.to_owned())
    });
    syllables.join(" ")
}

#[test]
fn what_is_written_is_read() {
    let lexicon = lexicon();
    let english = |word: &str| lexicon.english(&letters(word));
    assert_eq!(
        texts(&english("手电筒")),
        [("flashlight", 100), ("torch", 94), ("flash light", 88)]
    );
    assert_eq!(english("电池")[0].terms, ["batteri"]);
    assert_eq!(texts(&english("银行")), [("bank", 88)]);
    assert_eq!(texts(&english("手电筒灯")), []);
    assert_eq!(
        texts(&lexicon.chinese(&["cup"])),
        [("杯", 100), ("杯子", 100)]
    );
    assert_eq!(
        texts(&lexicon.chinese(&["flash", "light"])),
        [("手电", 88), ("手电筒", 88)]
    );
    assert_eq!(texts(&lexicon.chinese(&["bank"])), [("银行", 88)]);
    assert_eq!(texts(&lexicon.chinese(&["zz"])), []);
    assert_eq!(texts(&lexicon.chinese(&[])), []);
}

#[test]
fn words_of_every_length_are_told() {
    let mut found = Vec::new();
    lexicon().words_at(&letters("手电筒的"), &mut |word| {
        found.push(word.length)
    });
    assert_eq!(found, [1, 2, 3]);
}

#[test]
fn a_word_has_its_own_reading() {
    let lexicon = lexicon();
    assert_eq!(read(&lexicon, "银行"), "yin hang");
    assert_eq!(read(&lexicon, "行"), "xing");
    assert_eq!(read(&lexicon, "不锈钢"), "bu xiu gang");
    assert_eq!(read(&lexicon, "绿"), "lv");
    assert_eq!(read(&lexicon, "〇"), "");
}

#[test]
fn our_own_data_reads_words_as_people_do() {
    let lexicon = Lexicon::open(build::build(&build::OURS, &[])).expect("just built");
    let check = |word: &str, reading: &str| assert_eq!(read(&lexicon, word), reading, "{word}");
    check("不锈钢螺丝", "bu xiu gang luo si");
    check("银行", "yin hang");
    check("重量", "zhong liang");
    check("长度", "chang du");
    check("便宜", "pian yi");
    check("空调", "kong tiao");
    check("弹簧", "tan huang");
    check("行李箱", "xing li xiang");
    check("泵", "beng");
    assert_eq!(lexicon.english(&letters("螺栓"))[0].text, "bolt");
    assert_eq!(lexicon.english(&letters("索尼"))[0].text, "sony");
}

#[test]
fn a_long_word_silences_its_pieces() {
    let told = rendered("手电筒的电池", &everywhere);
    let words: Vec<&str> = told.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(words, ["手电筒", "的", "电池"]);
    assert!(translate::han(&lexicon(), &letters("的"), &everywhere)[0].silent);
}

#[test]
fn senses_that_the_index_does_not_have_are_left_out() {
    let only = |known: &'static [&'static str]| {
        move |term: &str| if known.contains(&term) { 50 } else { 0 }
    };
    assert_eq!(
        rendered("手电筒", &only(&["torch"]))[0].1,
        [("torch".to_owned(), 94)]
    );
    assert_eq!(
        rendered("保温杯", &only(&["travel", "mug"]))[0].1,
        [("travel mug".to_owned(), 94)]
    );
    // No name of the whole word: its pieces speak for it.
    let pieces = rendered("保温杯", &only(&["keep", "warm", "cup"]));
    let names: Vec<&str> = pieces
        .iter()
        .flat_map(|(_, names)| names.iter().map(|(name, _)| name.as_str()))
        .collect();
    assert_eq!(names, ["keep warm cup"]);
    assert_eq!(
        rendered("保温杯", &only(&[]))
            .iter()
            .map(|(_, names)| names.len())
            .sum::<usize>(),
        0
    );
}

#[test]
fn stretches_leave_nothing_out() {
    for text in ["手电筒电池杯", "甲乙丙", "的", "", "适用于手机壳的保温"] {
        let run = letters(text);
        let mut end = 0;
        for stretch in translate::han(&lexicon(), &run, &everywhere) {
            assert_eq!(stretch.start, end, "{text}");
            end = stretch.end;
        }
        assert_eq!(end, run.len(), "{text}");
    }
}

#[test]
fn phrases_go_before_words() {
    let lexicon = lexicon();
    let stretches = translate::latin(
        &lexicon,
        &["stainless", "steel", "cup", "frob"],
        &everywhere,
    );
    let spans: Vec<(usize, usize, usize)> = stretches
        .iter()
        .map(|s| (s.start, s.end, s.wordings.len()))
        .collect();
    assert_eq!(spans, [(0, 2, 1), (2, 3, 2), (3, 4, 0)]);
}

#[test]
fn a_name_is_asked_for_word_by_word() {
    let wordings = lexicon().english(&letters("手机壳"));
    let slots: Vec<Vec<String>> = translate::word_by_word(&wordings)
        .iter()
        .map(|slot| slot.iter().map(|wording| wording.terms.join("+")).collect())
        .collect();
    assert_eq!(
        slots,
        [vec!["phone", "case", "cover"], vec!["case", "cover"]]
    );
}

#[test]
fn damage_is_told_by_its_kind() {
    let bytes = build::build(&SMALL, &[]);
    let check =
        |bytes: Vec<u8>, error: LexiconError| assert_eq!(Lexicon::open(bytes).err(), Some(error));
    check(Vec::new(), LexiconError::Magic);
    check(bytes[..12].to_vec(), LexiconError::Length);
    check(bytes[..bytes.len() - 1].to_vec(), LexiconError::Checksum);
    let mut older = bytes.clone();
    older[6] = b'0';
    check(older, LexiconError::Magic);
    let mut grown = bytes[16..].to_vec();
    grown.push(0);
    check(sealed(&grown), LexiconError::Section);
}

/// A body with the right magic and checksum.
fn sealed(body: &[u8]) -> Vec<u8> {
    let mut bytes = super::MAGIC.to_vec();
    bytes.extend(checksum(body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// Asks everything of whatever opened.
fn ask(lexicon: &Lexicon) {
    let run = letters("手电筒的银行不锈钢保温杯重量长度");
    let _ = translate::han(lexicon, &run, &everywhere);
    let _ = translate::latin(lexicon, &["flash", "light", "cup"], &everywhere);
    lexicon.read_aloud(&run, &mut |_| {});
    for word in 0..lexicon.word_count() as u32 {
        let _ = lexicon.spelled(word);
    }
    for phrase in 0..lexicon.phrase_count() as u32 + 1 {
        let _ = lexicon.phrase(phrase);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_refused_or_harmless(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(lexicon) = Lexicon::open(sealed(&bytes)) {
            ask(&lexicon);
        }
        prop_assert!(Lexicon::open(bytes).is_err());
    }

    #[test]
    fn damage_that_keeps_the_checksum_is_harmless(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut body = build::build(&SMALL, &[])[16..].to_vec();
        for (place, byte) in changes {
            let place = place.index(body.len());
            body[place] = byte;
        }
        if let Ok(lexicon) = Lexicon::open(sealed(&body)) {
            ask(&lexicon);
        }
    }

    #[test]
    fn a_changed_byte_is_noticed(place in any::<prop::sample::Index>(), byte in 1_u8..) {
        let mut bytes = build::build(&SMALL, &[]);
        let place = place.index(bytes.len());
        bytes[place] ^= byte;
        prop_assert!(Lexicon::open(bytes).is_err());
    }
}
