//! Numbers, money, dates and countries as the reader's language writes them: the browser's own `Intl`, which costs no bytes.

use std::cell::RefCell;

use api_types::address::Language;
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// Making a formatter takes a hundred times longer than using it.
    static FORMATTERS: RefCell<Vec<(String, Function)>> = const { RefCell::new(Vec::new()) };
}

/// A unit price, two to four decimals: `S$0.0425`. `price` in ten-thousandths of the unit of `currency` (ISO 4217).
#[must_use]
pub fn price(language: Language, price: i64, currency: &str) -> String {
    money(language, price as f64 / 10_000.0, currency, "4")
}

/// An amount, two decimals: `S$42.50`. `amount` in hundredths of the unit of `currency` (ISO 4217).
#[must_use]
pub fn amount(language: Language, amount: i64, currency: &str) -> String {
    money(language, amount as f64 / 100.0, currency, "2")
}

/// With the signs that traders between Singapore and China write: `Intl` shows a bare `$` to one reader and `SGD` to the
/// other.
fn money(language: Language, value: f64, currency: &str, decimals: &str) -> String {
    let options = [
        ("minimumFractionDigits", "2"),
        ("maximumFractionDigits", decimals),
    ];
    let sign = match (currency, language) {
        ("SGD", _) => "S$",
        ("USD", _) => "US$",
        ("CNY", Language::English) => "CN¥",
        ("CNY", Language::Chinese) => "¥",
        (other, _) => other,
    };
    format!("{sign}{}", number_with(language, value, &options))
}

/// `12,000` or `0.25`.
#[must_use]
pub fn number(language: Language, value: f64) -> String {
    number_with(language, value, &[("maximumFractionDigits", "4")])
}

/// A whole number.
#[must_use]
pub fn count(language: Language, value: u32) -> String {
    number(language, f64::from(value))
}

/// A share of 100.
#[must_use]
pub fn percent(language: Language, percent: u8) -> String {
    number_with(
        language,
        f64::from(percent) / 100.0,
        &[("style", "percent")],
    )
}

/// `iso`: a date such as `2027-05-31`. Anything else comes back as it is.
#[must_use]
pub fn date(language: Language, iso: &str) -> String {
    let date = js_sys::Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() {
        return iso.to_owned();
    }
    let options = [("dateStyle", "medium"), ("timeZone", "UTC")];
    let format = formatter("date", language, &options, |locales, options| {
        Intl::DateTimeFormat::new(locales, options).format()
    });
    call(&format, &date.into()).unwrap_or_else(|| iso.to_owned())
}

/// Day and time of milliseconds since 1970, where the reader is.
#[must_use]
pub fn moment(language: Language, milliseconds: u64) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(milliseconds as f64));
    let options = [("dateStyle", "medium"), ("timeStyle", "short")];
    let format = formatter("moment", language, &options, |locales, options| {
        Intl::DateTimeFormat::new(locales, options).format()
    });
    call(&format, &date.into()).unwrap_or_default()
}

/// The country of an ISO 3166-1 alpha-2 code: `Singapore`, `新加坡`.
#[must_use]
pub fn country(language: Language, code: &str) -> String {
    let names = formatter("country", language, &[("type", "region")], display_names);
    call(&names, &code.into()).unwrap_or_else(|| code.to_owned())
}

fn number_with(language: Language, value: f64, options: &[(&str, &str)]) -> String {
    let format = formatter("number", language, options, |locales, options| {
        Intl::NumberFormat::new(locales, options).format()
    });
    call(&format, &value.into()).unwrap_or_default()
}

/// js-sys has no binding of `Intl.DisplayNames`.
fn display_names(locales: &Array, options: &Object) -> Function {
    let make = || -> Result<Function, JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let class: Function = Reflect::get(&intl, &"DisplayNames".into())?.dyn_into()?;
        let names = Reflect::construct(&class, &Array::of2(locales, options))?;
        let of: Function = Reflect::get(&names, &"of".into())?.dyn_into()?;
        Ok(of.bind0(&names))
    };
    // Without it, codes are shown as they are.
    make().unwrap_or_else(|_| Function::new_no_args(""))
}

fn formatter(
    kind: &str,
    language: Language,
    options: &[(&str, &str)],
    make: impl FnOnce(&Array, &Object) -> Function,
) -> Function {
    let mut key = format!("{kind} {}", language.code());
    for (_, value) in options {
        key.push(' ');
        key.push_str(value);
    }
    let known = FORMATTERS.with_borrow(|known| {
        known
            .iter()
            .find(|(have, _)| *have == key)
            .map(|(_, format)| format.clone())
    });
    known.unwrap_or_else(|| {
        let object = Object::new();
        for (name, value) in options {
            let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
        }
        let format = make(&Array::of1(&language.tag().into()), &object);
        FORMATTERS.with_borrow_mut(|known| known.push((key, format.clone())));
        format
    })
}

fn call(function: &Function, value: &JsValue) -> Option<String> {
    function.call1(&JsValue::NULL, value).ok()?.as_string()
}
