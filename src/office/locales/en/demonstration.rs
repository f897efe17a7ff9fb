use super::super::demonstration::Demonstration;

pub const DEMONSTRATION: Demonstration = Demonstration {
    label: "Demonstration",
    playing: "You are playing",
    nobody: "You are playing nobody yet.",
    switch: "Switch",
    again: "Start again",
    sure: "Forget everything done in this demonstration, and begin with its first people and companies?",
    begin: "Yes, start again",
    keep: "No, keep it",
    begun: "The demonstration has begun anew.",
    damaged: "What this browser had kept of the demonstration could not be read. It has begun anew.",
    not_kept: "This browser keeps nothing just now, so nothing was done. A private window or a full disk may be the reason.",
    title: "Whom do you want to play?",
    lead: "There is no server here: all of it happens in this browser, and nobody in it is real. Be a buyer, a supplier and the hub's reviewer in turn.",
    play: "Play",
    this_one: "You",
    open_invitation: "Open the invitation, then switch to somebody",
    reviewer: "Reviewer of the hub",
    no_company: "No company yet",
    role_in: |role, company| format!("{role}, {company}"),
    and: " · ",
};
