//! The trade's vocabulary and rules.
//!
//! In: text as suppliers and buyers write it, or numbers from the wire.
//! Out: values that cannot be wrong in themselves: whoever holds a [`Gtin`] need not check its check digit.
//! Start with [`Product`], which names most of the others.
//!
//! This room reads no clock, draws no randomness, does no I/O and words nothing for people: errors are values, and the
//! rooms above turn them into sentences.

mod decimal;
mod newtype;

mod date;
mod id;
mod text;

mod money;
mod order_rule;
mod price_ladder;
mod quantity;
mod rate;

mod bic;
mod cas_number;
mod company_number;
mod country;
mod document_number;
mod gtin;
mod hs_code;
mod incoterm;
mod locode;
mod payee;
mod sku;
mod slug;
mod uen;
mod un_number;
mod unit;
mod uscc;
mod weight;

mod attachment;
mod attribute;
mod carton;
mod certificate;
mod product;
mod supplier;

mod checklist;

mod purchase_order;
mod quotation;
mod request;

pub use attachment::{Attachment, FileName, Media, ParseFileNameError};
pub use attribute::{Attribute, AttributeKind, ParseAttributeKindError, ParseValueError, Value};
pub use bic::{Bic, ParseBicError};
pub use carton::{Carton, ParseSizeError, Size};
pub use cas_number::{CasNumber, ParseCasNumberError};
pub use certificate::{Certificate, ParseCertificateError};
pub use checklist::{Paper, Requirement, Role, When, checklist};
pub use company_number::{CompanyNumber, ParseCompanyNumberError};
pub use country::{Country, ParseCountryError};
pub use date::{Date, ParseDateError};
pub use document_number::{DocumentKind, DocumentNumber, ParseDocumentNumberError};
pub use gtin::{Gtin, ParseGtinError};
pub use hs_code::{HsCode, ParseHsCodeError};
pub use id::{Id, ParseIdError};
pub use incoterm::{Incoterm, ParseIncotermError};
pub use locode::{Locode, ParseLocodeError};
pub use money::{Amount, Currency, ParseAmountError, ParseCurrencyError, ParsePriceError, Price};
pub use order_rule::{Moq, OrderMultiple, OrderRefusal, OrderRule, OrderRuleError, ZeroQuantity};
pub use payee::{BankAccount, ParseBankAccountError, Payee};
pub use price_ladder::{PriceBreak, PriceLadder, PriceLadderError};
pub use product::{Product, ProductId, Sample};
pub use purchase_order::{
    Agreed, AgreedLine, Arrival, Cancellation, Claim, ClaimAnswer, ClaimForm, ClaimReason,
    ClaimState, Dispatch, Due, OrderLife, OrderState, Remedy, Review, Shipment, ShippedLine, Stars,
    Step, StepError, StepKind,
};
pub use quantity::{ParseQuantityError, Quantity};
pub use quotation::{Bid, BidLine, Deed, NotNow, QuotationState, Side};
pub use rate::{Rate, RateError};
pub use request::{RequestLine, RequestState, RequestTerms, Settled};
pub use sku::{ParseSkuError, Sku};
pub use slug::{ParseSlugError, Slug, SupplierCode};
pub use supplier::{NoSuchVerification, Supplier, Verification};
pub use text::Text;
pub use uen::{ParseUenError, Uen, UenKind};
pub use un_number::{ParseUnNumberError, UnNumber};
pub use unit::{ParseUnitError, Unit};
pub use uscc::{ParseUsccError, Uscc};
pub use weight::{ParseWeightError, Weight};
