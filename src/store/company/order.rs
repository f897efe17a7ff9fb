use market::{Command, Order, Refusal, decide};

use super::{Receipt, apply, deal, present};
use crate::{
    StoreError,
    writer::{Answered, Batch, Deed, Task},
};

/// An order on its way through the writer.
pub(super) struct CarryOut(pub(super) Order);

impl Task for CarryOut {
    type Answer = Result<Receipt, Refusal>;

    // By its key.
    const IS_REPEATABLE: bool = true;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<Self::Answer, StoreError> {
        let order = &self.0;
        // Somebody who sends again before the first answer came may stand in the same batch.
        if let Some(answered) = batch.answered(order.company, order.by, &order.key) {
            return Ok(replay(
                order,
                answered.digest,
                answered.id,
                answered.version,
            ));
        }
        // Of two companies the same one first, from whichever side an order comes: or two hubs would wait for each other.
        for party in deal::parties(batch, order).await? {
            batch.head(party).await?;
        }
        // Nobody else changes anything of the company from here to the commit.
        batch.head(order.company).await?;
        let found = present::load(batch, order).await?;
        if let Some((digest, id, version)) = found.answered {
            return Ok(replay(order, digest, id, version));
        }
        let decision = match decide(order, &found.present) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Err(refusal)),
        };
        for write in &decision.writes {
            apply::write(batch, order, write).await?;
        }
        for notice in &decision.notices {
            batch.tell(order.company, *notice, order.at.0).await?;
        }
        let first = decision
            .notices
            .first()
            .expect("every decision tells of what it was about");
        let deed = Deed {
            at: order.at.0,
            actor: order.by,
            action: order.command.name(),
            noun: first.noun,
            object: first.id,
            digest: order.digest,
        };
        batch.record(order.company, deed).await?;
        batch.answer(Answered {
            company: order.company,
            account: order.by,
            key: order.key.clone(),
            digest: order.digest,
            id: first.id,
            version: first.version,
        });
        Ok(Ok(Receipt {
            id: first.id,
            version: first.version,
            is_replayed: false,
        }))
    }
}

/// The same key is the same deed; with another body it is a mistake of the client's.
fn replay(
    order: &Order,
    digest: [u8; 32],
    id: domain::Id,
    version: u64,
) -> Result<Receipt, Refusal> {
    if digest == order.digest {
        Ok(Receipt {
            id,
            version,
            is_replayed: true,
        })
    } else {
        Err(Refusal::KeyReused)
    }
}

/// Whether the order makes a new draft, of which a company may have so many.
pub(super) fn adds_draft(command: &Command) -> bool {
    matches!(command, Command::PutDraft { known: None, .. })
}
