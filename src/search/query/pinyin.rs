//! Latin letters that may be Chinese said aloud: `beng` for 泵, `bu xiu gang`, `bxgls` for 不锈钢螺丝.

use super::{Query, Slot};
use crate::{
    ask::Form,
    document::Field,
    segment::{Index, Term},
    text::pinyin::{initials_term, is_pinyin, words_said},
};

/// How sure pinyin is where the index has no such Latin word, and where it has one.
const SURE: f32 = 0.9;
const DOUBTED: f32 = 0.3;
/// How sure the beginning of pinyin is.
const BEGUN: f32 = 0.6;
/// Words that a beginning of pinyin may become.
const MOST: usize = 6;
/// Initials of fewer letters stand for too much beside a word of the index.
const FEWEST_INITIALS: usize = 3;

pub(super) fn read(query: &mut Query, index: &Index) {
    if index.documents_with(Field::NameZh) == 0 {
        return;
    }
    for run in query
        .slots
        .chunk_by_mut(|one, next| may_be_said(one) && may_be_said(next))
    {
        if run.len() > 1 {
            read_together(run, index);
        }
        for slot in run.iter_mut().filter(|slot| slot.is_word()) {
            read_alone(slot, index);
        }
    }
}

/// Syllables typed apart: one word, or fewer than were typed. Where all of them are Latin words of the index too, they
/// are taken for those.
fn read_together(run: &mut [Slot], index: &Index) {
    if run
        .iter()
        .all(|slot| slot.ways.iter().any(|way| way.form == Form::Same))
    {
        return;
    }
    let typed: Vec<&str> = run.iter().map(|slot| slot.token.folded.as_str()).collect();
    let readings = said(&typed, index);
    let count = run.len();
    for terms in readings.into_iter().filter(|terms| terms.len() < count) {
        for slot in run.iter_mut() {
            let form = Form::Pinyin(slot.token.folded.clone());
            slot.answers(terms.clone(), form, SURE);
        }
    }
}

fn may_be_said(slot: &Slot) -> bool {
    slot.is_word() && is_pinyin(&slot.token.folded)
}

/// Terms of the words that typed syllables may be, by reading; empty where the index has none.
fn said(typed: &[&str], index: &Index) -> Vec<Vec<Term>> {
    let readings = words_said(typed, &|term| index.term(term).is_some());
    let terms = |words: &Vec<String>| words.iter().filter_map(|word| index.term(word)).collect();
    readings.iter().map(terms).collect()
}

fn read_alone(slot: &mut Slot, index: &Index) {
    let folded = slot.token.folded.clone();
    let is_word = !slot.ways.is_empty();
    let weight = if is_word { DOUBTED } else { SURE };
    let form = Form::Pinyin(folded.clone());
    for terms in said(&[&folded], index) {
        slot.answers(terms, form.clone(), weight);
    }
    if !is_word || FEWEST_INITIALS <= folded.len() {
        let initials = initials_term(&folded).and_then(|term| index.term(&term));
        slot.answers(initials.into_iter().collect(), form.clone(), weight);
    }
    if slot.ways.is_empty() && folded.bytes().all(|byte| byte.is_ascii_lowercase()) {
        for term in index.begun(&format!("~{folded}"), MOST) {
            slot.answers(vec![term], form.clone(), BEGUN);
        }
    }
}
