use super::super::files::Files;

pub const FILES: Files = Files {
    attach: "Attach pictures or PDFs",
    attach_to_line: |line| format!("Attach pictures or PDFs to line {line}"),
    hint: "Up to 5 files each. Pictures are made smaller, and lose place and camera. PDFs of up to 2 MB are sent as they are, with whatever they say of their author.",
    attached: "Attached files",
    size: |kilobytes| format!("{kilobytes} KB"),
    working: |name| format!("Sending {name} …"),
    many: |name| format!("{name} was not attached: there are 5 files already."),
    unread: |name| {
        format!("{name} was not attached: it is no picture that can be read here, and no PDF.")
    },
    large: |name| format!("{name} was not attached: it is too large. A PDF may have 2 MB."),
    offline: |name| {
        format!(
            "{name} was not attached: files need the network. What you wrote is kept; please attach it again once you are online."
        )
    },
    remove: |name| format!("Remove {name}"),
    missing: "Not there",
};
