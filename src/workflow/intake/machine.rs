mod heard;

use std::ops::Range;

use super::ask::{Answer, Ask, Checked, Line, Opened, Problem, Shown, Source, Tally, Which};
use super::memory::Memory;
use super::slices::{SLICE, Slices};

/// Hits of a search that are shown.
const HITS: u32 = 100;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A file was dropped or chosen; whoever says so has its bytes.
    Dropped {
        file: String,
    },
    Answered(Answer),
    /// The worker is gone, and all that it had.
    Died,
    /// The person does not want to wait any longer.
    Cancelled,
    /// Another file is wanted.
    Closed,
    /// The columns are to be looked at again.
    ColumnsOpened,
    /// The values of a column of the template, by its place, come from there.
    SourceChosen {
        column: usize,
        source: Source,
    },
    /// The columns are right.
    ColumnsAccepted,
    ViewChosen(View),
    /// These lines of the list that is shown can be seen.
    Scrolled(Range<u32>),
    Typed(String),
    ProductOpened {
        row: u32,
    },
    ProductClosed,
    FileWanted(Which),
    /// Accepted rows are wanted as they were read, from this one on.
    CellsWanted {
        from: u32,
    },
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Ask(Ask),
    /// With the bytes of the file that was dropped.
    Open(Ask),
    /// The worker is to stop, whatever it is doing.
    Stop,
    /// To be given back to [`Intake::new`] the next time.
    Remember(String),
    Save {
        name: String,
        bytes: Vec<u8>,
    },
    /// Cells of accepted rows for whoever wanted them, in the template's order; the first is the row of this place.
    Give {
        from: u32,
        rows: Vec<Vec<String>>,
    },
}

/// How far the file is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    #[default]
    Empty,
    Reading {
        rows: u32,
    },
    /// The file has no rows that could be read.
    Unreadable {
        troubles: Vec<Problem>,
    },
    /// Which column is which?
    Columns,
    Checking(Tally),
    Checked(Checked),
    /// The module has died over it.
    Failed,
}

/// Which list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Problems,
    Products,
}

/// A supplier's file on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    version: u32,
    pub stage: Stage,
    /// What it is called.
    pub file: String,
    pub opened: Opened,
    /// By place in the template.
    pub sources: Vec<Source>,
    pub view: View,
    pub problems: Slices<Problem>,
    pub products: Slices<Line>,
    /// What is searched for; empty where nothing is.
    pub text: String,
    /// The text that `hits` are of.
    pub found: Option<String>,
    pub hits: Vec<Line>,
    /// A search is on its way, of this text.
    searching: Option<String>,
    /// The product that is looked at.
    pub shown: Option<(u32, Option<Box<Shown>>)>,
    memory: Memory,
}

impl Intake {
    /// `remembered` is what [`Effect::Remember`] gave last.
    #[must_use]
    pub fn new(remembered: &str) -> Self {
        Self {
            memory: Memory::read(remembered),
            ..Self::default()
        }
    }

    /// Whether every column has its values that must not be blank.
    #[must_use]
    pub fn has_all_columns(&self) -> bool {
        let columns = self.opened.template.iter().zip(&self.sources);
        columns.into_iter().all(|(column, source)| match source {
            Source::Absent => !column.is_required,
            Source::Place(_) => true,
            Source::Always(text) => !column.is_required || !text.trim().is_empty(),
        })
    }

    /// Whether rows are being read or checked.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Reading { .. } | Stage::Checking(_))
    }

    /// Lines of the list that is shown.
    #[must_use]
    pub fn lines(&self) -> u32 {
        let Stage::Checked(checked) = &self.stage else {
            return 0;
        };
        match self.view {
            View::Problems => checked.problems,
            View::Products if self.is_search() => {
                u32::try_from(self.hits.len()).unwrap_or(u32::MAX)
            }
            View::Products => checked.tally.accepted,
        }
    }

    /// The product in a line of the list, if it is here.
    #[must_use]
    pub fn product(&self, line: u32) -> Option<&Line> {
        match self.is_search() {
            true => self.hits.get(line as usize),
            false => self.products.get(line),
        }
    }

    #[must_use]
    pub fn is_search(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Takes an event, and says what is to be done.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Dropped { file } => self.open(file),
            Event::Answered(answer) => self.answered(answer),
            Event::Died => {
                self.forget();
                self.stage = Stage::Failed;
                Vec::new()
            }
            Event::Cancelled if !self.is_busy() => Vec::new(),
            Event::Cancelled | Event::Closed => {
                self.forget();
                vec![Effect::Stop]
            }
            Event::ColumnsOpened => {
                if matches!(self.stage, Stage::Checked(_)) {
                    self.stage = Stage::Columns;
                }
                Vec::new()
            }
            Event::SourceChosen { column, source } => self.choose(column, source),
            Event::ColumnsAccepted => self.check(),
            Event::ViewChosen(view) => {
                self.view = view;
                Vec::new()
            }
            Event::Scrolled(lines) => self.want(lines),
            Event::Typed(text) => {
                self.text = text;
                self.search()
            }
            Event::ProductOpened { row } => {
                self.shown = Some((row, None));
                let version = self.version;
                vec![Effect::Ask(Ask::Product { version, row })]
            }
            Event::ProductClosed => {
                self.shown = None;
                Vec::new()
            }
            Event::FileWanted(which) => {
                let version = self.version;
                vec![Effect::Ask(Ask::File { version, which })]
            }
            Event::CellsWanted { from } => {
                let (version, count) = (self.version, SLICE);
                vec![Effect::Ask(Ask::Cells {
                    version,
                    from,
                    count,
                })]
            }
        }
    }

    /// Back to the beginning; what is still on its way is late.
    fn forget(&mut self) {
        *self = Intake {
            version: self.version.wrapping_add(1),
            memory: std::mem::take(&mut self.memory),
            ..Self::default()
        };
    }

    fn open(&mut self, file: String) -> Vec<Effect> {
        let was_busy = self.is_busy();
        self.forget();
        self.file.clone_from(&file);
        self.stage = Stage::Reading { rows: 0 };
        let open = Effect::Open(Ask::Open {
            version: self.version,
            file,
            chosen: self.memory.pairs().to_vec(),
        });
        // It would finish the other file first.
        let stop = was_busy.then_some(Effect::Stop);
        stop.into_iter().chain([open]).collect()
    }

    fn choose(&mut self, column: usize, source: Source) -> Vec<Effect> {
        let Some(name) = self.opened.template.get(column).map(|column| &column.name) else {
            return Vec::new();
        };
        if let Source::Place(place) = source {
            let from = self.opened.columns.get(usize::from(place));
            self.memory.choose(from.map_or("", |from| &from.name), name);
            // A column means one thing.
            for other in &mut self.sources {
                if *other == source {
                    *other = Source::Absent;
                }
            }
        }
        if let Some(have) = self.sources.get_mut(column) {
            *have = source;
        }
        vec![Effect::Remember(self.memory.written())]
    }

    fn check(&mut self) -> Vec<Effect> {
        if !self.has_all_columns() {
            self.stage = Stage::Columns;
            return Vec::new();
        }
        // What is known of the rows under other columns is late.
        let opened = std::mem::take(&mut self.opened);
        let sources = std::mem::take(&mut self.sources);
        let file = std::mem::take(&mut self.file);
        self.forget();
        self.stage = Stage::Checking(Tally {
            of: opened.rows,
            ..Tally::default()
        });
        (self.opened, self.sources, self.file) = (opened, sources, file);
        vec![Effect::Ask(Ask::Check {
            version: self.version,
            sources: self.sources.clone(),
        })]
    }

    fn want(&mut self, lines: Range<u32>) -> Vec<Effect> {
        let lines = lines.start..lines.end.min(self.lines());
        let (version, count) = (self.version, SLICE);
        let asks = match self.view {
            View::Products if self.is_search() => Vec::new(),
            View::Products => {
                let ask = |from| Ask::Products {
                    version,
                    from,
                    count,
                };
                self.products.want(lines).into_iter().map(ask).collect()
            }
            View::Problems => {
                let ask = |from| Ask::Problems {
                    version,
                    from,
                    count,
                };
                let problems = self.problems.want(lines);
                problems.into_iter().map(ask).collect::<Vec<_>>()
            }
        };
        asks.into_iter().map(Effect::Ask).collect()
    }

    /// Asks for what stands in the box, one search at a time.
    fn search(&mut self) -> Vec<Effect> {
        let text = self.text.trim();
        let is_late = self.found.as_deref() != Some(text);
        if text.is_empty() || !is_late || self.searching.is_some() {
            return Vec::new();
        }
        let text = text.to_owned();
        self.searching = Some(text.clone());
        vec![Effect::Ask(Ask::Search {
            version: self.version,
            text,
            limit: HITS,
        })]
    }

    fn is_now(&self, version: u32) -> bool {
        self.version == version
    }
}
