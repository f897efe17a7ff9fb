use std::{net::SocketAddr, time::Instant};

use axum::{Router, http::StatusCode, routing::get};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    sync::oneshot,
    task::JoinHandle,
};

use super::*;

const LIMITS: Limits = Limits {
    connections: 8,
    headers_within: Duration::from_millis(300),
    taken_within: Duration::from_millis(300),
    finished_within: Duration::from_secs(2),
};

const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nhost: hub\r\n\r\n";

/// A server on a port of its own, which stops when the sender is used or dropped.
async fn start() -> (SocketAddr, oneshot::Sender<()>, JoinHandle<()>) {
    let router = Router::new()
        .route("/", get(async || "hello"))
        .route("/large", get(async || vec![0; 64 * 1024 * 1024]))
        .route(
            "/slow",
            get(async || {
                time::sleep(Duration::from_millis(500)).await;
                StatusCode::NO_CONTENT
            }),
        );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let server = run(listener, router, LIMITS, async {
        let _ = stopped.await;
    });
    (address, stop, tokio::spawn(server))
}

/// Sends bytes on a new connection, and waits for the server to close it without having asked it to.
async fn closed_after(address: SocketAddr, bytes: &[u8]) -> Duration {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let started = Instant::now();
    stream.write_all(bytes).await.unwrap();
    let mut rest = Vec::new();
    let closing = stream.read_to_end(&mut rest);
    let closed = time::timeout(Duration::from_secs(5), closing).await;
    // Reset or ended, but closed.
    let _ = closed.expect("still open");
    started.elapsed()
}

async fn greeting(address: SocketAddr) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(REQUEST).await.unwrap();
    let mut start = [0; 15];
    stream.read_exact(&mut start).await.unwrap();
    String::from_utf8(start.to_vec()).unwrap()
}

#[tokio::test]
async fn half_open_and_idle_connections_are_closed() {
    let (address, _stop, _server) = start().await;
    for bytes in [
        &b""[..],
        b"GET / HT",
        b"GET / HTTP/1.1\r\nhost: hub\r\n",
        REQUEST,
    ] {
        let after = closed_after(address, bytes).await;
        let text = String::from_utf8_lossy(bytes);
        assert!(after >= Duration::from_millis(200), "{text} {after:?}");
        assert!(after <= Duration::from_secs(4), "{text} {after:?}");
    }
}

#[tokio::test]
async fn headers_that_trickle_in_do_not_buy_time() {
    let (address, _stop, _server) = start().await;
    let (mut reading, mut writing) = TcpStream::connect(address).await.unwrap().into_split();
    let trickle = tokio::spawn(async move {
        let _ = writing.write_all(b"GET / HTTP/1.1\r\n").await;
        while writing.write_all(b"a: b\r\n").await.is_ok() {
            time::sleep(Duration::from_millis(50)).await;
        }
    });
    let mut rest = Vec::new();
    let closing = reading.read_to_end(&mut rest);
    let _ = time::timeout(Duration::from_secs(3), closing)
        .await
        .expect("still open");
    trickle.abort();
}

#[tokio::test]
async fn a_client_that_does_not_listen_is_let_go() {
    let (address, stop, server) = start().await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = b"GET /large HTTP/1.1\r\nhost: hub\r\n\r\n";
    stream.write_all(request).await.unwrap();
    time::sleep(Duration::from_secs(1)).await;
    // Were the connection alive, stopping would wait for it.
    let started = Instant::now();
    stop.send(()).unwrap();
    server.await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(1));
}

#[tokio::test]
async fn good_clients_get_through_a_crowd_of_half_open_ones() {
    let (address, _stop, _server) = start().await;
    let mut crowd = Vec::new();
    for _ in 0..4 * LIMITS.connections {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
        crowd.push(stream);
    }
    let answer = time::timeout(Duration::from_secs(5), greeting(address)).await;
    assert_eq!(answer.expect("an answer"), "HTTP/1.1 200 OK");
}

#[tokio::test]
async fn what_was_asked_before_the_stop_is_answered() {
    let (address, stop, server) = start().await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = b"GET /slow HTTP/1.1\r\nhost: hub\r\n\r\n";
    stream.write_all(request).await.unwrap();
    time::sleep(Duration::from_millis(100)).await;
    stop.send(()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    server.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn an_endless_head_is_refused() {
    let (address, _stop, _server) = start().await;
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("GET / HTTP/1.1\r\na: {}", "b".repeat(2 * HEAD));
    // The server may close before all is sent.
    let _ = stream.write_all(head.as_bytes()).await;
    let mut start = [0; 12];
    stream.read_exact(&mut start).await.unwrap();
    assert_eq!(&start, b"HTTP/1.1 431");
}
