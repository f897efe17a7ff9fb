//! How much of which lines: of a shipment, or of what is claimed.

use api_types::address::Language;
use api_types::order::{AgreedLine, PartLine};
use browser::{document, field};
use domain::{Id, Quantity};
use leptos::prelude::*;
use markup::view;

use super::goods;
use crate::components::{changed, live};

/// A line that some of may be entered of.
#[derive(Clone)]
struct Part {
    line: Id,
    most: Option<Quantity>,
    typed: RwSignal<String>,
}

#[derive(Clone)]
pub(super) struct Parts {
    parts: Vec<Part>,
    wrong: RwSignal<Vec<Id>>,
}

/// What a field is called, what is said below it, and what stands in it at first.
pub(super) struct Told {
    pub label: String,
    pub hint: String,
    pub first: String,
    pub fault: &'static str,
}

impl Parts {
    /// A field for each line. `most`: of a line, as it is written.
    pub fn open(
        language: Language,
        lines: &[&AgreedLine],
        most: impl Fn(&AgreedLine) -> &str,
        told: impl Fn(&AgreedLine, &str) -> Told,
    ) -> (Self, Vec<AnyView>) {
        let wrong: RwSignal<Vec<Id>> = RwSignal::new(Vec::new());
        let parts = lines.iter().enumerate().map(|(at, line)| {
            let told = told(line, &goods::name(language, line));
            let typed = RwSignal::new(told.first.clone());
            let part = Part {
                line: line.line,
                most: most(line).parse().ok(),
                typed,
            };
            let id = part.line;
            let is_wrong = move || wrong.with(|wrong| wrong.contains(&id));
            let invalid = move || is_wrong().then_some("true");
            let fault = move || is_wrong().then_some(told.fault);
            let put = move |event: leptos::ev::Event| typed.set(field::of(&event).value);
            let field_id = format!("order-part-{at}");
            let shown = view! {
                <div class="field"><label for=field_id.clone()><bdi>{told.label}</bdi></label>
                    <div class="control"><input id=field_id type="text" inputmode="decimal" value=told.first aria-invalid=live(invalid) on:input=changed(put)/></div>
                    <p class="note">{told.hint}" "<span class="bad">{live(fault)}</span></p></div>
            };
            (part, shown)
        });
        let (parts, shown): (Vec<Part>, Vec<AnyView>) = parts.unzip();
        (Self { parts, wrong }, shown)
    }

    /// What was entered, without what was left empty; none where something is no quantity or more than there is, which is
    /// marked then. `is_needed`: something must be entered.
    pub fn read(&self, is_needed: bool) -> Option<Vec<PartLine>> {
        let (mut faults, mut lines) = (Vec::new(), Vec::new());
        for part in &self.parts {
            let typed = part.typed.get_untracked().trim().to_owned();
            if typed.is_empty() || typed == "0" {
                continue;
            }
            match typed.parse::<Quantity>() {
                Ok(quantity) if Some(quantity) <= part.most => lines.push(PartLine {
                    line: part.line,
                    quantity: quantity.to_string(),
                }),
                _ => faults.push(part.line),
            }
        }
        if is_needed && lines.is_empty() && faults.is_empty() {
            faults.extend(self.parts.first().map(|part| part.line));
        }
        let is_good = faults.is_empty();
        self.wrong.set(faults);
        is_good.then_some(lines)
    }
}

/// The keyboard goes to the first field that must be put right.
pub(super) fn to_fault() {
    request_animation_frame(|| {
        document::focus_first(&["main [aria-invalid=true]"]);
    });
}
