use super::super::words::{About, Home, Site, Trouble};

pub const SITE: Site = Site {
    name: "Asia SME Hub",
    tagline: "Singapore suppliers, checked and compared",
    skip: "Skip to content",
    search: "Search",
    search_placeholder: "Product, size, part number",
    home: "Home",
    products: "Products",
    departments: "Departments",
    suppliers: "Suppliers",
    favourites: "Saved",
    compare: "Compare",
    about: "How it works",
    office: "Sign in for companies",
    main_menu: "Main menu",
    you_are_here: "You are here",
    other_language: "中文",
    to_dark: "Dark theme",
    to_light: "Light theme",
    shortcuts: "Keyboard shortcuts",
    shortcut_list: &[
        ("/", "Search"),
        ("h", "Home"),
        ("p", "All products"),
        ("s", "Suppliers"),
        ("f", "Saved products"),
        ("c", "Compare"),
        ("l", "Switch to Chinese"),
        ("t", "Light or dark theme"),
        ("?", "This list"),
    ],
    close: "Close",
    demonstration: "Demonstration",
    demonstration_note: "Companies, certificates and prices here are invented to show how the hub works.",
    new_version: "A new version is ready.",
    reload: "Reload",
    later: "Later",
};

pub const HOME: Home = Home {
    title: "Buy from Singapore with the facts in front of you",
    lead: |products, suppliers| {
        format!(
            "{products} products from {suppliers} suppliers, with price breaks, certificates and delivery records on every page."
        )
    },
    browse_all: "Browse all products",
    newest: "New in the catalogue",
    recent: "Recently viewed",
    trusted: "Why you can rely on what you see",
    trust_points: &[
        (
            "Companies are checked",
            "Every supplier shows how far its registration and signatory have been verified, and by whom.",
        ),
        (
            "Records carry their sample size",
            "On-time delivery and response times say how many orders stand behind them.",
        ),
        (
            "Certificates have a clock",
            "An expired certificate says so, and no longer counts when you filter.",
        ),
        (
            "Prices are complete",
            "Price breaks, minimum quantity, pack multiple and lead time stand side by side, before you ask.",
        ),
    ],
    learn_more: "How the hub makes trading reliable",
    suppliers: "Suppliers",
    all_suppliers: "All suppliers",
};

pub const ABOUT: About = About {
    title: "How the hub makes trading reliable",
    lead: "More than half of the buyers asked wanted goods from Singapore and did not know which companies to rely on. This is what the hub shows them.",
    sections: &[
        (
            "Verification levels",
            "Level 1: the contact person answered at the company's own address. Level 2: the company number (UEN in Singapore, USCC in China) is live in the register and belongs to this company. Level 3: the person who signs was identified and may sign for the company. A level says what was checked. It does not promise that an order will go well.",
        ),
        (
            "Delivery record",
            "The share of orders delivered on or before the agreed day, with the number of orders it rests on. Below ten orders the hub calls the record too small to judge.",
        ),
        (
            "Certificates",
            "Each certificate is shown with its kind, number, issuer and last valid day. From the day after, it is marked as expired and no longer counts in any filter. Ask the issuer when a certificate decides your purchase.",
        ),
        (
            "Prices",
            "Unit prices hold from the quantity shown, in the supplier's currency. Totals in the other currency use a dated demonstration rate and are for orientation only.",
        ),
        (
            "Your data",
            "Saved products, comparisons and settings stay in this browser. Nothing is requested from any other host, and everything you have opened once works without a network.",
        ),
        (
            "This is a demonstration",
            "All suppliers, certificates, prices and stock figures in this catalogue are invented. Standards, dimensions, CAS, UN and HS numbers are real.",
        ),
    ],
};

pub const TROUBLE: Trouble = Trouble {
    not_found: "There is no such page",
    not_found_help: "The address may be old or mistyped. The catalogue is one step away.",
    product_gone: "This product is not in the catalogue",
    product_gone_help: "The supplier may have withdrawn it. Similar products are in the same department.",
    offline: "No connection",
    offline_help: "This page has not been opened on this device before. Check the network and try again.",
    broken: "Something did not arrive as expected",
    broken_help: "A newer version of the hub may be out. Reloading usually helps.",
    again: "Try again",
    go_home: "Go to the home page",
    see_all: "See all products",
};
