//! Coming in: the form of signing in, and the fields of a new account.

use api_types::account::{Me, SignIn, SignUp};
use api_types::address::Language;
use api_types::problem::{Code, FieldCode};
use browser::api::{self, Refused};
use browser::demo;
use leptos::prelude::*;
use market::{Email, PasswordFault, check_password};
use markup::view;

use crate::components::live;
use crate::demonstration::choose;
use crate::form::{Field, Form, Kind, Note};
use crate::locales::words;
use crate::session::use_session;

/// Address and password, and the code once the hub asks for it. Whoever is signed in then gets the page they came for.
pub fn sign_in_form(language: Language) -> AnyView {
    if demo::is_here() {
        return choose(language, None);
    }
    let words = &words(language).entry;
    let session = use_session();
    let form = Form::new(language);
    let [email, password, code] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let wants_code = RwSignal::new(false);
    let submit = move || {
        let mut faults = Vec::new();
        for (pointer, value) in [("/email", email), ("/password", password)] {
            if value.with_untracked(|value| value.trim().is_empty()) {
                faults.push((pointer, FieldCode::Missing));
            }
        }
        if wants_code.get_untracked() && code.with_untracked(|code| code.trim().is_empty()) {
            faults.push(("/code", FieldCode::Missing));
        }
        if form.has_faults(faults) {
            return;
        }
        let typed = code.get_untracked().trim().to_owned();
        let asked = SignIn {
            email: email.get_untracked().trim().to_owned(),
            password: password.get_untracked(),
            code: Some(typed).filter(|code| !code.is_empty()),
        };
        form.run(async move {
            let answer = api::sign_in(&asked).await;
            if let Err(refused) = &answer
                && refused.code() == Some(Code::SecondFactorRequired)
            {
                wants_code.set(true);
            }
            session.entered(answer?);
            Ok(())
        });
    };
    let field = move |id, pointer, label, hint, kind, value| {
        Field {
            form,
            id,
            pointer,
            label,
            hint,
            kind,
            value,
            note: None,
        }
        .view()
    };
    let code_field = move || {
        wants_code.get().then(|| {
            field(
                "code",
                "/code",
                words.code,
                words.code_hint,
                Kind::Code,
                code,
            )
        })
    };
    let fields = view! {
        {field("email", "/email", words.email, "", Kind::Email, email)}
        {field("password", "/password", words.password, "", Kind::Password, password)}
        {live(code_field)}
        <p class="actions">{form.button(words.sign_in)}</p>
    };
    form.view("stack", submit, fields)
}

/// Who makes an account.
#[derive(Clone, Copy)]
pub struct Newcomer {
    name: RwSignal<String>,
    email: RwSignal<String>,
    password: RwSignal<String>,
}

impl Newcomer {
    pub fn new() -> Self {
        let [name, email, password] = std::array::from_fn(|_| RwSignal::new(String::new()));
        Self {
            name,
            email,
            password,
        }
    }

    pub fn fields(self, language: Language, form: Form) -> AnyView {
        let words = &words(language).entry;
        let field = move |id, pointer, label, hint, kind, value, note| {
            Field {
                form,
                id,
                pointer,
                label,
                hint,
                kind,
                value,
                note,
            }
            .view()
        };
        view! {
            {field("name", "/name", words.name, words.name_hint, Kind::Text("name"), self.name, None)}
            {field("email", "/email", words.email, words.email_hint, Kind::Email, self.email, None)}
            {field("password", "/password", words.password, words.password_hint, Kind::NewPassword, self.password, Some(self.strength(language)))}
        }
    }

    fn strength(self, language: Language) -> Note {
        Box::new(move || {
            let password = self.password.get();
            let fault = self.password_fault();
            password_note(language, &password, fault)
        })
    }

    fn password_fault(self) -> Result<(), PasswordFault> {
        // While the address is none yet, the password is measured against none.
        let nobody = || "-@-.-".parse();
        let email: Result<Email, _> = self
            .email
            .with(|email| email.trim().parse())
            .or_else(|_| nobody());
        let Ok(email) = email else {
            return length_fault(&self.password.get());
        };
        check_password(&self.password.get(), &email, self.name.get().trim())
    }

    /// What is wrong before anything is sent.
    pub fn faults(self) -> Vec<(&'static str, FieldCode)> {
        let mut faults = Vec::new();
        if self.name.with_untracked(|name| name.trim().is_empty()) {
            faults.push(("/name", FieldCode::Missing));
        }
        if self
            .email
            .with_untracked(|email| email.trim().parse::<Email>().is_err())
        {
            faults.push(("/email", FieldCode::Form));
        }
        if let Err(fault) = untrack(|| self.password_fault()) {
            faults.push(("/password", fault_code(fault)));
        }
        faults
    }

    /// Makes the account and comes in. The hub does not say whether an address has an account: that signing in then fails
    /// does.
    pub async fn enter(self) -> Result<Me, Refused> {
        let form = SignUp {
            email: self.email.get_untracked().trim().to_owned(),
            name: self.name.get_untracked().trim().to_owned(),
            password: self.password.get_untracked(),
        };
        api::sign_up(&form).await?;
        let SignUp {
            email, password, ..
        } = form;
        api::sign_in(&SignIn {
            email,
            password,
            code: None,
        })
        .await
    }
}

/// Whether an address that was to be new has an account.
pub fn is_known(refused: &Refused) -> bool {
    matches!(
        refused.code(),
        Some(Code::SignInFailed | Code::SecondFactorRequired)
    )
}

pub fn fault_code(fault: PasswordFault) -> FieldCode {
    match fault {
        PasswordFault::TooShort => FieldCode::TooShort,
        PasswordFault::TooLong => FieldCode::TooLong,
        PasswordFault::Guessable => FieldCode::Guessable,
    }
}

fn length_fault(password: &str) -> Result<(), PasswordFault> {
    match password.chars().count() {
        0..12 => Err(PasswordFault::TooShort),
        12..=128 => Ok(()),
        _ => Err(PasswordFault::TooLong),
    }
}

/// What is said of a password while it is typed.
pub fn password_note(
    language: Language,
    password: &str,
    fault: Result<(), PasswordFault>,
) -> Option<(&'static str, String)> {
    const LENGTH: usize = 12;
    let have = password.chars().count();
    let all = words(language);
    if have == 0 {
        return None;
    }
    Some(match fault {
        Ok(()) => ("good", all.entry.password_good.to_owned()),
        Err(PasswordFault::TooShort) => {
            let more = u32::try_from(LENGTH.saturating_sub(have)).unwrap_or(0);
            ("", (all.entry.password_more)(more))
        }
        Err(PasswordFault::TooLong) => ("bad", all.fault.too_long.to_owned()),
        Err(PasswordFault::Guessable) => ("bad", all.fault.password_guessable.to_owned()),
    })
}
