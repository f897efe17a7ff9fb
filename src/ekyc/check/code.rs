/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckCode {
    /// The printed birth date is the one inside the Chinese ID number.
    BirthDateInNumber,
    /// The printed sex is the one inside the Chinese ID number.
    SexInNumber,
    /// The printed birth date is the one of the machine readable zone.
    BirthDateInZone,
    /// The number is the same above the zone and in it.
    DocumentNumberTwice,
    /// The printed or typed name is the one of the zone.
    NameInZone,
    /// The printed expiry is the one of the zone.
    ExpiryInZone,
    /// The paper is still valid today.
    NotExpired,
    /// The person is eighteen or older today.
    OfAge,
    /// The document is not one that was made to be shown.
    NoSpecimen,
    /// Issuer and nationality are states or organizations that issue documents.
    KnownStates,
    /// The number on the licence is the one the company is registered with here.
    Company,
}

/// What a passed check leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// That the document is genuine: what is printed was compared, not paper, print or chip.
    Genuine,
    /// That the person who shows it is its holder.
    Holder,
    /// That the number was ever given to anybody.
    Given,
    /// That the document was not reported lost or taken back.
    Revoked,
    /// That the register still shows the company as it is on the paper.
    Register,
    /// That the person may act for the company.
    Authority,
}

impl CheckCode {
    pub const ALL: [Self; 11] = [
        Self::BirthDateInNumber,
        Self::SexInNumber,
        Self::BirthDateInZone,
        Self::DocumentNumberTwice,
        Self::NameInZone,
        Self::ExpiryInZone,
        Self::NotExpired,
        Self::OfAge,
        Self::NoSpecimen,
        Self::KnownStates,
        Self::Company,
    ];

    /// Stable, for words to be found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BirthDateInNumber => "birth-date-in-number",
            Self::SexInNumber => "sex-in-number",
            Self::BirthDateInZone => "birth-date-in-zone",
            Self::DocumentNumberTwice => "document-number-twice",
            Self::NameInZone => "name-in-zone",
            Self::ExpiryInZone => "expiry-in-zone",
            Self::NotExpired => "not-expired",
            Self::OfAge => "of-age",
            Self::NoSpecimen => "no-specimen",
            Self::KnownStates => "known-states",
            Self::Company => "company",
        }
    }

    /// What it does not prove, even when it passed; to be said wherever it is shown.
    #[must_use]
    pub fn limits(self) -> &'static [Limit] {
        match self {
            Self::BirthDateInNumber | Self::SexInNumber => {
                &[Limit::Genuine, Limit::Holder, Limit::Given]
            }
            Self::BirthDateInZone | Self::DocumentNumberTwice | Self::ExpiryInZone => {
                &[Limit::Genuine, Limit::Given]
            }
            Self::NameInZone | Self::OfAge => &[Limit::Genuine, Limit::Holder],
            Self::NotExpired => &[Limit::Genuine, Limit::Revoked],
            Self::NoSpecimen | Self::KnownStates => &[Limit::Genuine],
            Self::Company => &[Limit::Genuine, Limit::Register, Limit::Authority],
        }
    }
}

impl Limit {
    /// Stable, for words to be found by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Genuine => "genuine",
            Self::Holder => "holder",
            Self::Given => "given",
            Self::Revoked => "revoked",
            Self::Register => "register",
            Self::Authority => "authority",
        }
    }
}
