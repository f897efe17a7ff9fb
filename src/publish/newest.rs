use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::goods::{Goods, Item};

/// What home shows as new: at most `most`, newest first, taken from the departments in turn, and from as many categories
/// as there are, since one supplier may list a hundred bolts in a day.
pub fn newest<'a>(goods: &Goods, items: &[Item<'a>], most: usize) -> Vec<Item<'a>> {
    let mut queues: Vec<Vec<Item>> = goods
        .dictionary
        .departments()
        .iter()
        .map(|department| {
            let mut queue: Vec<Item> = items
                .iter()
                .filter(|item| goods.category(item).department == department.slug)
                .copied()
                .collect();
            queue.sort_by_key(|item| (Reverse(item.product.listed_on), item.id));
            queue
        })
        .filter(|queue| !queue.is_empty())
        .collect();

    let mut chosen: Vec<Item> = Vec::new();
    let mut categories = BTreeSet::new();
    while chosen.len() < most && !queues.is_empty() {
        // The department whose next product is newest goes first, so that the last round is cut fairly.
        queues.sort_by_key(|queue| Reverse(queue[0].product.listed_on));
        for queue in &mut queues {
            let fresh = queue
                .iter()
                .position(|item| !categories.contains(&item.category));
            let item = queue.remove(fresh.unwrap_or(0));
            categories.insert(item.category);
            if chosen.len() < most {
                chosen.push(item);
            }
        }
        queues.retain(|queue| !queue.is_empty());
    }
    chosen.sort_by_key(|item| (Reverse(item.product.listed_on), item.id));
    chosen
}
