use super::*;

/// Every route, asker and strength of session.
fn all() -> impl Iterator<Item = (&'static Line, Asker, bool)> {
    let askers = || {
        Asker::ALL
            .into_iter()
            .flat_map(|asker| [(asker, false), (asker, true)])
    };
    TABLE
        .iter()
        .flat_map(move |line| askers().map(move |(asker, strong)| (line, asker, strong)))
}

#[test]
fn every_route_has_its_own_line() {
    for (at, line) in TABLE.iter().enumerate() {
        assert_eq!(line.route as usize, at, "{:?}", line.route);
        assert_eq!(line.route.line().route, line.route);
    }
    let mut addresses: Vec<_> = TABLE.iter().map(|line| (line.method, line.path)).collect();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), TABLE.len());
}

#[test]
fn a_stranger_may_only_come_in() {
    for (line, asker, strong) in all().filter(|(_, asker, _)| *asker == Asker::Stranger) {
        let expected = match line.route {
            SignUp | SignIn | BeginPasskeySignIn | SignInByPasskey => Verdict::Allow,
            _ => Verdict::SignIn,
        };
        assert_eq!(line.verdict(asker, strong), expected, "{:?}", line.route);
    }
}

#[test]
fn nobody_but_a_stranger_is_asked_to_sign_in() {
    for (line, asker, strong) in all().filter(|(_, asker, _)| *asker != Asker::Stranger) {
        assert_ne!(
            line.verdict(asker, strong),
            Verdict::SignIn,
            "{:?} {asker:?}",
            line.route
        );
    }
}

#[test]
fn a_company_is_hidden_from_outsiders() {
    for line in TABLE.iter().filter(|line| line.route.is_of_a_company()) {
        let verdict = line.verdict(Asker::Outsider, true);
        let is_open = matches!(line.route, FoundCompany | Accept);
        let expected = if is_open {
            Verdict::Allow
        } else {
            Verdict::Hide
        };
        assert_eq!(verdict, expected, "{:?}", line.route);
    }
}

#[test]
fn a_higher_role_may_all_that_a_lower_one_may() {
    for line in &TABLE {
        let may = |role| line.verdict(Asker::Member(role), true) == Verdict::Allow;
        assert!(!may(Role::Viewer) || may(Role::Trader), "{:?}", line.route);
        assert!(
            !may(Role::Trader) || may(Role::Administrator),
            "{:?}",
            line.route
        );
    }
}

#[test]
fn a_viewer_and_a_reviewer_change_nothing_of_a_company() {
    for line in TABLE
        .iter()
        .filter(|line| line.route.is_of_a_company() && line.method != "GET")
    {
        if matches!(line.route, FoundCompany | Accept) {
            continue;
        }
        assert_eq!(
            line.verdict(Asker::Member(Role::Viewer), true),
            Verdict::Forbid
        );
        assert_eq!(line.verdict(Asker::Reviewer, true), Verdict::Hide);
    }
}

#[test]
fn who_belongs_and_where_money_goes_is_decided_with_a_second_factor() {
    for (line, asker, strong) in all() {
        let verdict = line.verdict(asker, strong);
        let guarded = matches!(line.route, SetRole | RemoveMember | Invite | ConfirmPayee);
        let expected = guarded && !strong && asker == Asker::Member(Role::Administrator);
        assert_eq!(
            verdict == Verdict::Prove,
            expected,
            "{:?} {asker:?}",
            line.route
        );
    }
}
