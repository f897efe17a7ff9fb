use api_types::address::Language;
use api_types::catalogue::Detail;
use browser::format;
use leptos::prelude::*;
use markup::view;
use stylers_macro::style_sheet;

use crate::components::live;
use crate::locales::{unit, words};

/// The price breaks as a table with the one that applies marked, and as a small chart. `quantity`: what the buyer has in mind.
pub fn price_ladder(language: Language, product: &Detail, quantity: Signal<u32>) -> AnyView {
    let class = style_sheet!("src/app/widgets/price_ladder.css");
    let words = &words(language).product;
    let breaks = product.price_breaks.clone();
    let first = breaks.first().map_or(0, |&(_, price)| price);
    let ends: Vec<Option<u32>> = breaks
        .iter()
        .skip(1)
        .map(|&(from, _)| Some(from))
        .chain([None])
        .collect();
    let rows = breaks
        .iter()
        .zip(ends)
        .map(|(&(from, price), end)| {
            let applies = move || {
                let quantity = quantity.get();
                (from <= quantity && end.is_none_or(|end| quantity < end)).then_some("true")
            };
            let saving = (price < first).then(|| saving(language, first, price));
            view! { class = class,
                <tr aria-current=live(applies)>
                    <td>{format::count(language, from)}</td>
                    <td>{format::price(language, price, &product.currency)}</td>
                    <td>{saving}</td>
                </tr>
            }
        })
        .collect_view();
    let unit = unit(language, &product.unit).to_owned();
    view! { class = class,
        <div class="ladder">
            <table>
                <caption class="visually-hidden">{words.price_ladder}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.from_quantity} " (" {unit} ")"</th>
                        <th scope="col">{words.unit_price}</th>
                        <th scope="col">{words.saving}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {chart(language, product)}
        </div>
    }
    .into_any()
}

/// `−12%`
fn saving(language: Language, first: i64, price: i64) -> String {
    let percent = (first - price) * 100 / first.max(1);
    format!(
        "−{}",
        format::percent(language, u8::try_from(percent).unwrap_or(100))
    )
}

/// The chart's own units, fine enough to need no decimals.
const WIDTH: i64 = 2400;
const HEIGHT: i64 = 560;
const MARGIN: i64 = 40;

/// The price as steps over the quantity. Quantities rise tenfold, so their axis is logarithmic.
fn chart(language: Language, product: &Detail) -> Option<AnyView> {
    let breaks = &product.price_breaks;
    let ((low, first), (high, last)) = (*breaks.first()?, *breaks.last()?);
    if breaks.len() < 2 || first <= 0 {
        return None;
    }
    // The last price holds on: a sixth of the width shows it.
    let across = (log(high) - log(low)).max(1) * 6 / 5;
    let x = |quantity: u32| (log(quantity) - log(low)) * WIDTH / across;
    let y = |price: i64| HEIGHT - MARGIN - price * (HEIGHT - 2 * MARGIN) / first;
    let mut line = String::new();
    for (at, &(from, price)) in breaks.iter().enumerate() {
        let until = breaks.get(at + 1).map_or(WIDTH, |&(next, _)| x(next));
        line.push_str(&format!("{},{} {until},{} ", x(from), y(price), y(price)));
    }
    let label = (words(language).product.chart)(
        &format::price(language, first, &product.currency),
        &format::price(language, last, &product.currency),
    );
    let area = format!("0,{HEIGHT} {line}{WIDTH},{HEIGHT}");
    Some(
        view! {
            <svg class="price-chart" viewBox="0 0 2400 560" preserveAspectRatio="none" role="img" aria-label=label>
                <polygon points=area></polygon>
                <polyline points=line></polyline>
            </svg>
        }
        .into_any(),
    )
}

/// Thousandths of a logarithm to the base of two, straight between powers of two: as good as the real one at this size.
fn log(quantity: u32) -> i64 {
    let power = quantity.max(1).ilog2();
    i64::from(power) * 1000 + ((i64::from(quantity.max(1)) * 1000) >> power) - 1000
}
