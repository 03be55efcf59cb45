//! Where strings begin and end.

/// Where the first quote is. Looks at eight bytes at a time, as the next one.
pub(super) fn first_quote(text: &[u8]) -> Option<usize> {
    let (chunks, rest) = text.as_chunks();
    for (index, chunk) in chunks.iter().enumerate() {
        let quotes = quotes(*chunk);
        if quotes != 0 {
            return Some(index * 8 + quotes.trailing_zeros() as usize / 8);
        }
    }
    let in_rest = rest.iter().position(|byte| *byte == b'"')?;
    Some(chunks.len() * 8 + in_rest)
}

/// Where the last quote is.
pub(super) fn last_quote(text: &[u8]) -> Option<usize> {
    let mut text = text;
    while let Some((before, chunk)) = text.split_last_chunk() {
        let quotes = quotes(*chunk);
        if quotes != 0 {
            return Some(before.len() + 7 - quotes.leading_zeros() as usize / 8);
        }
        text = before;
    }
    text.iter().rposition(|byte| *byte == b'"')
}

/// The high bit of each byte that is a quote. The first byte is the lowest.
fn quotes(chunk: [u8; 8]) -> u64 {
    const QUOTES: u64 = u64::from_ne_bytes([b'"'; 8]);
    const LOW_BITS: u64 = u64::from_ne_bytes([0x7f; 8]);
    let others = u64::from_le_bytes(chunk) ^ QUOTES;
    !(((others & LOW_BITS) + LOW_BITS) | others | LOW_BITS)
}
