/// Which products a list is about, before the reader narrows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
    All,
    /// Slugs of its categories.
    Department(Vec<String>),
    /// A slug.
    Category(String),
    /// A code.
    Supplier(String),
    /// Product ids: favourites, recently viewed.
    Chosen(Vec<String>),
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the engine ranks what was searched for; where nothing was, by name.
    #[default]
    Relevance,
    /// With sizes in the order of their numbers: M4, M8, M10.
    Name,
    Price,
    PriceDown,
    LeadTime,
    Moq,
    Newest,
}

impl Sort {
    pub const ALL: [Sort; 7] = [
        Sort::Relevance,
        Sort::Name,
        Sort::Price,
        Sort::PriceDown,
        Sort::LeadTime,
        Sort::Moq,
        Sort::Newest,
    ];

    /// The word in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Name => "name",
            Sort::Price => "price",
            Sort::PriceDown => "price-down",
            Sort::LeadTime => "lead-time",
            Sort::Moq => "moq",
            Sort::Newest => "newest",
        }
    }

    /// An unknown word is the default order: an address somebody edited still shows a list.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|sort| sort.key() == key)
            .unwrap_or_default()
    }
}

/// What the reader asked of a list. All of it lives in the address, so that links and Back work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What was searched for. Until the engine has answered, words that must all occur in a name or part number.
    pub text: String,
    /// Slugs; any of them.
    pub departments: Vec<String>,
    /// Slugs; any of them.
    pub categories: Vec<String>,
    /// Codes; any of them.
    pub suppliers: Vec<String>,
    /// ISO 3166-1 alpha-2; any of them.
    pub origins: Vec<String>,
    /// Kinds of certificate that must be valid today; any of them.
    pub certificates: Vec<String>,
    /// Highest unit price at the MOQ, in cents of an SGD.
    pub price_at_most: Option<u32>,
    pub moq_at_most: Option<u32>,
    /// Days.
    pub lead_time_at_most: Option<u32>,
    pub in_stock: bool,
    pub sample: bool,
    pub sort: Sort,
    /// From 0.
    pub page: usize,
}

impl Filter {
    /// Reads the query of an address. What makes no sense there is left out, never an error.
    #[must_use]
    pub fn from_query(get: impl Fn(&str) -> Option<String>) -> Self {
        let list = |key| {
            get(key).map_or_else(Vec::new, |value| {
                value
                    .split(',')
                    .filter(|part| !part.is_empty())
                    .map(str::to_owned)
                    .collect()
            })
        };
        let number = |key| get(key).and_then(|value| value.parse::<u32>().ok());
        Filter {
            text: get("q").unwrap_or_default(),
            departments: list("department"),
            categories: list("category"),
            suppliers: list("supplier"),
            origins: list("origin"),
            certificates: list("certificate"),
            price_at_most: get("price").and_then(|value| cents(&value)),
            moq_at_most: number("moq"),
            lead_time_at_most: number("lead"),
            in_stock: get("stock").is_some(),
            sample: get("sample").is_some(),
            sort: get("sort").map_or(Sort::default(), |key| Sort::from_key(&key)),
            page: number("page").map_or(0, |page| page.saturating_sub(1) as usize),
        }
    }

    /// The query that reads back as this filter; what is at its default is left out.
    #[must_use]
    pub fn to_query(&self) -> Vec<(&'static str, String)> {
        let mut query = Vec::new();
        let mut add = |key, value: String| {
            if !value.is_empty() {
                query.push((key, value));
            }
        };
        add("q", self.text.clone());
        add("department", self.departments.join(","));
        add("category", self.categories.join(","));
        add("supplier", self.suppliers.join(","));
        add("origin", self.origins.join(","));
        add("certificate", self.certificates.join(","));
        let number = |value: Option<u32>| value.map(|n| n.to_string()).unwrap_or_default();
        add("price", self.price_at_most.map(decimal).unwrap_or_default());
        add("moq", number(self.moq_at_most));
        add("lead", number(self.lead_time_at_most));
        let flag = |on: bool| if on { "1".to_owned() } else { String::new() };
        add("stock", flag(self.in_stock));
        add("sample", flag(self.sample));
        let usual = if self.searches() {
            Sort::Relevance
        } else {
            Sort::Name
        };
        if self.order() != usual {
            add("sort", self.sort.key().to_owned());
        }
        if self.page > 0 {
            add("page", (self.page + 1).to_string());
        }
        query
    }

    /// Whether anything was searched for.
    #[must_use]
    pub fn searches(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// The order that the list stands in: where nothing was searched for, nothing is more relevant than the rest.
    #[must_use]
    pub fn order(&self) -> Sort {
        match self.sort {
            Sort::Relevance if !self.searches() => Sort::Name,
            sort => sort,
        }
    }

    /// The same question from the first page on: any change of the filter starts there.
    #[must_use]
    pub fn from_the_start(mut self) -> Self {
        self.page = 0;
        self
    }

    /// How many conditions narrow the list; the order and the page do not.
    #[must_use]
    pub fn conditions(&self) -> usize {
        let lists = [
            &self.departments,
            &self.categories,
            &self.suppliers,
            &self.origins,
            &self.certificates,
        ];
        let limits = [self.price_at_most, self.moq_at_most, self.lead_time_at_most];
        lists.iter().map(|list| list.len()).sum::<usize>()
            + limits.iter().flatten().count()
            + usize::from(self.searches())
            + usize::from(self.in_stock)
            + usize::from(self.sample)
    }
}

/// Cents of a written amount such as `12`, `12.5` or `0.05`; further decimals are dropped.
#[must_use]
pub fn cents(written: &str) -> Option<u32> {
    let (whole, fraction) = written
        .trim()
        .split_once('.')
        .unwrap_or((written.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !digits(whole) || !digits(fraction) {
        return None;
    }
    let whole: u32 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let padded: String = fraction.chars().chain("00".chars()).take(2).collect();
    whole.checked_mul(100)?.checked_add(padded.parse().ok()?)
}

/// The way back from [`cents`].
#[must_use]
pub fn decimal(cents: u32) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{}.{rest:02}", cents / 100),
    }
}
