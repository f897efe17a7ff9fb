use super::super::words::{Account, Entry, Factor, Form, Frame};

pub const FRAME: Frame = Frame {
    name: "Office",
    menu: "Office menu",
    home: "Overview",
    company: "Company",
    account: "Account",
    more: "Also here",
    catalogue: "Catalogue",
    check: "Check a file",
    sign_in: "Sign in",
    sign_out: "Sign out",
    not_found: "There is no such page",
    not_found_help: "The address may be old or mistyped.",
    to_home: "Go to the overview",
    trouble: "The hub does not answer",
    no_hub: "There is no server here",
    no_hub_help: "This copy of the hub is a demonstration: files only, no accounts. Where the hub is served, companies sign up and sign in on this page.",
    again: "Try again",
};

pub const FORM: Form = Form {
    waiting: "One moment…",
    show: "Show",
    hide: "Hide",
    cancel: "Cancel",
    copy: "Copy",
    copied: "Copied",
    copy_refused: "Copying is not allowed here. Please select the text and copy it by hand.",
    sure: "Yes, do it",
};

pub const ENTRY: Entry = Entry {
    sign_in: "Sign in",
    sign_in_lead: "To your company's office on the hub.",
    email: "E-mail",
    email_hint: "Your own address at the company.",
    password: "Password",
    password_hint: "Twelve characters or more.",
    password_more: |more| {
        if more == 1 {
            "One more character.".to_owned()
        } else {
            format!("{more} more characters.")
        }
    },
    password_good: "Long enough.",
    code: "Code",
    code_hint: "Six digits of your authenticator, or a recovery code.",
    no_account: "No account yet?",
    have_account: "Have an account already?",
    sign_up: "Sign up your company",
    sign_up_lead: "Buyers compare and order here, suppliers show what they sell. Signing up takes about three minutes.",
    sign_up_button: "Create account and company",
    your_company: "Your company",
    yourself: "You, its first administrator",
    name: "Your name",
    name_hint: "As your business partners call you.",
    maybe_known: "This address may have an account already. If it is yours, sign in with its own password; otherwise use another address.",
    what_next: "What comes next",
    next_steps: &[
        (
            "A second factor",
            "A passkey on your device, or an app on your phone. From then on a stolen password opens nothing.",
        ),
        (
            "Your colleagues",
            "Send each a link. You decide who sees, who trades and who administers.",
        ),
        (
            "Your company's page",
            "In English and Chinese, so that both sides of the trade can read it.",
        ),
    ],
};

pub const FACTOR: Factor = Factor {
    title: "Set up an authenticator",
    lead: "An app on your phone shows six digits that change every half minute. Signing in then takes your password and these digits.",
    scan: "1. Scan this with the app",
    scan_help: "Any authenticator works, such as those of Google, Microsoft, 1Password or Tencent.",
    qr: "QR code for the authenticator",
    by_hand: "Cannot scan? Type this into the app",
    enter: "2. Enter what it shows",
    enter_help: "So that both are known to agree before you need them.",
    code: "Six digits",
    code_hint: "They change every half minute; the newest is right.",
    confirm: "Confirm",
    wrong: "These digits do not fit. Wait for the next ones, and check that the phone's clock is set by the network.",
    codes: "Save your recovery codes",
    codes_lead: "If the device is lost, each of these opens your account once, together with your password. They are shown only now.",
    codes_save: "Save as a file",
    codes_file: "recovery-codes.txt",
    codes_kept: "I have saved them where I find them without this device",
    codes_done: "Continue",
    later: "Later",
};

pub const ACCOUNT: Account = Account {
    title: "Account",
    who: "You",
    name: "Name",
    email: "E-mail",
    second_factor: "Second factor",
    factor_on: "An authenticator is set up. Signing in takes your password and its six digits.",
    factor_key: "A passkey is set up. Signing in by password takes a recovery code as well.",
    factor_off: "Only a password protects this account. With a passkey or an authenticator, a stolen password opens nothing.",
    factor_set_up: "Set up a second factor",
    factor_replace: "Move to another phone",
    password: "Password",
    password_lead: "A new password signs out all other browsers.",
    present: "Present password",
    next: "New password",
    change: "Change the password",
    changed: "The password is changed. All other browsers are signed out.",
    sessions: "Signed-in browsers",
    sessions_lead: "End what you do not recognise, then change the password.",
    this_one: "This browser",
    since: |moment| format!("Signed in {moment}"),
    seen: |moment| format!("Last seen {moment}"),
    with_factor: "With second factor",
    unknown_browser: "Unknown browser",
    browser: |browser, system| match (browser, system) {
        (browser, "") => browser.to_owned(),
        ("", system) => system.to_owned(),
        (browser, system) => format!("{browser} on {system}"),
    },
    end: "End",
    end_of: |browser| format!("End the session of {browser}"),
    ended: "The session has ended",
};
