//! Elements of one type.
//!
//! Leptos makes its machinery anew for every combination of tag, attributes and children. Made of these, all elements of
//! the app share one; `markup::view!` writes them down.

use leptos::ev::{Custom, Event};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::wasm_bindgen::JsValue;

use super::live;

/// An element on its way.
pub struct Element {
    tag: &'static str,
    class: String,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// A tag in capitals, as browsers tell it back, lets the element stay in the page when what is around it is built anew.
/// `class` may be empty.
pub fn element(tag: &'static str, class: &'static str) -> Element {
    Element {
        tag,
        class: class.to_owned(),
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Nodes beside each other.
pub fn group() -> Element {
    element("", "")
}

/// The value of an attribute.
pub trait Value {
    fn set(self, element: Element, name: &'static str) -> Element;
}

impl Element {
    /// Where there is no value, there is no attribute.
    pub fn with(self, name: &'static str, value: impl Value) -> Self {
        value.set(self, name)
    }

    /// Gives it one more class.
    #[inline(never)]
    pub fn scoped(mut self, class: &str) -> Self {
        if !self.class.is_empty() {
            self.class.push(' ');
        }
        self.class.push_str(class);
        self
    }

    #[inline(never)]
    pub fn property(mut self, name: &'static str, value: impl Property) -> Self {
        let value = value.live();
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// `event`: its name in the browser, such as `input`.
    #[inline(never)]
    pub fn on(mut self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        let listener = on(Custom::<Event>::new(event), act);
        self.attributes.push(listener.into_any_attr());
        self
    }

    pub fn child(self, child: impl Child) -> Self {
        self.push(child.node())
    }

    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.push(text.to_owned().into_any())
    }

    #[inline(never)]
    pub fn holds(mut self, children: Vec<AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    #[inline(never)]
    pub fn view(mut self) -> AnyView {
        if !self.class.is_empty() {
            let class = custom_attribute("class", std::mem::take(&mut self.class));
            self.attributes.push(class.into_any_attr());
        }
        custom(self.tag)
            .add_any_attr(self.attributes)
            .child(self.children)
            .into_any()
    }

    #[inline(never)]
    pub fn views(self) -> AnyView {
        self.children.into_any()
    }

    #[inline(never)]
    fn push(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    #[inline(never)]
    fn put(mut self, name: &'static str, value: Option<String>) -> Self {
        if name == "class" {
            return self.scoped(&value.unwrap_or_default());
        }
        let attribute = custom_attribute(name, value);
        self.attributes.push(attribute.into_any_attr());
        self
    }

    #[inline(never)]
    fn follow(mut self, name: &'static str, value: Live<Option<String>>) -> Self {
        let attribute = custom_attribute(name, value);
        self.attributes.push(attribute.into_any_attr());
        self
    }
}

type Live<T> = Box<dyn Fn() -> T + Send>;

impl Value for &str {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.put(name, Some(self.to_owned()))
    }
}

impl Value for &String {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.put(name, Some(self.clone()))
    }
}

impl Value for String {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.put(name, Some(self))
    }
}

impl Value for Option<String> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.put(name, self)
    }
}

impl Value for Option<&'static str> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.put(name, self.map(str::to_owned))
    }
}

impl Value for Live<Option<String>> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.follow(name, self)
    }
}

impl Value for Live<String> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.follow(name, live(move || Some(self())))
    }
}

impl Value for Live<&'static str> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.follow(name, live(move || Some(self().to_owned())))
    }
}

impl Value for Live<Option<&'static str>> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.follow(name, live(move || self().map(str::to_owned)))
    }
}

impl Value for Live<bool> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.follow(name, live(move || self().then(String::new)))
    }
}

/// What an element may hold. All of it becomes one of a few types, for each of which Leptos makes its machinery.
pub trait Child {
    fn node(self) -> AnyView;
}

impl Child for AnyView {
    fn node(self) -> AnyView {
        self
    }
}

impl Child for String {
    fn node(self) -> AnyView {
        self.into_any()
    }
}

impl Child for &'static str {
    fn node(self) -> AnyView {
        self.to_owned().into_any()
    }
}

impl<C: Child> Child for Option<C> {
    fn node(self) -> AnyView {
        self.map_or_else(|| ().into_any(), Child::node)
    }
}

impl Child for Vec<AnyView> {
    fn node(self) -> AnyView {
        self.into_any()
    }
}

impl<C: Child + 'static> Child for Live<C> {
    fn node(self) -> AnyView {
        let node: Live<AnyView> = Box::new(move || self().node());
        node.into_any()
    }
}

/// The value of a property.
pub trait Property {
    fn live(self) -> Live<JsValue>;
}

impl Property for bool {
    fn live(self) -> Live<JsValue> {
        live(move || JsValue::from_bool(self))
    }
}

impl Property for Live<bool> {
    fn live(self) -> Live<JsValue> {
        live(move || JsValue::from_bool(self()))
    }
}

impl Property for Live<String> {
    fn live(self) -> Live<JsValue> {
        live(move || JsValue::from_str(&self()))
    }
}
