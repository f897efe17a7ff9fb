mod patience;

use std::{convert::Infallible, io, pin::pin, sync::Arc, time::Duration};

use axum::{body::Body, extract::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time,
};
use tower_service::Service;

use crate::identity::peer::Peer;

use patience::Patient;

/// What one client may take from the others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Connections at a time. More wait in the system's queue.
    pub(crate) connections: usize,
    /// From the first byte that could come, of a new connection or after an answer, to the last of a request's headers.
    pub(crate) headers_within: Duration,
    /// How long a client may take no byte of an answer.
    pub(crate) taken_within: Duration,
    /// How long requests under way may take when the server is asked to stop.
    pub(crate) finished_within: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            headers_within: Duration::from_secs(10),
            taken_within: Duration::from_secs(15),
            finished_within: Duration::from_secs(10),
        }
    }
}

/// Bytes of a request's line and headers, a bound on what an unfinished request may cost.
const HEAD: usize = 32 * 1024;

/// After the system had no socket to give: time for some to be closed.
const BREATH: Duration = Duration::from_millis(50);

/// Whatever answers requests.
pub(crate) trait Answers:
    Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + 'static
{
}

impl<S> Answers for S where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + 'static
{
}

/// Answers requests until told to stop, then lets those under way finish.
///
/// `axum::serve` closes no half-open connection, since it gives hyper no timer; hence our own loop.
pub(crate) async fn run(
    listener: TcpListener,
    service: impl Answers,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let seats = Arc::new(Semaphore::new(limits.connections));
    let connections = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let arrival = async {
            let seat = Arc::clone(&seats).acquire_owned().await;
            let seat = seat.expect("the semaphore is never closed");
            (seat, listener.accept().await)
        };
        let (seat, accepted) = tokio::select! {
            () = &mut stop => break,
            arrival = arrival => arrival,
        };
        match accepted {
            Ok((stream, address)) => {
                let watcher = connections.watcher();
                let service = service.clone();
                let peer = Peer(address.ip());
                tokio::spawn(converse((stream, peer), service, limits, watcher, seat));
            }
            Err(error) if is_of_one_client(&error) => (),
            Err(error) => {
                eprintln!("error accepting a connection: {error}");
                time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    // Whoever is not done by then is cut off.
    let _ = time::timeout(limits.finished_within, connections.shutdown()).await;
}

async fn converse(
    (stream, peer): (TcpStream, Peer),
    service: impl Answers,
    limits: Limits,
    watcher: Watcher,
    seat: OwnedSemaphorePermit,
) {
    // Answers are written whole: waiting to fill a packet only delays them. A failure costs just that.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        service.clone().call(request)
    });
    let stream = TokioIo::new(Patient::new(stream, limits.taken_within));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers_within)
        .max_buf_size(HEAD)
        .serve_connection(stream, service);
    // Errors here are the client's: gone, too slow, or not speaking HTTP.
    let _ = watcher.watch(connection).await;
    drop(seat);
}

/// The client left before it was let in; the next one is not affected.
fn is_of_one_client(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionRefused
    )
}

#[cfg(test)]
mod tests;
