use super::super::words::Passkey;

pub const PASSKEY: Passkey = Passkey {
    sign_in: "Sign in with a passkey",
    or: "or with your password",
    page: "Protect your account",
    page_lead: "One of the two is enough. From then on a stolen password opens nothing.",
    title: "A passkey, the quickest way",
    lead: "The fingerprint, face or screen lock of this device signs you in. There is nothing to type, and nothing that a false page could take from you.",
    create: "Create a passkey on this device",
    added: "The passkey is added. All other browsers are signed out.",
    otherwise: "Or an authenticator, for WeChat and for devices without passkeys",
    closed: "The browser's window was closed before it was done. Press the button again, or use the other way below.",
    already: "This device holds a passkey of your account already. Sign in with it, or create one on another device.",
    impossible: "This browser cannot do that here. Use the other way below.",
    unknown: "The hub does not know this passkey; it may have been removed. Sign in with your password.",
    made: |moment| format!("Created {moment}"),
    used: |moment| format!("Last used {moment}"),
    unused: "Not used yet",
    remove: "Remove",
    remove_of: |name| format!("Remove the passkey of {name}"),
    removed: "The passkey is removed. All other browsers are signed out.",
};
