//! `view!` as Leptos has it, into elements of one type.
//!
//! Leptos' own makes code anew for every combination of tag, attributes and children, and Leptos' machinery anew for each
//! of those types. This one turns the same text into calls of `app::components::element`, of which there is one.
//! What must have a type of its own (SVG, components) is left to Leptos' macro.
//!
//! This room is run by the compiler: none of it is in the page.

use proc_macro::TokenStream;
use proc_macro2::{TokenStream as Tokens, TokenTree};
use quote::quote;
use rstml::node::{Node, NodeAttribute, NodeBlock, NodeElement};
use syn::{Expr, ExprLit, Lit, Stmt};

/// Markup into an `AnyView`. `class = name,` before it gives every element the class that `stylers` made.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    let (scope, body) = split_scope(input.into());
    match rstml::parse2(body) {
        Ok(nodes) => several(&nodes, scope.as_ref()).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// Cuts `class = name,` off the front.
fn split_scope(input: Tokens) -> (Option<TokenTree>, Tokens) {
    let tokens: Vec<TokenTree> = input.into_iter().collect();
    if let [
        TokenTree::Ident(class),
        TokenTree::Punct(is),
        name,
        TokenTree::Punct(comma),
        rest @ ..,
    ] = tokens.as_slice()
        && class == "class"
        && is.as_char() == '='
        && comma.as_char() == ','
    {
        return (Some(name.clone()), rest.iter().cloned().collect());
    }
    (None, tokens.into_iter().collect())
}

fn several(nodes: &[Node], scope: Option<&TokenTree>) -> Tokens {
    match nodes {
        [Node::Element(element)] => self::element(element, scope),
        nodes => {
            let nodes = nodes.iter().map(|node| child(node, scope));
            quote! { crate::components::group() #(#nodes)* .views() }
        }
    }
}

/// A node as a call on what it is in.
fn child(node: &Node, scope: Option<&TokenTree>) -> Tokens {
    match node {
        Node::Element(element) => {
            let element = self::element(element, scope);
            quote! { .child(#element) }
        }
        Node::Text(text) => {
            let text = &text.value;
            quote! { .text(#text) }
        }
        // Comments are for those who read the source.
        Node::Comment(_) => Tokens::new(),
        Node::Block(NodeBlock::ValidBlock(block)) => match block.stmts.as_slice() {
            [Stmt::Expr(value, None)] => quote! { .child(#value) },
            _ => quote! { .child(#block) },
        },
        other => quote! { .child(#other) },
    }
}

fn element(element: &NodeElement<rstml::Infallible>, scope: Option<&TokenTree>) -> Tokens {
    let tag = element.name().to_string();
    if tag == "svg" || tag.starts_with(|first: char| first.is_uppercase()) {
        return quote! {
            ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { #element })
        };
    }
    let mut class = quote! { "" };
    let mut calls = Tokens::new();
    if let Some(scope) = scope {
        calls.extend(quote! { .scoped(#scope) });
    }
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            let message = "only attributes with a name are understood here";
            return syn::Error::new_spanned(attribute, message).to_compile_error();
        };
        let name = attribute.key.to_string();
        let value = attribute.value();
        match (name.as_str(), value) {
            (
                "class",
                Some(Expr::Lit(ExprLit {
                    lit: Lit::Str(known),
                    ..
                })),
            ) => class = quote! { #known },
            (name, None) => calls.extend(quote! { .with(#name, "") }),
            (name, Some(value)) => calls.extend(match name.split_once(':') {
                Some(("on", event)) => quote! { .on(#event, #value) },
                Some(("prop", property)) => quote! { .property(#property, #value) },
                _ => quote! { .with(#name, #value) },
            }),
        }
    }
    // As the browser tells it back: then an element can stay when what is around it is built anew.
    let tag = tag.to_ascii_uppercase();
    let children = element.children.iter().map(|node| child(node, scope));
    quote! { crate::components::element(#tag, #class) #calls #(#children)* .view() }
}
