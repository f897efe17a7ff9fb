use leptos::html;
use leptos::prelude::*;

use super::{clicked, live};

/// A dialog over the page: at the bottom on a phone, in the middle on a desktop. The browser keeps the keyboard inside and
/// closes it on Escape.
#[derive(Clone, Copy)]
pub struct Sheet {
    dialog: NodeRef<html::Dialog>,
    /// What is in it is built when it opens for the first time.
    opened: RwSignal<bool>,
}

impl Default for Sheet {
    fn default() -> Self {
        Self::new()
    }
}

impl Sheet {
    pub fn new() -> Self {
        Sheet {
            dialog: NodeRef::new(),
            opened: RwSignal::new(false),
        }
    }

    pub fn open(self) {
        self.opened.set(true);
        if let Some(dialog) = self.dialog.get_untracked() {
            // Refused where it is open already.
            let _ = dialog.show_modal();
        }
    }

    pub fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    pub fn view(
        self,
        class: &'static str,
        title: &'static str,
        close: &'static str,
        content: impl Fn() -> AnyView + Send + 'static,
    ) -> AnyView {
        // A click on the dialog itself, not on what is in it, is a click outside.
        let outside: Box<dyn FnMut(leptos::ev::MouseEvent)> = Box::new(move |event| {
            let dialog = self
                .dialog
                .get_untracked()
                .map(leptos::wasm_bindgen::JsValue::from);
            if event.target().map(leptos::wasm_bindgen::JsValue::from) == dialog {
                self.close();
            }
        });
        let content = move || {
            if self.opened.get() {
                content()
            } else {
                ().into_any()
            }
        };
        let body = markup::view! {
            <div class="sheet-body">
                <header>
                    <h2>{title}</h2>
                    <button class="icon-button" type="button" aria-label=close on:click=clicked(move || self.close())>
                        {super::icon("x")}
                    </button>
                </header>
                {live(content)}
            </div>
        };
        // Leptos' own, since a reference knows the element's type.
        view! {
            <dialog class=format!("sheet {class}") node_ref=self.dialog aria-label=title on:click=outside>
                {body}
            </dialog>
        }
        .into_any()
    }
}
