//! How a buyer found a completed order.

use api_types::order::{Review, Step, StepKind};
use browser::field;
use leptos::prelude::*;
use markup::view;

use super::desk::Desk;
use super::{claim, steps};
use crate::components::changed;
use crate::locales::words;

pub(super) fn form(desk: Desk, close: impl Fn() + Copy + 'static) -> AnyView {
    let words = &words(desk.language).order;
    let [goods, delivery, service] = [(); 3].map(|()| RwSignal::new(5_u64));
    let said = RwSignal::new(String::new());
    let fields = view! {
        {stars("order-goods-stars", words.goods_stars, words.stars, goods)}
        {stars("order-delivery-stars", words.delivery_stars, words.stars, delivery)}
        {stars("order-service-stars", words.service_stars, words.stars, service)}
        {claim::long("order-words", words.words, said, ().into_any())}
    };
    let send = move || {
        desk.take(&Step::Review(Review {
            goods: goods.get_untracked(),
            delivery: delivery.get_untracked(),
            service: service.get_untracked(),
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
    value: RwSignal<u64>,
) -> AnyView {
    let choices = (1..=5_u64).map(|count| {
        let choose = move |event: leptos::ev::Event| {
            if field::of(&event).value == count.to_string() {
                value.set(count);
            }
        };
        let checked = (count == 5).then_some("");
        let text = count.to_string();
        view! { <label><input type="radio" name=name value=text.clone() checked=checked aria-label=spoken(&text) on:change=changed(choose)/><span aria-hidden="true">{text}" ★"</span></label> }
    });
    let choices: Vec<AnyView> = choices.collect();
    view! { <fieldset class="order-stars"><legend>{label}</legend>{choices}</fieldset> }
}
