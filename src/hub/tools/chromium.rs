//! The system's Chromium and its driver, for the tests.

use std::{env, path::PathBuf};

use super::{
    Found, Shop, debian,
    which::{version_line, which},
};
use crate::trouble::Trouble;

/// What a person must do where the hub may not install it.
pub const REMEDY: &str = "install Chromium or Chrome and the chromedriver of the same version so that both are on PATH (on Debian as root cargo hub test does it), or name them in the variables CHROMIUM and CHROMEDRIVER";

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const ON_MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// A browser and the driver that starts it.
#[derive(Clone, Debug)]
pub struct Browser {
    /// Runs the pages.
    pub chromium: Found,
    /// Runs the browser for wasm-bindgen's tests.
    pub driver: Found,
}

impl Browser {
    /// Both, if both are there.
    pub fn find() -> Option<Self> {
        let chromium = named("CHROMIUM")
            .or_else(|| NAMES.into_iter().find_map(which))
            .or_else(|| Some(PathBuf::from(ON_MAC)).filter(|place| place.is_file()))?;
        let driver = named("CHROMEDRIVER").or_else(|| which("chromedriver"))?;
        Some(Self {
            chromium: found(chromium)?,
            driver: found(driver)?,
        })
    }

    /// Finds both, or installs them where the system is Debian and we are its administrator.
    pub fn ensure(shop: &Shop<'_>) -> Result<Self, Trouble> {
        if let Some(browser) = Self::find() {
            return Ok(browser);
        }
        if !debian::may_install() {
            return Err(Trouble::new(
                "there is no Chromium with chromedriver",
                REMEDY,
            ));
        }
        let text = "Installing Chromium, its driver and a Chinese font";
        debian::install(shop, text, "install-chromium", &PACKAGES)?;
        Self::find().ok_or_else(|| Trouble::new("Chromium was installed but does not run", REMEDY))
    }
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|place| place.is_file())
}

fn found(place: PathBuf) -> Option<Found> {
    Some(Found {
        version: version_line(&place)?,
        place,
    })
}
