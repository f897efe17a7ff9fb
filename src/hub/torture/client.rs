//! As much HTTP as a test client needs: one connection, kept open, one request at a time.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// Longer than any answer takes while the server lives.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) struct Client {
    address: SocketAddr,
    stream: Option<BufReader<TcpStream>>,
    /// Sent with every request, once there is one.
    pub(super) cookie: String,
}

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) cookie: Option<String>,
    /// The entity tag, empty without one.
    pub(super) etag: String,
}

impl Client {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            stream: None,
            cookie: String::new(),
        }
    }

    /// One try. After a failure the next one connects anew.
    pub(super) fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> io::Result<Answer> {
        let sent = self.attempt(method, path, headers, body);
        if sent.is_err() {
            self.stream = None;
        }
        sent
    }

    fn attempt(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> io::Result<Answer> {
        if self.stream.is_none() {
            let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            self.stream = Some(BufReader::new(stream));
        }
        let stream = self.stream.as_mut().ok_or(io::ErrorKind::NotConnected)?;
        let cookie = &self.cookie;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: hub\r\nhub-client: torture\r\ncookie: {cookie}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n{headers}\r\n{body}",
            body.len()
        );
        stream.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let status = line
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let status: u16 = status.ok_or(io::ErrorKind::UnexpectedEof)?;
        let (mut length, mut cookie, mut etag) = (0, None, String::new());
        loop {
            line.clear();
            if stream.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if line.trim().is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').unwrap_or_default();
            match &name.to_ascii_lowercase()[..] {
                "content-length" => length = value.trim().parse().unwrap_or(0),
                "etag" => value.trim().clone_into(&mut etag),
                "set-cookie" => cookie = value.trim().split(';').next().map(str::to_owned),
                _ => (),
            }
        }
        // RFC 9110, 15.4.5: this one says a length, and has no body.
        let mut rest = vec![0; if status == 304 { 0 } else { length }];
        stream.read_exact(&mut rest)?;
        Ok(Answer {
            status,
            cookie,
            etag,
        })
    }
}
