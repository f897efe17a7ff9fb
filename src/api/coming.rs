use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
};

/// Whether somebody waits for the rest of a request's body just now.
#[derive(Debug)]
pub(crate) struct Coming(Option<Arc<AtomicBool>>);

impl Coming {
    /// The request with its body watched. One without a body is left as it is: most are.
    pub(crate) fn watch(request: Request) -> (Request, Self) {
        if request.body().is_end_stream() {
            return (request, Self(None));
        }
        let is_awaited = Arc::new(AtomicBool::new(false));
        let known = Arc::clone(&is_awaited);
        let watched = |body| Body::new(Watched { body, is_awaited });
        (request.map(watched), Self(Some(known)))
    }

    pub(crate) fn is_awaited(&self) -> bool {
        let known = self.0.as_ref();
        known.is_some_and(|known| known.load(Ordering::Relaxed))
    }
}

struct Watched {
    body: Body,
    is_awaited: Arc<AtomicBool>,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        self.is_awaited.store(frame.is_pending(), Ordering::Relaxed);
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.body.size_hint()
    }
}
