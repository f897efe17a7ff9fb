use domain::Id;
use market::{Letter, LetterKind, Mailbox, Quotation, Request, Thread};

use super::body;
use crate::{
    StoreError,
    company::{Companies, Page, noun, read, values},
    sql::sql,
};

type LetterRow = (i64, String, String, Vec<u8>, i64);

impl Companies<'_> {
    /// As the company has it: its own, or one that it was asked.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn request(&self, company: Id, id: Id) -> Result<Option<Request>, StoreError> {
        let row: Option<(String,)> =
            sql("SELECT body FROM requests WHERE company = $1 AND id = $2")
                .bind(&company.as_bytes()[..])
                .bind(&id.as_bytes()[..])
                .optional(&self.store.readers)
                .await?;
        row.map(|(text,)| body(&text, Request::read_text, "a request"))
            .transpose()
    }

    /// In the order of their ids.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn requests(
        &self,
        company: Id,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<(Id, Request)>, StoreError> {
        let rows: Vec<(Vec<u8>, String)> = sql(
            "SELECT id, body FROM requests WHERE company = $1 AND id > $2 ORDER BY id LIMIT $3",
        )
        .bind(&company.as_bytes()[..])
        .bind(read::start(after.as_ref()))
        .bind(i64::from(most) + 1)
        .all(&self.store.readers)
        .await?;
        read::page(rows, most, |(id, text)| {
            Ok((
                values::id(&id)?,
                body(&text, Request::read_text, "a request")?,
            ))
        })
    }

    /// # Errors
    /// The database cannot be read.
    pub async fn quotation(&self, company: Id, id: Id) -> Result<Option<Quotation>, StoreError> {
        let row: Option<(String,)> =
            sql("SELECT body FROM quotations WHERE company = $1 AND id = $2")
                .bind(&company.as_bytes()[..])
                .bind(&id.as_bytes()[..])
                .optional(&self.store.readers)
                .await?;
        row.map(|(text,)| body(&text, Quotation::read_text, "a quotation"))
            .transpose()
    }

    /// In the order of their ids: all that a company has, or of one request.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn quotations(
        &self,
        company: Id,
        request: Option<Id>,
        after: Option<Id>,
        most: u32,
    ) -> Result<Page<(Id, Quotation)>, StoreError> {
        let statement = match request {
            Some(_) => {
                "SELECT id, body FROM quotations WHERE company = $1 AND id > $2 AND request = $4 ORDER BY id LIMIT $3"
            }
            None => {
                "SELECT id, body FROM quotations WHERE company = $1 AND id > $2 ORDER BY id LIMIT $3"
            }
        };
        let mut query = sql(statement)
            .bind(&company.as_bytes()[..])
            .bind(read::start(after.as_ref()))
            .bind(i64::from(most) + 1);
        if let Some(request) = &request {
            query = query.bind(&request.as_bytes()[..]);
        }
        let rows: Vec<(Vec<u8>, String)> = query.all(&self.store.readers).await?;
        read::page(rows, most, |(id, text)| {
            let quotation = body(&text, Quotation::read_text, "a quotation")?;
            Ok((values::id(&id)?, quotation))
        })
    }

    /// What was said about a quotation; nothing as long as nobody has said anything.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn thread(&self, company: Id, quotation: Id) -> Result<Thread, StoreError> {
        let row: Option<(String,)> = sql("SELECT body FROM threads WHERE company = $1 AND id = $2")
            .bind(&company.as_bytes()[..])
            .bind(&quotation.as_bytes()[..])
            .optional(&self.store.readers)
            .await?;
        let found = row.map(|(text,)| body(&text, Thread::read_text, "a thread"));
        Ok(found.transpose()?.unwrap_or_default())
    }

    /// What a company was told, with its numbers, the newest first; and how much of it was read.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn letters(
        &self,
        company: Id,
        most: u32,
    ) -> Result<(Vec<(u64, Letter)>, Mailbox), StoreError> {
        let rows: Vec<LetterRow> = sql(
            "SELECT number, kind, noun, id, at FROM notices WHERE company = $1
             ORDER BY number DESC LIMIT $2",
        )
        .bind(&company.as_bytes()[..])
        .bind(i64::from(most))
        .all(&self.store.readers)
        .await?;
        let letters = rows.into_iter().map(letter).collect::<Result<_, _>>()?;
        let head: Option<(i64, i64)> =
            sql("SELECT notices, notices_read FROM heads WHERE tenant = $1")
                .bind(&company.as_bytes()[..])
                .optional(&self.store.readers)
                .await?;
        let (count, read) = head.unwrap_or_default();
        let mailbox = Mailbox {
            letters: count.cast_unsigned(),
            read: read.cast_unsigned(),
        };
        Ok((letters, mailbox))
    }
}

pub(super) fn letter((number, kind, name, id, at): LetterRow) -> Result<(u64, Letter), StoreError> {
    let kind = LetterKind::parse(&kind).ok_or(StoreError::Damaged {
        what: "a kind of notice",
    })?;
    let letter = Letter {
        kind,
        noun: noun(&name)?,
        id: values::id(&id)?,
        at: values::moment(at),
    };
    Ok((number.cast_unsigned(), letter))
}
