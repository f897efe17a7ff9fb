//! A document, and a picture of each kind, of 40 by 30 pixels, as small as its kind allows; only headers are true. For tests, of other rooms
//! too.

/// One whose length fits into so many bits: they are given by tests.
fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("a test's chunk is short")
}

/// Of one empty line, and a number by which it differs from others.
#[must_use]
pub fn pdf(number: u8) -> Vec<u8> {
    format!("%PDF-1.7\n%{number}\n%%EOF\n").into_bytes()
}

#[must_use]
pub fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0];
    let all = [(b"IHDR", &header[..])]
        .into_iter()
        .chain(chunks.iter().copied());
    for (kind, content) in all.chain([(b"IDAT", &b"pixels"[..]), (b"IEND", b"")]) {
        file.extend(length(content).to_be_bytes());
        file.extend(kind);
        file.extend(content);
        file.extend([0; 4]);
    }
    file
}

#[must_use]
pub fn jpeg(segments: &[(u8, &[u8])]) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8];
    let frame = [8, 0, 30, 0, 40, 1, 1, 0x11, 0];
    let first = [(0xe0, &b"JFIF\0\x01\x02"[..])].into_iter();
    let all = first.chain(segments.iter().copied());
    for (marker, content) in all.chain([(0xc2, &frame[..]), (0xda, &[1, 1, 0][..])]) {
        file.extend([0xff, marker]);
        file.extend(length(content).wrapping_add(2).to_be_bytes()[2..].iter());
        file.extend(content);
    }
    // Coded data, a stuffed byte, a restart, tables between two scans, and the end.
    file.extend([1, 2, 0xff, 0, 3, 0xff, 0xd3, 4, 0xff, 0xff, 0xc4, 0, 3, 9]);
    file.extend([0xff, 0xda, 0, 2, 5, 0xff, 0xd9]);
    file
}

#[must_use]
pub fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (kind, content) in chunks {
        body.extend(*kind);
        body.extend(length(content).to_le_bytes());
        body.extend(*content);
        body.extend(vec![0; content.len() % 2]);
    }
    let mut file = b"RIFF".to_vec();
    file.extend(length(&body).to_le_bytes());
    file.extend(body);
    file
}
