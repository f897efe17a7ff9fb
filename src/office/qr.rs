//! A text as a QR code (ISO/IEC 18004), for an authenticator's camera.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around a code: four, ISO/IEC 18004, 9.1.
const QUIET: i32 = 4;

/// Black on white in both themes: not every camera reads it the other way round. None where the text is too long.
pub fn qr(text: &str, label: &'static str) -> Option<AnyView> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    let view = view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges">
            <path fill="#fff" d=format!("M0 0h{side}v{side}H0z")></path>
            <path fill="#000" d=path(&code)></path>
        </svg>
    };
    Some(view.into_any())
}

/// One run of dark modules after another.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size())
                .take_while(|&x| code.get_module(x, y))
                .count();
            let dark = i32::try_from(dark).unwrap_or(0);
            if dark > 0 {
                path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET));
            }
            x += dark.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_has_every_dark_module_once() {
        let code =
            QrCode::encode_text("otpauth://totp/Hub:a@b.sg?secret=ABC", QrCodeEcc::Medium).unwrap();
        let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = modules.filter(|&(x, y)| code.get_module(x, y)).count();
        let runs = path(&code);
        let lengths = runs
            .split('h')
            .skip(1)
            .filter_map(|run| run.split('v').next()?.parse::<usize>().ok());
        assert_eq!(lengths.sum::<usize>(), dark);
        assert!(
            runs.starts_with("M4 4h7v1h-7z"),
            "a finder pattern at the corner: {runs}"
        );
    }
}
