use search::ask::Ask;

/// Kinds of questions that do not wait for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Search,
    Suggest,
    Match,
    Understand,
}

impl Topic {
    pub const ALL: [Topic; 4] = [
        Topic::Search,
        Topic::Suggest,
        Topic::Match,
        Topic::Understand,
    ];
}

/// The question of each topic, and how far it has come.
///
/// Of a topic at most one question is on its way: what is typed meanwhile replaces what waits, so that a slow engine is
/// never behind by more than one answer.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    lines: [Line; Topic::ALL.len()],
    /// Of the newest question; every question has its own.
    version: u32,
}

#[derive(Clone, Debug, Default)]
struct Line {
    /// The newest question, until there is none.
    question: Option<Ask>,
    /// Not asked yet, or to be asked again since the engine knows more than when it answered.
    due: bool,
    /// Version of the question that is on its way.
    asked: Option<u32>,
}

impl Desk {
    /// Makes this the question of its topic. Returns false where it is that already.
    pub fn put(&mut self, topic: Topic, question: Ask) -> bool {
        let line = &mut self.lines[topic as usize];
        let mut question = question;
        if let Some(have) = &line.question {
            set_version(&mut question, version(have));
            if *have == question {
                return false;
            }
        }
        self.version = self.version.wrapping_add(1);
        set_version(&mut question, self.version);
        line.question = Some(question);
        line.due = true;
        true
    }

    /// There is no question of this topic any more.
    pub fn clear(&mut self, topic: Topic) {
        let line = &mut self.lines[topic as usize];
        line.question = None;
        line.due = false;
    }

    /// What to ask now, if anything; it is on its way from here on.
    pub fn next(&mut self, topic: Topic) -> Option<Ask> {
        let line = &mut self.lines[topic as usize];
        if !line.due || line.asked.is_some() {
            return None;
        }
        let question = line.question.clone()?;
        line.due = false;
        line.asked = Some(version(&question));
        Some(question)
    }

    /// An answer has come. Returns the words of its question where that is still the newest of its topic.
    pub fn answered(&mut self, topic: Topic, answered: u32) -> Option<String> {
        let line = &mut self.lines[topic as usize];
        if line.asked == Some(answered) {
            line.asked = None;
        }
        let question = line.question.as_ref();
        question
            .filter(|question| version(question) == answered)
            .map(|question| words(question).to_owned())
    }

    /// The engine knows more than before: all questions are worth asking again.
    pub fn ask_again(&mut self) {
        for line in &mut self.lines {
            line.due = line.question.is_some();
        }
    }

    /// The engine has died and what was on its way is lost. `culprit` is the question that it died of: that one is not
    /// asked again.
    pub fn lost(&mut self, culprit: Option<u32>) {
        for line in &mut self.lines {
            line.asked = None;
            if line.question.as_ref().map(version) == culprit {
                line.question = None;
            }
        }
        self.ask_again();
    }

    /// Whether an answer is still to come to the newest question of a topic.
    #[must_use]
    pub fn is_waiting(&self, topic: Topic) -> bool {
        let line = &self.lines[topic as usize];
        line.question.is_some() && (line.due || line.asked.is_some())
    }
}

fn version(ask: &Ask) -> u32 {
    match ask {
        Ask::Add { .. } => 0,
        Ask::Search { version, .. }
        | Ask::Suggest { version, .. }
        | Ask::Match { version, .. }
        | Ask::Understand { version, .. }
        | Ask::Other { version, .. } => *version,
    }
}

/// The words of a question as they were typed.
#[must_use]
pub fn words(ask: &Ask) -> &str {
    match ask {
        Ask::Add { .. } | Ask::Other { .. } => "",
        Ask::Search { text, .. } | Ask::Suggest { text, .. } | Ask::Understand { text, .. } => text,
        Ask::Match { need, .. } => &need.text,
    }
}

fn set_version(ask: &mut Ask, to: u32) {
    match ask {
        Ask::Add { .. } => {}
        Ask::Search { version, .. }
        | Ask::Suggest { version, .. }
        | Ask::Match { version, .. }
        | Ask::Understand { version, .. }
        | Ask::Other { version, .. } => {
            *version = to;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(text: &str) -> Ask {
        Ask::Search {
            version: 0,
            text: text.into(),
            limit: 10,
        }
    }

    fn asked(desk: &mut Desk) -> Option<(u32, String)> {
        match desk.next(Topic::Search)? {
            Ask::Search { version, text, .. } => Some((version, text)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_late_answer_is_not_taken_for_the_newest() {
        let mut desk = Desk::default();
        assert!(desk.put(Topic::Search, search("b")));
        let (first, _) = asked(&mut desk).unwrap();
        assert!(desk.put(Topic::Search, search("bolt")));
        assert_eq!(desk.answered(Topic::Search, first), None);
        let (second, text) = asked(&mut desk).unwrap();
        assert_eq!(text, "bolt");
        assert!(desk.is_waiting(Topic::Search));
        assert_eq!(
            desk.answered(Topic::Search, second).as_deref(),
            Some("bolt")
        );
        assert!(!desk.is_waiting(Topic::Search));
    }

    #[test]
    fn what_is_typed_meanwhile_replaces_what_waits() {
        let mut desk = Desk::default();
        desk.put(Topic::Search, search("b"));
        let (first, _) = asked(&mut desk).unwrap();
        for text in ["bo", "bol", "bolt"] {
            desk.put(Topic::Search, search(text));
            assert_eq!(asked(&mut desk), None, "one at a time");
        }
        desk.answered(Topic::Search, first);
        assert_eq!(asked(&mut desk).unwrap().1, "bolt");
        assert_eq!(asked(&mut desk), None);
    }

    #[test]
    fn topics_do_not_wait_for_each_other() {
        let mut desk = Desk::default();
        desk.put(Topic::Search, search("bolt"));
        desk.put(
            Topic::Suggest,
            Ask::Suggest {
                version: 0,
                text: "bol".into(),
                limit: 5,
            },
        );
        assert!(desk.next(Topic::Search).is_some());
        assert!(desk.next(Topic::Suggest).is_some());
        assert!(desk.next(Topic::Match).is_none());
    }

    #[test]
    fn the_same_question_is_asked_once_and_again_when_the_engine_knows_more() {
        let mut desk = Desk::default();
        assert!(desk.put(Topic::Search, search("bolt")));
        let (version, _) = asked(&mut desk).unwrap();
        assert!(!desk.put(Topic::Search, search("bolt")));
        assert!(desk.answered(Topic::Search, version).is_some());
        assert_eq!(asked(&mut desk), None);
        desk.ask_again();
        assert_eq!(asked(&mut desk), Some((version, "bolt".to_owned())));
        desk.clear(Topic::Search);
        assert_eq!(desk.answered(Topic::Search, version), None);
        desk.ask_again();
        assert_eq!(asked(&mut desk), None);
    }

    #[test]
    fn after_a_death_all_is_asked_again_but_what_it_died_of() {
        let mut desk = Desk::default();
        desk.put(Topic::Search, search("poison"));
        let (culprit, _) = asked(&mut desk).unwrap();
        desk.lost(Some(culprit));
        assert_eq!(asked(&mut desk), None);
        desk.put(Topic::Search, search("bolt"));
        asked(&mut desk).unwrap();
        desk.lost(None);
        assert_eq!(asked(&mut desk).unwrap().1, "bolt");
    }
}
