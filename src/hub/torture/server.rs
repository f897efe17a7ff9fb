//! The server as a process of its own, that can be killed.

use std::{
    io::{self, BufRead, BufReader},
    net::{SocketAddr, TcpListener},
    process::{Child, Command, Stdio},
    time::Instant,
};

use crate::serve::READY;

/// An address that nobody listens at.
pub(super) fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind("127.0.0.1:0")?.local_addr()
}

/// Starts it and waits until it says that it is open: the process, and the milliseconds that it took.
pub(super) fn start(mut command: Command) -> io::Result<(Child, f64)> {
    let begun = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let mut lines = BufReader::new(output).lines();
    let ready = lines.any(|line| line.is_ok_and(|line| line.contains(READY)));
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    if ready {
        return Ok((child, took));
    }
    end(&mut child);
    Err(io::Error::other("the server ended before it was open"))
}

/// `kill -9` on Unix, and as near to it as others come.
pub(super) fn end(child: &mut Child) {
    child.kill().ok();
    child.wait().ok();
}
