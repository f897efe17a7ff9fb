/// CRC-32 of ISO 3309 (as in gzip, RFC 1952), half a byte at a time: sixteen table entries instead of 256.
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        sum = TABLE[(sum & 15) as usize] ^ (sum >> 4);
        sum = TABLE[(sum & 15) as usize] ^ (sum >> 4);
    }
    !sum
}

const TABLE: [u32; 16] = {
    let mut table = [0; 16];
    let mut place = 0;
    while place < 16 {
        let mut value = place as u32;
        let mut bit = 0;
        while bit < 4 {
            value = (value >> 1) ^ if value & 1 == 1 { 0xedb8_8320 } else { 0 };
            bit += 1;
        }
        table[place] = value;
        place += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    #[test]
    fn the_sum_is_everybodys() {
        // The check value of CRC catalogues.
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(super::crc32(b""), 0);
    }
}
