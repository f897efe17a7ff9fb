use api_types::address::Language;
use api_types::catalogue::Certificate;
use browser::{clock, format};
use leptos::prelude::*;
use markup::view;

use crate::components::icon;
use crate::locales::words;

/// Certificates, those that still count first; an expired one says so.
pub fn certificates(language: Language, certificates: &[Certificate]) -> AnyView {
    let words = &words(language).product;
    if certificates.is_empty() {
        return view! { <p class="note">{words.no_certificates}</p> }.into_any();
    }
    let today = clock::today();
    let judged = || {
        certificates
            .iter()
            .map(|certificate| (is_valid(certificate, today), certificate))
    };
    let items = judged()
        .filter(|&(valid, _)| valid)
        .chain(judged().filter(|&(valid, _)| !valid))
        .map(|(valid, certificate)| {
            let date = format::date(language, &certificate.valid_until);
            let validity = if valid { (words.valid_until)(&date) } else { (words.expired_on)(&date) };
            view! {
                <li data-expired=(!valid).then_some("")>
                    {icon(if valid { "badge-check" } else { "circle-alert" })}
                    <b>{certificate.kind.clone()}</b>
                    <span>{validity}</span>
                    <small>{words.number} " " {certificate.number.clone()} " · " {certificate.issuer.clone()}</small>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="certificates">{items}</ul> }.into_any()
}

/// Through its last valid day. A date that cannot be read does not count.
pub fn is_valid(certificate: &Certificate, today: i32) -> bool {
    certificate
        .valid_until
        .parse::<domain::Date>()
        .is_ok_and(|date| today <= date.days_since_epoch())
}
