/// As many as fit a phone's screen above its keyboard.
const LIMIT: usize = 8;

/// What this reader searched for, the newest first. It never leaves the browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    texts: Vec<String>,
}

impl History {
    /// Reads what [`History::write`] wrote.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let texts = written.lines().filter(|line| !line.is_empty());
        History {
            texts: texts.take(LIMIT).map(str::to_owned).collect(),
        }
    }

    /// One search a line: a field of one line has no line breaks in it.
    #[must_use]
    pub fn write(&self) -> String {
        self.texts.join("\n")
    }

    /// Puts a search first; the oldest one leaves.
    pub(super) fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.remove(text);
        self.texts.insert(0, text.to_owned());
        self.texts.truncate(LIMIT);
    }

    pub(super) fn remove(&mut self, text: &str) {
        self.texts.retain(|have| have != text);
    }

    /// Those that go on where `text` ends.
    pub(super) fn beginning_with<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        let texts = self.texts.iter().map(String::as_str);
        texts.filter(move |have| {
            let begins = have.get(..text.len());
            begins.is_some_and(|begins| begins.eq_ignore_ascii_case(text))
        })
    }
}
