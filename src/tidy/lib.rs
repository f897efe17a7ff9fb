//! The house checks itself: arrows, file length, calls, hosts, words, weight. Tests only.
//!
//! In: the project's own files. Out: a list of `file:line: what is wrong, and what to do`, or nothing.
//! Each rule is one file; start with [`arrows`](arrows.rs), the one that carries the architecture.
//!
//! This room changes no file, knows no rule of the trade, and is part of nothing that runs.

#[cfg(test)]
mod arrows;
#[cfg(test)]
mod calls;
#[cfg(test)]
mod files;
#[cfg(test)]
mod hosts;
#[cfg(test)]
mod length;
#[cfg(test)]
mod locales;
#[cfg(test)]
mod markup;
#[cfg(test)]
mod top_level;
#[cfg(test)]
mod weight;
#[cfg(test)]
mod words;
