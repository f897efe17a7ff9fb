//! Many clients in one thread: what they cost is missing for the server, since both are on the same machine.
//!
//! With a thread for each of 1,500 clients it is mostly the clients that are measured.

use std::{
    io,
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    runtime::{Builder, Runtime},
    time::timeout,
};

/// Longer than any answer takes while the server lives.
const PATIENCE: Duration = Duration::from_secs(5);

/// One thread, with its own clock and sockets.
pub(super) fn thread() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// One connection, kept open, one request at a time.
pub(super) struct Visitor {
    address: SocketAddr,
    stream: Option<TcpStream>,
    received: Vec<u8>,
}

/// What was answered, and after how many milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// Whether there is a `Retry-After`.
    pub(super) says_when: bool,
    pub(super) took: f64,
}

impl Visitor {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            stream: None,
            received: Vec::with_capacity(4096),
        }
    }

    /// Connects before there is anything to ask.
    pub(super) async fn connect(&mut self) -> io::Result<()> {
        let stream = TcpStream::connect(self.address).await?;
        stream.set_nodelay(true)?;
        self.stream = Some(stream);
        Ok(())
    }

    /// One try. After a failure the next one connects anew.
    pub(super) async fn send(&mut self, request: &str) -> io::Result<Answer> {
        let asked = Instant::now();
        let sent = timeout(PATIENCE, self.attempt(request)).await;
        let sent = sent.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        let Ok((status, says_when)) = sent else {
            self.stream = None;
            return Err(io::ErrorKind::NotConnected.into());
        };
        Ok(Answer {
            status,
            says_when,
            took: asked.elapsed().as_secs_f64() * 1000.0,
        })
    }

    async fn attempt(&mut self, request: &str) -> io::Result<(u16, bool)> {
        if self.stream.is_none() {
            self.connect().await?;
        }
        let stream = self.stream.as_mut().ok_or(io::ErrorKind::NotConnected)?;
        stream.write_all(request.as_bytes()).await?;
        self.received.clear();
        loop {
            if stream.read_buf(&mut self.received).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(answer) = whole(&self.received) {
                return Ok(answer);
            }
        }
    }
}

/// Status, and whether there is a `Retry-After`, once all of the answer is there.
fn whole(received: &[u8]) -> Option<(u16, bool)> {
    let end = received.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&received[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let (mut length, mut says_when) = (0, false);
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        }
        says_when |= name.eq_ignore_ascii_case("retry-after");
    }
    (received.len() >= end + 4 + length).then_some((status, says_when))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_whole_with_its_last_byte() {
        let text =
            b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\ncontent-length: 2\r\n\r\n{}";
        assert_eq!(whole(text), Some((503, true)));
        for length in 0..text.len() {
            assert_eq!(whole(&text[..length]), None, "{length}");
        }
        assert_eq!(
            whole(b"HTTP/1.1 204 No Content\r\n\r\n"),
            Some((204, false))
        );
    }
}
