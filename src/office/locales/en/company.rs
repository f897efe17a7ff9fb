use super::super::words::{Company, Home, Join, People};

pub const COMPANY: Company = Company {
    found: "Add your company",
    found_lead: "You become its first administrator.",
    found_button: "Add the company",
    kind: "The company is a",
    buyer: "Buyer",
    buyer_line: "Looks for goods, asks for quotations, orders.",
    supplier: "Supplier",
    supplier_line: "Shows its catalogue, quotes, delivers.",
    scheme: "Registered in",
    uen: "Singapore",
    uen_line: "Unique Entity Number, UEN",
    uscc: "Mainland China",
    uscc_line: "Unified Social Credit Code, USCC",
    number: "Company number",
    uen_hint: "UEN: nine or ten digits and letters, such as 202630832C.",
    uscc_hint: "USCC: 18 digits and capitals, as on the business licence.",
    number_begun: |have, all| format!("{have} of {all} characters."),
    number_right: "The check letter or digit is right.",
    number_check: "The check letter or digit does not belong to the rest: one character is wrong, or two have changed places.",
    number_form: "No such number has this form. Is the right register chosen above?",
    name_en: "Name in English",
    name_zh: "Name in Chinese",
    name_hint: "As registered. One language is enough to begin with.",
    about_en: "About the company, in English",
    about_zh: "About the company, in Chinese",
    about_hint: "What you make or buy, for whom, since when.",
    profile: "Profile",
    save: "Save the profile",
    saved: "The profile is saved",
    read_only: "Only administrators may change the profile.",
    nothing: "Not given",
    conflict: "Somebody else has changed the profile",
    conflict_help: "Since you opened this page, it was saved by somebody else. Nothing of yours is lost: these are the differences.",
    field: "Field",
    theirs: "Saved by somebody else",
    yours: "Yours, not saved",
    keep_yours: "Save mine over it",
    take_theirs: "Take theirs",
};

pub const PEOPLE: People = People {
    members: "Members",
    you: "You",
    role: "Role",
    role_of: |member| format!("Role of {member}"),
    since: "Since",
    viewer: "Viewer",
    trader: "Trader",
    administrator: "Administrator",
    viewer_line: "Sees all of the company.",
    trader_line: "Also writes, sends and orders.",
    administrator_line: "Also decides who belongs to the company.",
    remove: "Remove",
    remove_of: |member| format!("Remove {member}"),
    remove_sure: |member| format!("Remove {member}? They lose access at once."),
    removed: "The member is removed",
    role_set: "The role is changed",
    invitations: "Invitations",
    invitations_lead: "A link is good for a fortnight and for one person.",
    none_open: "No invitation is open.",
    invite: "Make an invitation link",
    invite_email: "Colleague's e-mail",
    invite_hint: "So that you know later whom it was for. The hub sends nothing: you pass on the link.",
    link: "Invitation link",
    link_help: |email| {
        format!(
            "Send this to {email} yourself. It is shown only now, and whoever has it can use it."
        )
    },
    until: |moment| format!("Open until {moment}"),
    revoke: "Take back",
    revoke_of: |email| format!("Take back the invitation of {email}"),
    revoked: "The invitation is taken back",
    needs_factor: "Who belongs to the company is decided with a second factor only. Set up a passkey or an authenticator to invite somebody.",
};

pub const HOME: Home = Home {
    title: |name| format!("Good to see you, {name}"),
    needs: "What needs you",
    no_needs: "Nothing needs you just now.",
    answer: |number, shown| match number {
        1 => "A request waits for your answer".to_owned(),
        _ => format!("{shown} requests wait for your answer"),
    },
    answer_act: "Answer",
    decide: |number, shown| match number {
        1 => "A quotation waits for your decision".to_owned(),
        _ => format!("{shown} quotations wait for your decision"),
    },
    decide_act: "Compare",
    orders: |number, shown| match number {
        1 => "An order waits for you".to_owned(),
        _ => format!("{shown} orders wait for you"),
    },
    orders_act: "Go on",
    approve: |number, shown| match number {
        1 => "An offer waits for your approval".to_owned(),
        _ => format!("{shown} offers wait for your approval"),
    },
    approve_act: "Decide",
    second_factor: (
        "Set up a second factor",
        "Until then a stolen password is enough to get in, and you cannot invite anybody.",
        "Set it up",
    ),
    company: (
        "Add your company",
        "Or open the invitation link that a colleague sent you.",
        "Add it",
    ),
    colleague: (
        "Invite a colleague",
        "You are the only one who can get in. If you cannot, nobody can.",
        "Invite",
    ),
    about: (
        "Say what your company does",
        "The profile says nothing yet. Two or three sentences are enough.",
        "Write it",
    ),
    english_name: (
        "Add the company's English name",
        "Readers of English see the Chinese one until then.",
        "Add it",
    ),
    chinese_name: (
        "Add the company's Chinese name",
        "Readers of Chinese see the English one until then.",
        "Add it",
    ),
    companies: "Your companies",
    members: |count| {
        if count == 1 {
            "1 member".to_owned()
        } else {
            format!("{count} members")
        }
    },
    another: "Add another company",
    running: "Running orders",
    all_orders: "All orders",
    record: "How you answer",
    record_median: |span, count| format!("First answer after {span} (median of {count})"),
    record_no_answer: "No request answered yet",
    record_spans: ["Within 4 hours", "Within a day", "Within 3 days", "Later"],
    record_unanswered: "Not answered",
    record_rate: |share, count| format!("Won {share} of {count} decided"),
    record_no_rate: "No quotation decided yet",
    record_outcomes: ["Won", "Lost", "Open"],
    record_units: [
        |number, shown| {
            if number == 1 {
                "a minute".to_owned()
            } else {
                format!("{shown} minutes")
            }
        },
        |_, shown| format!("{shown} hours"),
        |_, shown| format!("{shown} days"),
    ],
    links: "In the catalogue",
    link_list: &[
        (
            "office/request",
            "Ask suppliers to quote",
            "One request to several, answers side by side.",
        ),
        (
            "products",
            "All products",
            "With price breaks and delivery records.",
        ),
        (
            "need",
            "Find suppliers for a need",
            "Say what you need in plain words.",
        ),
        (
            "suppliers",
            "All suppliers",
            "And how far each was checked.",
        ),
    ],
};

pub const JOIN: Join = Join {
    title: "You are invited to a company",
    lead: "A colleague made this link for you. When you accept, you belong to the company's office on the hub.",
    accept: "Accept the invitation",
    signed_in_as: |email| format!("You are signed in as {email}."),
    stranger: "To accept, sign in first, or create an account if you have none.",
    have_account: "I have an account",
    new_here: "I am new here",
    create: "Create account",
    gone: "This invitation is not open",
    gone_help: "It was used, taken back, or is older than a fortnight; or the link is not complete. Ask your colleague for a new one.",
    member_already: "You belong to this company already.",
    to_company: "Go to the company",
};
