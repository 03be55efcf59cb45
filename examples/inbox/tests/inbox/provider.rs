//! What a provider does: signs deliveries, and posts them.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub const KEY: &str = "sz_pr_example";

/// The event with a number: what it is called, and how much it says was captured.
pub fn uuid(number: usize) -> String {
    format!("{number:08x}-0000-4000-8000-000000000000")
}

pub fn cents(number: usize) -> i64 {
    i64::try_from(number % 1000).expect("it is below 1000") + 1
}

/// The body of the delivery with a number.
pub fn captured(number: usize) -> String {
    format!(
        r#"{{"uuid":"{}","created_at":"2026-04-12T00:15:39.281826Z","event":"order.captured","data_type":"order","data":{{"uuid":"order-{number}","capture":{{"uuid":"capture-{number}","amount":{{"amount_in_cents":{},"currency":"USD"}}}}}}}}"#,
        uuid(number),
        cents(number)
    )
}

pub fn signature(body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY.as_bytes()).expect("any length is a key");
    mac.update(body);
    hex::encode(mac.finalize().into_bytes())
}

/// A request with these lines of headers besides.
pub fn request(headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST /hooks HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// A request as the provider makes it.
pub fn signed(body: &[u8]) -> Vec<u8> {
    request(&format!("sezzle-signature: {}\r\n", signature(body)), body)
}

/// A connection that is kept open.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self(BufReader::new(stream)))
    }

    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.get_mut().write_all(bytes)
    }

    /// The status of the next answer, and its body.
    pub fn answer(&mut self) -> io::Result<(u16, String)> {
        let bad = || io::Error::from(io::ErrorKind::InvalidData);
        let mut line = String::new();
        if self.0.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let status = line.split(' ').nth(1).ok_or_else(bad)?;
        let status = status.parse().map_err(|_| bad())?;
        let mut length = 0;
        loop {
            line.clear();
            self.0.read_line(&mut line)?;
            if line.trim_end().is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("content-length: ") {
                length = value.trim_end().parse().map_err(|_| bad())?;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body)?;
        Ok((status, String::from_utf8(body).map_err(|_| bad())?))
    }

    pub fn post(&mut self, request: &[u8]) -> io::Result<(u16, String)> {
        self.send(request)?;
        self.answer()
    }

    pub fn stream(&self) -> &TcpStream {
        self.0.get_ref()
    }
}
