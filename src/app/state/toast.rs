use std::time::Duration;

use leptos::prelude::*;

/// One short message at a time, read out by screen readers, gone by itself.
#[derive(Clone, Copy)]
pub struct Toast {
    message: RwSignal<&'static str>,
}

impl Toast {
    pub fn show(self, message: &'static str) {
        const LONG_ENOUGH_TO_READ: Duration = Duration::from_secs(4);
        self.message.set(message);
        set_timeout(
            move || {
                if self.message.get_untracked() == message {
                    self.message.set("");
                }
            },
            LONG_ENOUGH_TO_READ,
        );
    }

    pub fn get(self) -> &'static str {
        self.message.get()
    }
}

pub fn provide_toast() {
    provide_context(Toast {
        message: RwSignal::new(""),
    });
}

pub fn use_toast() -> Toast {
    expect_context()
}
