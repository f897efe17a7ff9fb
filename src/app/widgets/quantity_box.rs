use std::sync::Arc;

use api_types::address::Language;
use api_types::catalogue::{Detail, Front};
use browser::format;
use domain::{
    Amount, Currency, Moq, OrderMultiple, OrderRefusal, OrderRule, Price, PriceBreak, PriceLadder,
};
use leptos::prelude::*;
use markup::view;
use stylers_macro::style_sheet;

use super::in_other_currencies;
use crate::components::{changed, clicked, icon, live};
use crate::locales::{unit, words};

/// How many a buyer wants, held to the supplier's rule, and what that comes to.
#[derive(Clone)]
pub struct QuantityBox {
    language: Language,
    front: Arc<Front>,
    product: Detail,
    rule: OrderRule,
    ladder: PriceLadder,
    currency: Currency,
    /// As typed.
    typed: RwSignal<String>,
}

impl QuantityBox {
    /// `asked`: the quantity in the address. None where the product's own figures contradict each other.
    pub fn new(
        language: Language,
        front: Arc<Front>,
        product: &Detail,
        asked: Option<String>,
    ) -> Option<Self> {
        let moq = Moq::try_from(product.moq).ok()?;
        let rule =
            OrderRule::new(moq, OrderMultiple::try_from(product.order_multiple).ok()?).ok()?;
        let price = Price::from_ten_thousandths;
        let breaks = product.price_breaks.iter().map(|&(from, each)| PriceBreak {
            from,
            price: price(each),
        });
        let ladder = PriceLadder::new(breaks.collect()).ok()?;
        let typed = asked.unwrap_or_else(|| product.moq.to_string());
        let currency = product.currency.parse().ok()?;
        Some(QuantityBox {
            language,
            front,
            product: product.clone(),
            rule,
            ladder,
            currency,
            typed: RwSignal::new(typed),
        })
    }

    /// What was typed, as a number.
    fn wanted(&self) -> Option<u32> {
        self.typed.with(|typed| typed.trim().parse().ok())
    }

    /// The number typed; the smallest order while it is none.
    pub fn quantity(&self) -> u32 {
        self.wanted().unwrap_or(self.rule.moq())
    }

    /// As it goes into the address.
    pub fn typed(&self) -> RwSignal<String> {
        self.typed
    }

    /// The total of the quantity, in the supplier's currency; none while the rule forbids it.
    pub fn total(&self) -> Option<String> {
        let quantity = self
            .wanted()
            .filter(|&quantity| self.rule.check(quantity).is_ok())?;
        Some(self.amount(self.ladder.total(quantity)?, self.currency))
    }

    fn amount(&self, amount: Amount, currency: Currency) -> String {
        format::amount(self.language, amount.minor_units(), currency.code())
    }

    fn counted(&self, quantity: u32) -> String {
        format!(
            "{} {}",
            format::count(self.language, quantity),
            unit(self.language, &self.product.unit)
        )
    }

    fn step(&self, up: bool) {
        let multiple = self.rule.multiple();
        let now = self.quantity();
        let next = match (self.rule.check(now), up) {
            (Ok(()), true) => now.saturating_add(multiple),
            (Ok(()), false) => now.saturating_sub(multiple).max(self.rule.moq()),
            (Err(_), true) => self.rule.nearest(now),
            (Err(_), false) => self
                .rule
                .nearest(now)
                .saturating_sub(multiple)
                .max(self.rule.moq()),
        };
        self.typed.set(next.to_string());
    }

    pub fn view(&self) -> AnyView {
        let class = style_sheet!("src/app/widgets/quantity_box.css");
        let words = &words(self.language).quantity;
        let (less, more, answer, state) = (self.clone(), self.clone(), self.clone(), self.clone());
        let typed = self.typed;
        let wrong = move || state.total().is_none().then_some("true");
        let rule = match self.rule.multiple() {
            1 => (words.rule_moq_only)(&self.counted(self.rule.moq())),
            multiple => (words.rule)(
                &self.counted(self.rule.moq()),
                &format::count(self.language, multiple),
            ),
        };
        view! { class = class,
            <div class="quantity">
                <label for="quantity">{words.label}</label>
                <div class="stepper">
                    <button type="button" aria-label=words.less on:click=clicked(move || less.step(false))>{icon("minus")}</button>
                    <input
                        id="quantity"
                        inputmode="numeric"
                        autocomplete="off"
                        prop:value=live(move || typed.get())
                        aria-describedby="quantity-rule quantity-answer"
                        aria-invalid=live(wrong)
                        on:input=changed(move |event| typed.set(event_target_value(&event)))
                    />
                    <button type="button" aria-label=words.more on:click=clicked(move || more.step(true))>{icon("plus")}</button>
                    <span class="unit">{unit(self.language, &self.product.unit).to_owned()}</span>
                </div>
                <p id="quantity-rule" class="rule">{rule}</p>
                <div id="quantity-answer" aria-live="polite">{live(move || answer.answer())}</div>
            </div>
        }
        .into_any()
    }

    /// What it comes to, or what is wrong with it and the nearest quantity that is right.
    fn answer(&self) -> AnyView {
        let words = &words(self.language).quantity;
        let Some(quantity) = self.wanted() else {
            return view! { <p class="wrong">{words.not_a_number}</p> }.into_any();
        };
        match self.rule.check(quantity) {
            Ok(()) => self.totals(quantity),
            Err(refusal) => {
                let why = match refusal {
                    OrderRefusal::BelowMoq { .. } => {
                        (words.too_few)(&self.counted(self.rule.moq()))
                    }
                    OrderRefusal::NotMultiple { .. } => {
                        (words.not_a_multiple)(&format::count(self.language, self.rule.multiple()))
                    }
                };
                let nearest = self.rule.nearest(quantity);
                let typed = self.typed;
                let take = (words.take)(&format::count(self.language, nearest));
                view! {
                    <p class="wrong">
                        {why} " "
                        <button class="link" type="button" on:click=clicked(move || typed.set(nearest.to_string()))>{take}</button>
                    </p>
                }
                .into_any()
            }
        }
    }

    fn totals(&self, quantity: u32) -> AnyView {
        let words = &words(self.language).quantity;
        let (Some(price), Some(total)) = (self.ladder.at(quantity), self.ladder.total(quantity))
        else {
            return ().into_any();
        };
        let others = in_other_currencies(&self.front, total, self.currency)
            .into_iter()
            .map(|(currency, amount)| view! { <span class="other">{(words.about)(&self.amount(amount, currency))}</span> })
            .collect_view();
        let next = self.ladder.next_break(quantity).map(|next| {
            let price = format::price(self.language, next.price.ten_thousandths(), self.currency.code());
            view! { <p class="hint">{(words.next_break)(&self.counted(next.from - quantity), &price)}</p> }
        });
        let short = (self.product.stock > 0 && quantity > self.product.stock)
            .then(|| view! { <p class="hint">{(words.more_than_stock)(&self.counted(self.product.stock))}</p> });
        let rate = &self.front.rate;
        let rate_text = format!(
            "1 SGD = {} CNY",
            format::number(self.language, rate.cny_per_sgd_millionths as f64 / 1e6)
        );
        view! {
            <dl class="totals">
                <div><dt>{words.unit_price}</dt><dd>{format::price(self.language, price.ten_thousandths(), self.currency.code())}</dd></div>
                <div class="total"><dt>{words.total}</dt><dd><b>{self.amount(total, self.currency)}</b> {others}</dd></div>
            </dl>
            {next} {short}
            <p class="rate">{(words.rate)(&rate_text, &format::date(self.language, &rate.date))}</p>
        }
        .into_any()
    }
}
