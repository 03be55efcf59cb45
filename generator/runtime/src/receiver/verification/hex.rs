//! Base 16 (RFC 4648, section 8), in either case.

/// Writes the bytes that a text says into a buffer of half its length; `None` if it is of another
/// length, or the text says none.
pub(super) fn decode(text: &str, bytes: &mut [u8]) -> Option<()> {
    let (pairs, odd) = text.as_bytes().as_chunks();
    if !odd.is_empty() || pairs.len() != bytes.len() {
        return None;
    }
    let (chunks, pairs) = pairs.as_chunks::<16>();
    let (byte_chunks, bytes) = bytes.as_chunks_mut();
    let mut most = 0;
    for (pairs, bytes) in chunks.iter().zip(byte_chunks) {
        most |= decode_some(pairs, bytes);
    }
    for (pair, byte) in pairs.iter().zip(bytes) {
        most |= decode_some(&[*pair], std::array::from_mut(byte));
    }
    (most < 16).then_some(())
}

/// Writes as many bytes as pairs of digits say; at least 16 if any is no digit.
fn decode_some<const N: usize>(pairs: &[[u8; 2]; N], bytes: &mut [u8; N]) -> u8 {
    let values = pairs.map(|[high, low]| [value_of(high), value_of(low)]);
    *bytes = values.map(|[high, low]| (high << 4) | (low & 0x0f));
    values.iter().fold(0, |all, [high, low]| all | high | low)
}

/// What a byte is worth as a digit, and at least 16 if it is none.
fn value_of(byte: u8) -> u8 {
    let digit = byte.wrapping_sub(b'0');
    let letter = (byte | 0x20).wrapping_sub(b'a');
    let letter = if letter < 6 { letter + 10 } else { 0xff };
    if digit < 10 { digit } else { letter }
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The bytes as text, in small letters.
pub(super) fn encode(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 0x0f)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn every_byte_is_written_and_read() {
        let bytes: Vec<u8> = (0..=255).chain(0..7).collect();
        let text = encode(&bytes);
        assert!(
            text.starts_with("000102") && text.ends_with("040506"),
            "{text}"
        );
        for text in [text.to_ascii_uppercase(), text] {
            let mut read = [0; 263];
            assert_eq!(decode(&text, &mut read), Some(()));
            assert_eq!(read[..], bytes);
        }
    }

    #[test]
    fn what_is_no_digit_is_refused() {
        let others = (0..=255_u8).filter(|byte| byte.is_ascii() && !byte.is_ascii_hexdigit());
        for other in others.map(char::from) {
            for text in [format!("0{other}"), format!("{other}0")] {
                assert_eq!(decode(&text, &mut [0]), None, "{text:?}");
            }
        }
        assert_eq!(decode("é", &mut [0]), None);
        assert_eq!(decode("012", &mut [0]), None);
        assert_eq!(decode("0123", &mut [0]), None);
    }
}
