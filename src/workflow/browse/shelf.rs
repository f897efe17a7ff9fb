use std::sync::OnceLock;

use api_types::catalogue::{Front, List, Sample};
use search::ask::Found;

use super::facet::Tally;
use super::filter::{Filter, Scope, Sort};
use super::sort::natural;
use super::{Facets, PAGE_SIZE};
use crate::order;

/// The list of all products, prepared for questions.
#[derive(Debug)]
pub struct Shelf {
    pub list: List,
    /// Names and part numbers of each product as the text filter sees them.
    haystacks: Vec<String>,
    /// Index into `department_slugs` for each category.
    department_of: Vec<usize>,
    department_slugs: Vec<String>,
    supplier_codes: Vec<String>,
    /// Price at the MOQ in ten-thousandths of an SGD.
    price_sgd: Vec<i64>,
    /// Place of each product in the order by name; made when first asked for.
    by_name: OnceLock<Vec<u32>>,
}

/// One page of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Rows of the list on this page, in order.
    pub rows: Vec<usize>,
    /// How many products answer the question in all.
    pub total: usize,
    /// How many of them, the first ones, have every word that was searched for; the rest have some.
    pub whole: usize,
    pub facets: Facets,
    /// From 0; less than asked for where the list is shorter.
    pub page: usize,
    pub pages: usize,
}

/// One bit for each condition a product can fail.
mod fail {
    pub const DEPARTMENT: u32 = 1;
    pub const CATEGORY: u32 = 1 << 1;
    pub const SUPPLIER: u32 = 1 << 2;
    pub const ORIGIN: u32 = 1 << 3;
    pub const CERTIFICATE: u32 = 1 << 4;
    pub const STOCK: u32 = 1 << 5;
    pub const SAMPLE: u32 = 1 << 6;
    /// Conditions without choices to count.
    pub const OTHER: u32 = 1 << 7;
}

impl Shelf {
    /// `list` and `front` of the same publication.
    #[must_use]
    pub fn new(list: List, front: &Front) -> Self {
        let haystacks = (0..list.len())
            .map(|row| fold(&[&list.name_en[row], &list.name_zh[row], &list.sku[row]]))
            .collect();
        let department_of = list
            .categories
            .iter()
            .map(|slug| {
                let holds = |d: &api_types::catalogue::Department| {
                    d.categories.iter().any(|c| &c.slug == slug)
                };
                front.departments.iter().position(holds).unwrap_or(0)
            })
            .collect();
        let price_sgd = (0..list.len())
            .map(|row| {
                in_sgd(
                    list.price[row],
                    &list.currencies[list.currency[row] as usize],
                    front,
                )
            })
            .collect();
        Shelf {
            haystacks,
            department_of,
            department_slugs: front.departments.iter().map(|d| d.slug.clone()).collect(),
            supplier_codes: front.suppliers.iter().map(|s| s.code.clone()).collect(),
            price_sgd,
            by_name: OnceLock::new(),
            list,
        }
    }

    /// `found`: the engine's answer to the filter's text; without one, a product must have all of its words literally.
    /// `today`: days since 1970-01-01; a certificate counts through its last valid day.
    #[must_use]
    pub fn browse(
        &self,
        scope: &Scope,
        filter: &Filter,
        found: Option<&Found>,
        today: i32,
    ) -> Listing {
        let list = &self.list;
        let found = found.filter(|_| filter.searches());
        let words = match found {
            Some(_) => Vec::new(),
            None => words(&filter.text),
        };
        let chosen_rows: Option<Vec<usize>> = match scope {
            Scope::Chosen(ids) => Some(ids.iter().filter_map(|id| list.find(id)).collect()),
            _ => None,
        };
        let rows = self.candidates(found, chosen_rows.as_deref());
        let mut departments = Tally::new(self.department_slugs.len());
        let mut categories = Tally::new(list.categories.len());
        let mut suppliers = Tally::new(self.supplier_codes.len());
        let mut origins = Tally::new(list.origins.len());
        let mut certificates = Tally::new(list.certificate_kinds.len());
        let mut facets = Facets::default();
        let mut hits = Vec::new();
        let mut whole = 0;

        for (row, is_whole) in rows {
            if !self.in_scope(scope, row) {
                continue;
            }
            let failed = self.failed(filter, &words, row, today);
            let counts_for = |facet: u32| failed & !facet == 0;
            if counts_for(fail::DEPARTMENT) {
                departments.add(self.department_of[list.category[row] as usize]);
            }
            if counts_for(fail::CATEGORY) {
                categories.add(list.category[row] as usize);
            }
            if counts_for(fail::SUPPLIER) {
                suppliers.add(list.supplier[row] as usize);
            }
            if counts_for(fail::ORIGIN) {
                origins.add(list.origin[row] as usize);
            }
            if counts_for(fail::CERTIFICATE) {
                self.valid_certificates(row, today)
                    .for_each(|kind| certificates.add(kind));
            }
            if counts_for(fail::STOCK) && list.stock[row] > 0 {
                facets.in_stock += 1;
            }
            if counts_for(fail::SAMPLE) && list.sample[row] != Sample::None {
                facets.sample += 1;
            }
            if failed == 0 {
                hits.push(row);
                whole += usize::from(is_whole);
            }
        }
        let in_order = found.is_some() || chosen_rows.is_some();
        if !in_order || filter.sort != Sort::Relevance {
            // What has every word stays before what has some, whatever the order.
            let (first, rest) = hits.split_at_mut(whole);
            self.sort(first, filter.sort);
            self.sort(rest, filter.sort);
        }
        facets.departments = departments.finish(&self.department_slugs, &filter.departments);
        facets.categories = categories.finish(&list.categories, &filter.categories);
        facets.suppliers = suppliers.finish(&self.supplier_codes, &filter.suppliers);
        facets.origins = origins.finish(&list.origins, &filter.origins);
        facets.certificates = certificates.finish(&list.certificate_kinds, &filter.certificates);

        let total = hits.len();
        let pages = total.div_ceil(PAGE_SIZE).max(1);
        let page = filter.page.min(pages - 1);
        let rows = hits
            .into_iter()
            .skip(page * PAGE_SIZE)
            .take(PAGE_SIZE)
            .collect();
        Listing {
            rows,
            total,
            whole,
            facets,
            page,
            pages,
        }
    }

    /// Rows to look at, in the order they would be shown, and whether each has every word that was searched for.
    fn candidates(&self, found: Option<&Found>, chosen: Option<&[usize]>) -> Vec<(usize, bool)> {
        let Some(found) = found else {
            return match chosen {
                Some(chosen) => chosen.iter().map(|&row| (row, true)).collect(),
                None => (0..self.list.len()).map(|row| (row, true)).collect(),
            };
        };
        let hits = found.hits.iter().map(|hit| hit.row as usize);
        (0..)
            .zip(hits)
            .map(|(place, row)| (row, place < found.whole))
            // An index of another publication may tell of rows that this list does not have.
            .filter(|&(row, _)| row < self.list.len())
            .filter(|(row, _)| chosen.is_none_or(|chosen| chosen.contains(row)))
            .collect()
    }

    fn in_scope(&self, scope: &Scope, row: usize) -> bool {
        let category = &self.list.categories[self.list.category[row] as usize];
        match scope {
            Scope::All | Scope::Chosen(_) => true,
            Scope::Department(categories) => categories.contains(category),
            Scope::Category(slug) => slug == category,
            Scope::Supplier(code) => code == &self.supplier_codes[self.list.supplier[row] as usize],
        }
    }

    fn failed(&self, filter: &Filter, words: &[String], row: usize, today: i32) -> u32 {
        let list = &self.list;
        let category = list.category[row] as usize;
        let among =
            |choices: &[String], value: &String| choices.is_empty() || choices.contains(value);
        let checks = [
            (
                fail::DEPARTMENT,
                among(
                    &filter.departments,
                    &self.department_slugs[self.department_of[category]],
                ),
            ),
            (
                fail::CATEGORY,
                among(&filter.categories, &list.categories[category]),
            ),
            (
                fail::SUPPLIER,
                among(
                    &filter.suppliers,
                    &self.supplier_codes[list.supplier[row] as usize],
                ),
            ),
            (
                fail::ORIGIN,
                among(&filter.origins, &list.origins[list.origin[row] as usize]),
            ),
            (fail::CERTIFICATE, self.certified(filter, row, today)),
            (fail::STOCK, !filter.in_stock || list.stock[row] > 0),
            (
                fail::SAMPLE,
                !filter.sample || list.sample[row] != Sample::None,
            ),
            (fail::OTHER, self.within_limits(filter, row)),
            (
                fail::OTHER,
                words
                    .iter()
                    .all(|word| self.haystacks[row].contains(word.as_str())),
            ),
        ];
        checks
            .iter()
            .filter(|(_, passed)| !passed)
            .fold(0, |failed, (bit, _)| failed | bit)
    }

    fn within_limits(&self, filter: &Filter, row: usize) -> bool {
        let at_most = |limit: Option<u32>, value: u32| limit.is_none_or(|limit| value <= limit);
        at_most(filter.moq_at_most, self.list.moq[row])
            && at_most(
                filter.lead_time_at_most,
                u32::from(self.list.lead_time_days[row]),
            )
            && filter
                .price_at_most
                .is_none_or(|cents| self.price_sgd[row] <= i64::from(cents) * 100)
    }

    fn certified(&self, filter: &Filter, row: usize, today: i32) -> bool {
        filter.certificates.is_empty()
            || self.valid_certificates(row, today).any(|kind| {
                filter
                    .certificates
                    .contains(&self.list.certificate_kinds[kind])
            })
    }

    /// Kinds, each once.
    fn valid_certificates(&self, row: usize, today: i32) -> impl Iterator<Item = usize> {
        let all = &self.list.certificates[row];
        all.iter()
            .enumerate()
            .filter_map(move |(at, &(kind, until))| {
                let first = !all[..at]
                    .iter()
                    .any(|&(other, until)| other == kind && today <= until);
                (today <= until && first).then_some(kind as usize)
            })
    }

    fn sort(&self, rows: &mut [usize], sort: Sort) {
        let list = &self.list;
        let name = self.by_name.get_or_init(|| self.places_by_name());
        order::by_number(rows, &|row| i64::from(name[row]));
        match sort {
            Sort::Relevance | Sort::Name => {}
            Sort::Price => order::by_number(rows, &|row| self.price_sgd[row]),
            Sort::PriceDown => order::by_number(rows, &|row| -self.price_sgd[row]),
            Sort::LeadTime => order::by_number(rows, &|row| i64::from(list.lead_time_days[row])),
            Sort::Moq => order::by_number(rows, &|row| i64::from(list.moq[row])),
            Sort::Newest => order::by_number(rows, &|row| -i64::from(list.listed_on[row])),
        }
    }

    fn places_by_name(&self) -> Vec<u32> {
        let mut rows: Vec<usize> = (0..self.list.len()).collect();
        order::sort(&mut rows, &|a, b| {
            natural(&self.list.name_en[a], &self.list.name_en[b])
        });
        let mut places = vec![0; rows.len()];
        for (place, row) in (0..).zip(rows) {
            places[row] = place;
        }
        places
    }
}

/// Ten-thousandths of an SGD, at the front's rate.
fn in_sgd(price: i64, currency: &str, front: &Front) -> i64 {
    const MILLION: i64 = 1_000_000;
    match currency {
        "CNY" => price.saturating_mul(MILLION) / front.rate.cny_per_sgd_millionths.max(1),
        "USD" => price.saturating_mul(front.rate.sgd_per_usd_millionths) / MILLION,
        _ => price,
    }
}

/// Lower case, `×` and `*` between sizes as `x` without spaces: `M8 × 40` is found by `m8x40`.
fn fold(parts: &[&str]) -> String {
    let mut folded = String::new();
    for part in parts {
        for letter in part.chars() {
            match letter {
                '×' | '*' => {
                    folded.truncate(folded.trim_end().len());
                    folded.push('x');
                }
                ' ' if folded.ends_with('x') && part.contains(" × ") => {}
                _ => folded.extend(letter.to_lowercase()),
            }
        }
        folded.push('\n');
    }
    folded
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| fold(&[word]).trim_end().to_owned())
        .collect()
}
