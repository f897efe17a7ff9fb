use super::super::words::{Fault, Problem};

pub const FAULT: Fault = Fault {
    number_check: "The check letter or digit does not belong to this number. Compare it with your business profile, character by character.",
    number_missing: "Please enter the company's number.",
    number_form: "This is not the form of such a number. Check that nothing is missing and that the right register is chosen above.",
    email: "Please enter an address such as wei@company.sg.",
    password_short: "Twelve characters or more. A sentence of four or five words is easy to remember.",
    password_guessable: "This is easily guessed: it is mostly your own name, or a few characters repeated. Four unrelated words are better.",
    name_missing: "Please enter a name.",
    code: "Please enter the six digits that the authenticator shows now.",
    missing: "Please fill this in.",
    too_long: "This is too long. Please shorten it.",
    too_short: "This is too short.",
    form: "This is not in the form that is expected here.",
};

pub const PROBLEM: Problem = Problem {
    offline: "No answer from the hub. What you typed is kept here. Check the network and press the button again: it takes effect once only.",
    no_hub: "This copy of the hub is a demonstration without a server. Accounts and companies work where the hub is served.",
    broken: "The hub's answer could not be read. A newer version may be out: open this page in another tab, so that nothing typed here is lost.",
    not_found: "This is not there, or not for you to see. Go back to the overview, or ask an administrator of the company.",
    sign_in_required: "You have been signed out. What you typed is kept here: sign in again in another tab, then press the button once more.",
    sign_in_failed: "Address, password or code is wrong. Which of them is not said, for your safety. Please check all three.",
    second_factor_required: "The password is right. Now enter the six digits of your authenticator, or one of your recovery codes.",
    second_person_needed: "Somebody else must confirm this: whoever proposed the account cannot.",
    not_now: "As it stands now, this cannot be done: something has happened meanwhile. Look again.",
    second_factor_needed: "This decides who belongs to the company or where it is paid, so it needs a second factor. Set up a passkey or an authenticator under Account first. What you typed stays in this tab.",
    forbidden: "Your role in this company does not allow it. Ask an administrator to do it, or to give you another role.",
    cross_site: "The browser says that this request comes from another site. Open the hub by its own address and try again.",
    too_many_attempts: |seconds| {
        format!(
            "That was tried too often. Please try again in {seconds} seconds. What you typed is kept."
        )
    },
    passkey_refused: "The device's answer came too late or does not fit this page. Press the button again.",
    changed: "Somebody has changed this since you opened it. Compare the two below, then decide.",
    exists: "This is there already. Go back to the overview to see it.",
    last_administrator: "A company needs at least one administrator. Make somebody else an administrator first.",
    too_many: "As many as are allowed are there already. Remove what is not needed any more, then try again.",
    invalid: "Some fields need another look. They are marked below, each with what is expected.",
    not_here: "There are no passwords and codes in this demonstration: people are played. Where the hub is served, this works.",
    too_large: "This is more text than the hub takes. Please shorten it.",
    busy: "The hub is busy just now. Nothing was done: please press the button again in a moment.",
    full: "The hub has no room to keep more just now. Nothing was changed. What you typed is kept here: try again later.",
    internal: "The hub failed, and that is our fault. What you typed is kept here. Please press the button again in a moment.",
};
