//! The hook for mail: what companies are told is a queue, and whoever carries it further takes it from there.
//!
//! Nothing is sent anywhere by this program. A [`Courier`] that does (mail, WeChat Work, a web hook) is given to
//! [`Companies::carry`], again and again, by whoever runs it.

use std::future::Future;

use domain::Id;
use market::Letter;

use super::read;
use crate::{
    StoreError,
    company::{Companies, values},
    sql::sql,
    writer::{Batch, Task},
};

/// Carries what a company was told to where its people read when they are not here.
pub trait Courier {
    /// Whether it has arrived, or never can: what is refused is offered again later. The same letter may come twice, if
    /// the hub was stopped between its arrival and the note of it; its company and number tell.
    fn carry(&self, company: Id, number: u64, letter: &Letter)
    -> impl Future<Output = bool> + Send;
}

/// What became of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    pub arrived: u32,
    pub refused: u32,
}

type Row = (Vec<u8>, i64, String, String, Vec<u8>, i64);

struct Arrived(Vec<(Id, u64)>);

impl Task for Arrived {
    type Answer = ();

    const IS_REPEATABLE: bool = true;

    async fn run(&self, batch: &mut Batch<'_>) -> Result<(), StoreError> {
        for (company, number) in &self.0 {
            sql("UPDATE notices SET is_carried = 1 WHERE company = $1 AND number = $2")
                .bind(&company.as_bytes()[..])
                .bind(number.cast_signed())
                .execute(batch.connection)
                .await?;
        }
        Ok(())
    }
}

impl Companies<'_> {
    /// Offers the oldest letters that nobody has carried yet, so many at most, and notes those that have arrived.
    ///
    /// # Errors
    /// The database cannot be read or written; what has arrived may then be offered again.
    pub async fn carry(&self, courier: &impl Courier, most: u32) -> Result<Carried, StoreError> {
        let rows: Vec<Row> = sql(
            "SELECT company, number, kind, noun, id, at FROM notices WHERE is_carried = 0
             ORDER BY at, company, number LIMIT $1",
        )
        .bind(i64::from(most))
        .all(&self.store.readers)
        .await?;
        let (mut carried, mut arrived) = (Carried::default(), Vec::new());
        for (company, number, kind, noun, id, at) in rows {
            let company = values::id(&company)?;
            let (number, letter) = read::letter((number, kind, noun, id, at))?;
            if courier.carry(company, number, &letter).await {
                carried.arrived += 1;
                arrived.push((company, number));
            } else {
                carried.refused += 1;
            }
        }
        self.store.queue.write(Arrived(arrived)).await?;
        Ok(carried)
    }
}
