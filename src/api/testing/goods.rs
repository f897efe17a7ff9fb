//! A supplier with something to show.

use axum::body::Body;
use domain::Id;
use serde_json::{Value, json};

use super::{
    Answer,
    person::{Person, id, key},
};

/// A supplier's code that nobody else has.
pub(crate) fn code(company: Id) -> String {
    let text = company.to_string();
    format!("s-{}", text.rsplit('-').next().unwrap())
}

/// The draft of a supplier's page.
pub(crate) fn page_form(company: Id) -> Value {
    json!({ "kind": "profile", "content": {
        "cells": {
            "code": code(company), "name_en": "Tuas Bolt", "name_zh": "大士螺栓",
            "legal_name": "Tuas Bolt Pte Ltd", "summary_en": "Bolts", "summary_zh": "螺栓",
            "address": "1 Tuas Road, Singapore", "founded": "1999", "employees": "20",
            "payment_terms_en": "30 days", "payment_terms_zh": "三十天",
            // What a supplier cannot say of itself.
            "verification": "3", "orders": "5000", "demonstration": "yes",
        },
        "certificates": ["ISO 9001|Q-1|Straits Assurance|2027-01-31"],
    } })
}

/// The draft of a product with this number.
pub(crate) fn product_form(sku: &str, photos: &[Id]) -> Value {
    json!({ "kind": "product", "content": {
        "cells": {
            "sku": sku, "category": "hex-bolts", "name_en": "Hex bolt of a new supplier", "name_zh": "新供应商六角螺栓",
            "unit": "C62", "price_breaks": "100:0.42;500:0.36", "currency": "SGD", "moq": "100",
            "order_multiple": "50", "stock": "12000", "lead_time_days": "3", "origin": "CN", "hs_code": "731815",
            "gross_weight_kg": "0.02", "carton_quantity": "500", "carton_size_cm": "40x30x25",
            "carton_weight_kg": "10.5", "sample": "free", "attributes": "thread=M8;length=40",
        },
        "photos": photos,
    } })
}

impl Person<'_> {
    /// Saves a draft.
    pub(crate) async fn save(&self, company: Id, draft: Id, seen: Option<u64>, form: &Value) {
        let path = format!("/v1/companies/{company}/drafts/{draft}");
        let saved = self.change("PUT", &path, seen, form).await;
        assert!(saved.status.is_success(), "{}", saved.text());
    }

    /// Publishes a draft at a version.
    pub(crate) async fn publish(&self, company: Id, listing: Id, draft: u64) -> Answer {
        let path = format!("/v1/companies/{company}/listings/{listing}");
        self.change("PUT", &path, None, &json!({ "draft": draft }))
            .await
    }

    /// A supplier whose page is published.
    pub(crate) async fn supply(&self) -> Id {
        let company = self.found().await;
        self.save(company, company, None, &page_form(company)).await;
        let published = self.publish(company, company, 1).await;
        assert_eq!(published.status, 201, "{}", published.text());
        company
    }

    /// Publishes a new product.
    pub(crate) async fn list(&self, company: Id, sku: &str) -> Id {
        let listing = id();
        self.save(company, listing, None, &product_form(sku, &[]))
            .await;
        let published = self.publish(company, listing, 1).await;
        assert_eq!(published.status, 201, "{}", published.text());
        listing
    }

    /// Sends a photograph under a key of its own.
    pub(crate) async fn send_photo(
        &self,
        company: Id,
        blob: Id,
        media: &str,
        file: &[u8],
    ) -> Answer {
        let (path, key) = (format!("/v1/companies/{company}/blobs/{blob}"), key());
        let headers = [
            ("cookie", &self.cookie[..]),
            ("hub-client", "test"),
            ("content-type", media),
            ("idempotency-key", &key),
        ];
        self.server
            .ask("PUT", &path, &headers, Body::from(file.to_vec()))
            .await
    }
}
