use api_types::settings as body;
use domain::Payee;
use market::{Limits, Moment, ProposedPayee, Refusal, Settings};

use super::{read, step::amount_in};

/// As the company's own people are shown it at this moment.
#[must_use]
pub fn settings(found: &Settings, now: Moment) -> body::Settings {
    let amount = |amount: Option<domain::Amount>| amount.map(|amount| amount.to_string());
    body::Settings {
        version: found.version,
        limits: body::Limits {
            sgd: amount(found.limits.sgd),
            cny: amount(found.limits.cny),
            usd: amount(found.limits.usd),
        },
        payee: found.payee(now).map(payee),
        proposed: found.proposed(now).map(proposed),
    }
}

pub(super) fn payee(found: &Payee) -> body::Payee {
    body::Payee {
        holder: found.holder.clone(),
        bank: found.bank.clone(),
        bic: found.bic.to_string(),
        account: found.account.to_string(),
    }
}

fn proposed(found: &ProposedPayee) -> body::ProposedPayee {
    body::ProposedPayee {
        payee: payee(&found.payee),
        proposed_by: found.by,
        proposed_at: found.at.0,
        confirmed_by: found.confirmed.map(|confirmed| confirmed.by),
        from: found.confirmed.map(|confirmed| confirmed.from.0),
    }
}

/// # Errors
/// All fields that are no amounts.
pub fn limits_in(form: &body::Limits) -> Result<Limits, Refusal> {
    let mut faults = Vec::new();
    let limits = Limits {
        sgd: amount_in(&mut faults, "/sgd", form.sgd.as_ref()),
        cny: amount_in(&mut faults, "/cny", form.cny.as_ref()),
        usd: amount_in(&mut faults, "/usd", form.usd.as_ref()),
    };
    if faults.is_empty() {
        Ok(limits)
    } else {
        Err(Refusal::Invalid(faults))
    }
}

/// # Errors
/// All fields that are not of their form; the market judges the rest.
pub fn payee_in(form: body::Payee) -> Result<Payee, Refusal> {
    let mut faults = Vec::new();
    let bic = read(&mut faults, "/bic", &form.bic);
    let account = read(&mut faults, "/account", &form.account);
    match (bic, account) {
        (Some(bic), Some(account)) => Ok(Payee {
            holder: form.holder,
            bank: form.bank,
            bic,
            account,
        }),
        _ => Err(Refusal::Invalid(faults)),
    }
}
