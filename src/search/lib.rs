//! Catalogue bytes in, ranked and explained hits out.
//!
//! Start with `engine::Engine`: bytes are added as they arrive, and it answers an [`ask::Ask`] at any time with what
//! it has so far. What it is made of, in the order data goes through it: `text` (one analysis for documents and
//! queries), `segment` (the immutable index), `lexicon` (words across languages), `query` and `rank` (from words to an
//! order with its arithmetic), `matching` (which products and suppliers suit a sourcing request), `lines` (which products a
//! pasted list means).
//!
//! This room never knows the network, the page, JSON, the clock or chance: bytes and days are arguments.

pub mod ask;
pub mod document;
pub mod engine;
mod found;
pub mod lexicon;
pub mod lines;
pub mod matching;
mod order;
mod other;
mod packed;
pub mod query;
pub mod rank;
pub mod segment;
pub mod sharded;
mod suggest;
pub mod text;
pub mod understood;
