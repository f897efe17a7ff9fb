//! What a buyer expects to pay besides the prices: three numbers that make offers on unlike terms alike.

use api_types::address::Language;
use browser::field;
use domain::{Amount, Currency};
use leptos::prelude::*;
use markup::view;
use workflow::office::compare::Costs;
use workflow::office::request::Sheet;

use crate::components::{changed, live, memo};
use crate::locales::words;

/// A duty of more than everything is a slip of the hand.
const HIGHEST_DUTY: i64 = 10_000;

/// As it is typed.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Typed {
    currency: Currency,
    /// Freight, insurance, and duty in percent.
    fields: [RwSignal<String>; 3],
}

impl Typed {
    /// Costs are written in the request's currency, in whatever the prices are compared.
    pub fn new(sheet: &Sheet) -> Self {
        Self {
            currency: sheet.currency.parse().unwrap_or(Currency::Sgd),
            fields: std::array::from_fn(|_| RwSignal::new(String::new())),
        }
    }

    pub fn costs(self) -> Costs {
        let [freight, insurance, duty] = self.fields.map(|field| field.with(|text| read(text)));
        let duty = duty
            .map(Amount::minor_units)
            .filter(|duty| *duty <= HIGHEST_DUTY);
        Costs {
            currency: self.currency,
            freight,
            insurance,
            duty: duty.and_then(|duty| u32::try_from(duty).ok()),
        }
    }

    pub fn view(self, language: Language) -> AnyView {
        let words = &words(language).compare;
        let code = self.currency.code();
        let fields = self.fields.into_iter().enumerate().map(|(at, value)| {
            let name = words.landed_fields[at];
            let unit = if at == 2 { "%" } else { code };
            let id = format!("landed-{at}");
            let is_wrong = memo(move || {
                value.with(|text| {
                    let number = read(text);
                    let is_high = at == 2 && number.is_some_and(|one| HIGHEST_DUTY < one.minor_units());
                    !text.trim().is_empty() && (number.is_none() || is_high)
                })
            });
            let invalid = move || is_wrong.get().then_some("true");
            let note = move || is_wrong.get().then(|| view! { <small class="bad">{words.landed_wrong}</small> });
            let typed = move |event: leptos::ev::Event| value.set(field::of(&event).value);
            view! {
                <p>
                    <label for=id.clone()>{name}" ("{unit}")"</label>
                    <input id=id type="text" inputmode="decimal" autocomplete="off" aria-invalid=live(invalid) on:input=changed(typed)/>
                    {live(note)}
                </p>
            }
        });
        let fields: Vec<AnyView> = fields.collect();
        view! {
            <details class="deal-landed">
                <summary>{words.landed_title}</summary>
                <p class="note">{words.landed_lead}</p>
                <div>{fields}</div>
            </details>
        }
    }
}

/// A plain number with at most two decimals; a comma between thousands is what a person types.
fn read(text: &str) -> Option<Amount> {
    let text = text.trim().replace(',', "");
    text.parse().ok()
}
