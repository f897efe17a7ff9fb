//! A supplier's file and a page that asks about it, for tests.

use search::lexicon::build;
use workflow::intake::ask::{Answer, Ask, Checked, Opened, Source};

use crate::desk::Desk;
use crate::reply::reply;

/// The products of a supplier of the demonstration, all as they should be.
pub const BOLTS: &[u8] = include_bytes!("../catalogue/demonstration/tuasbolt.csv");
/// What the page offers to try: some of its rows have mistakes.
pub const SAMPLE: &[u8] = include_bytes!("../../public/products-sample.csv");
pub const TEMPLATE: &[u8] = include_bytes!("../../public/products-template.csv");

/// One that stands where the page stands.
pub struct Page {
    desk: Desk,
    pub opened: Opened,
    pub checked: Option<Checked>,
    /// What was told of the progress.
    pub told: Vec<Answer>,
}

impl Page {
    /// Opens a file, and checks it if it can be.
    pub fn open(file: &[u8]) -> Page {
        let mut page = Page {
            desk: Desk::default(),
            opened: Opened::default(),
            checked: None,
            told: Vec::new(),
        };
        let open = Ask::Open {
            version: 1,
            file: "products.csv".into(),
            chosen: Vec::new(),
        };
        match page.ask_with(&open, file) {
            Answer::Opened { opened, .. } => page.opened = opened,
            other => panic!("{other:?}"),
        }
        let sources = page.opened.sources.clone();
        page.check(sources);
        page
    }

    /// With words across languages; they are the same for all tests of a process.
    pub fn learn(&mut self) {
        let lexicon = build::build(&build::OURS, &[]);
        assert_eq!(self.ask_with(&Ask::Learn, &lexicon), Answer::Learned);
    }

    pub fn check(&mut self, sources: Vec<Source>) {
        let mut answer = self.ask(&Ask::Check {
            version: 2,
            sources,
        });
        self.checked = None;
        while let Answer::Checking { .. } = &answer {
            self.told.push(answer);
            answer = self.ask(&Ask::Continue { version: 2 });
        }
        if let Answer::Checked { checked, .. } = answer {
            self.checked = Some(checked);
        }
    }

    pub fn ask(&mut self, ask: &Ask) -> Answer {
        self.ask_with(ask, &[])
    }

    pub fn ask_with(&mut self, ask: &Ask, body: &[u8]) -> Answer {
        let head = postcard::to_allocvec(ask).unwrap();
        let told = &mut self.told;
        let bytes = reply(&mut self.desk, &head, body.to_vec(), &mut |answer| {
            told.push(answer);
        });
        postcard::from_bytes(&bytes).unwrap()
    }
}
