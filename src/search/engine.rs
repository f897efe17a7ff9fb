//! Bytes are added as they arrive; questions are answered at any time with what is there.

use crate::{
    ask::{Answer, Ask, Found, Line, Matched, Need, Other, OtherAnswer, Packed, Part, Request},
    found::{LITTLE, found},
    lexicon::Lexicon,
    lines,
    matching::{self, Known, Open, offers::Offers},
    query::{Query, understand},
    rank::{Features, Ranker, Weights},
    segment::{Index, Segment},
    suggest::{categories, suggest},
};

/// Rows that are looked at for a sourcing request: its facts may move a product a long way.
const FOR_MATCHING: usize = 1000;

/// The engine of one catalogue.
#[derive(Default)]
pub struct Engine {
    index: Index,
    lexicon: Option<Lexicon>,
    offers: Option<Offers>,
    ranker: Ranker,
}

impl Engine {
    /// With other weights than the shipped ones, for training.
    pub fn with(weights: Weights) -> Engine {
        Engine {
            ranker: Ranker::with(weights),
            ..Engine::default()
        }
    }

    /// Takes in the bytes of a part.
    // By itself, as is `answer`: a browser compiles a function when it is first called, and whoever only opens parts
    // should not wait for the code that answers.
    #[inline(never)]
    pub fn add(&mut self, name: String, part: Part, bytes: Vec<u8>) -> Answer {
        let refused = match part {
            Part::Segment => Segment::open(bytes)
                .map(|segment| self.index.push(segment))
                .err()
                .map(|e| e.to_string()),
            Part::Lexicon => Lexicon::open(bytes)
                .map(|lexicon| self.lexicon = Some(lexicon))
                .err()
                .map(|e| e.to_string()),
            Part::Offers => Offers::open(bytes)
                .map(|offers| self.offers = Some(offers))
                .err()
                .map(|e| e.to_string()),
        };
        match refused {
            None => Answer::Added { name },
            Some(reason) => Answer::Refused { name, reason },
        }
    }

    /// Answers a question. [`Ask::Add`] comes with bytes, for which there is [`Engine::add`].
    #[inline(never)]
    pub fn answer(&mut self, ask: &Ask) -> Answer {
        match ask {
            Ask::Add { name, .. } => Answer::Refused {
                name: name.clone(),
                reason: "came without its bytes".to_owned(),
            },
            Ask::Search {
                version,
                text,
                limit,
            } => Answer::Found {
                version: *version,
                found: self.search(text, *limit as usize),
            },
            Ask::Suggest {
                version,
                text,
                limit,
            } => {
                let suggestions = suggest(
                    text,
                    &self.index,
                    self.lexicon.as_ref(),
                    &mut self.ranker,
                    *limit as usize,
                );
                Answer::Suggested {
                    version: *version,
                    suggestions,
                }
            }
            Ask::Match {
                version,
                need,
                today,
                limit,
            } => Answer::Matched {
                version: *version,
                matched: self.match_need(need, *today, *limit as usize),
            },
            Ask::Understand {
                version,
                text,
                today,
                rates,
            } => {
                let kinds: Vec<&str> = self.offers.iter().flat_map(Offers::kinds).collect();
                let known = Known {
                    today: *today,
                    rates: *rates,
                    kinds: &kinds,
                };
                Answer::Understood {
                    version: *version,
                    understood: matching::understand(text, known),
                }
            }
            Ask::Other { version, other } => Answer::Other {
                version: *version,
                answer: Packed::new(&self.other(other.read())),
            },
        }
    }

    /// What the trained model sees of the documents found for a text: row, points for words, features.
    pub fn examples(&mut self, text: &str, depth: usize) -> Vec<(u32, i32, Features)> {
        let query = self.query(text);
        self.ranker.examples(&query, &self.index, depth)
    }

    fn query(&self, text: &str) -> Query {
        query(text, &self.index, self.lexicon.as_ref())
    }

    fn other(&mut self, other: Option<Other>) -> OtherAnswer {
        match other {
            Some(Other::Lines(lines)) => OtherAnswer::Lined(self.lines(&lines)),
            Some(Other::Requests {
                supplier,
                open,
                today,
                limit,
            }) => OtherAnswer::Requested(self.requests(supplier, &open, today, limit as usize)),
            None => OtherAnswer::Unread,
        }
    }

    #[inline(never)]
    fn lines(&mut self, lines: &[Vec<String>]) -> Vec<Line> {
        let (index, lexicon, ranker) = (&self.index, self.lexicon.as_ref(), &mut self.ranker);
        lines::matched(lines, index, &mut |what| {
            let query = query(what, index, lexicon);
            let ranked = ranker.rank(&query, index, lines::DEPTH);
            (query.words.len(), ranked)
        })
    }

    /// Answers a search only: whoever asks nothing else carries nothing else.
    pub fn search(&mut self, text: &str, limit: usize) -> Found {
        let query = self.query(text);
        let ranked = self.ranker.rank(&query, &self.index, limit);
        let whole = ranked.iter().take_while(|ranked| ranked.is_whole).count();
        let categories = if whole < LITTLE {
            categories(&query, &self.index, &mut self.ranker)
        } else {
            Vec::new()
        };
        found(query, ranked, limit, categories)
    }

    /// Rows with the words of a need and their scores.
    #[inline(never)]
    fn relevance(&mut self, need: &Need) -> (Query, Vec<(u32, i32)>) {
        let query = self.query(&need.text);
        let ranked = self.ranker.rank(&query, &self.index, FOR_MATCHING);
        (
            query,
            ranked
                .into_iter()
                .map(|ranked| (ranked.row, ranked.score))
                .collect(),
        )
    }

    fn match_need(&mut self, need: &Need, today: i32, limit: usize) -> Matched {
        let (query, relevance) = self.relevance(need);
        let Some(offers) = &self.offers else {
            return Matched::default();
        };
        let matched = matching::rank(need, relevance.into_iter(), offers, today, limit);
        Matched {
            words: query.words,
            ..matched
        }
    }

    #[inline(never)]
    fn requests(
        &mut self,
        supplier: u16,
        open: &[(String, Need)],
        today: i32,
        limit: usize,
    ) -> Vec<Request> {
        let open: Vec<Open> = open
            .iter()
            .map(|(id, need)| Open {
                id,
                need,
                relevance: self.relevance(need).1,
            })
            .collect();
        match &self.offers {
            Some(offers) => matching::requests(supplier, open.into_iter(), offers, today, limit),
            None => Vec::new(),
        }
    }
}

/// Called from several places: once in the module.
#[inline(never)]
fn query(text: &str, index: &Index, lexicon: Option<&Lexicon>) -> Query {
    understand(text, index, lexicon, false)
}

#[cfg(test)]
mod tests;
