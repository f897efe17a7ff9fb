//! How a buyer found a completed order.

use api_types::order::{Review, Step, StepKind};
use browser::field;
use leptos::prelude::*;
use markup::view;

use super::desk::Desk;
use super::{claim, steps};
use crate::components::{changed, live};
use crate::locales::words;

pub(super) fn form(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).order;
    // Nobody is praised by a press of one button.
    let [goods, delivery, service] = [(); 3].map(|()| RwSignal::new(None::<u64>));
    let is_missing = RwSignal::new(false);
    let fault = move || is_missing.get().then_some(words.fault_stars);
    let said = RwSignal::new(String::new());
    let fields = view! {
        {stars("order-goods-stars", words.goods_stars, words.stars, goods)}
        {stars("order-delivery-stars", words.delivery_stars, words.stars, delivery)}
        {stars("order-service-stars", words.service_stars, words.stars, service)}
        <p class="note bad" role="status">{live(fault)}</p>
        {claim::long("order-words", words.words, said, ().into_any())}
    };
    let send = move || {
        let chosen = (
            goods.get_untracked(),
            delivery.get_untracked(),
            service.get_untracked(),
        );
        let (Some(goods), Some(delivery), Some(service)) = chosen else {
            is_missing.set(true);
            return;
        };
        desk.take(&Step::Review(Review {
            goods,
            delivery,
            service,
            words: said.get_untracked(),
        }));
        close();
    };
    steps::frame(desk.language, StepKind::Review, fields, send, close)
}

fn stars(
    name: &'static str,
    label: &'static str,
    spoken: fn(&str) -> String,
    value: RwSignal<Option<u64>>,
) -> AnyView {
    let choices = (1..=5_u64).map(|count| {
        let choose = move |event: leptos::ev::Event| {
            if field::of(&event).value == count.to_string() {
                value.set(Some(count));
            }
        };
        let text = count.to_string();
        view! { <label><input type="radio" name=name value=text.clone() aria-label=spoken(&text) on:change=changed(choose)/><span aria-hidden="true">{text}" ★"</span></label> }
    });
    let choices: Vec<AnyView> = choices.collect();
    view! { <fieldset class="order-stars"><legend>{label}</legend>{choices}</fieldset> }
}
