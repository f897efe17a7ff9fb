use api_types::address::Language;
use api_types::catalogue::SupplierCard;
use browser::format;
use leptos::prelude::*;
use markup::view;
use stylers_macro::style_sheet;

use crate::components::icon;
use crate::locales::words;

/// Below this a share of orders says nothing.
const ORDERS_TO_JUDGE_BY: u32 = 10;

/// How far the company was checked.
pub fn verification_badge(language: Language, level: u8) -> AnyView {
    let level = level.min(3);
    let name = words(language).supplier.verification[usize::from(level)];
    let symbol = if level < 2 { "shield" } else { "shield-check" };
    view! { <span class="badge verification" data-level=level.to_string()>{icon(symbol)} {name}</span> }.into_any()
}

/// Says that the company is invented.
pub fn demonstration_badge(language: Language) -> AnyView {
    view! { <span class="badge demonstration">{words(language).site.demonstration}</span> }
        .into_any()
}

/// The delivery record with its sample size, and the time to answer.
pub fn reliability(language: Language, supplier: &SupplierCard) -> AnyView {
    let class = style_sheet!("src/app/widgets/reliability.css");
    let words = &words(language).supplier;
    let enough = supplier.orders >= ORDERS_TO_JUDGE_BY;
    let orders = match supplier.orders {
        0 => words.no_orders.to_owned(),
        orders => (words.orders)(orders, &format::count(language, orders)),
    };
    let on_time = enough.then(|| {
        let percent = format::percent(language, supplier.on_time_percent);
        view! { class = class,
            <b>{percent}</b>
            <meter min="0" max="100" low="85" high="95" optimum="100" value=supplier.on_time_percent.to_string()></meter>
        }
    });
    let caution = (!enough && supplier.orders > 0).then_some(words.few_orders);
    let hours = u32::from(supplier.response_hours);
    // Nobody has timed whom nobody has asked.
    let responds = (supplier.orders > 0).then(|| {
        view! { class = class,
            <div>
                <dt>{words.responds}</dt>
                <dd><b>{(words.within_hours)(hours, &format::count(language, hours))}</b></dd>
            </div>
        }
    });
    view! { class = class,
        <dl class="record">
            <div>
                <dt>{words.on_time}</dt>
                <dd>{on_time} <small>{orders}</small> {caution.map(|note| view! { class = class, <small class="caution">{note}</small> })}</dd>
            </div>
            {responds}
        </dl>
    }
    .into_any()
}
