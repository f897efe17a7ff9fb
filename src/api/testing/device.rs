//! A device that holds one passkey: what a browser answers for it (WebAuthn level 3, 6.1 and 6.5).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::chance;

/// Somebody was there, and the device made sure of who.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const HAS_KEY: u8 = 0x40;

#[derive(Clone)]
pub(crate) struct Device {
    key: SigningKey,
    credential: [u8; 16],
    /// The account's id, as the hub gave it.
    pub(crate) handle: String,
    pub(crate) origin: String,
    pub(crate) name: String,
    pub(crate) verifies: bool,
    pub(crate) counter: u32,
}

impl Device {
    pub(crate) fn new() -> Self {
        Self {
            key: SigningKey::from_slice(&chance::bytes::<32>().unwrap()).unwrap(),
            credential: chance::bytes().unwrap(),
            handle: String::new(),
            origin: "http://localhost:8080".to_owned(),
            name: "localhost".to_owned(),
            verifies: true,
            counter: 0,
        }
    }

    /// Another device that says it is this one.
    pub(crate) fn with_another_key(&self) -> Self {
        Self {
            key: Self::new().key,
            ..self.clone()
        }
    }

    /// `navigator.credentials.create`
    pub(crate) fn create(&mut self, options: &Value) -> Value {
        self.handle = options["user"]["id"].as_str().unwrap().to_owned();
        let mut data = self.data(HAS_KEY);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.credential);
        let point = self.key.verifying_key().to_sec1_point(false);
        // COSE: an EC2 key of P-256 for ES256 (RFC 9053).
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(point.x().unwrap());
        data.extend([0x22, 0x58, 0x20]);
        data.extend(point.y().unwrap());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        json!({
            "id": text(&self.credential),
            "rawId": text(&self.credential),
            "type": "public-key",
            "clientExtensionResults": { "credProps": { "rk": true } },
            "response": {
                "attestationObject": text(&object),
                "clientDataJSON": text(self.client("webauthn.create", options).as_bytes()),
                "transports": ["internal"],
            },
        })
    }

    /// `navigator.credentials.get`
    pub(crate) fn get(&mut self, options: &Value) -> Value {
        self.counter += 1;
        let data = self.data(0);
        let client = self.client("webauthn.get", options);
        let signed = [&data[..], &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        json!({
            "id": text(&self.credential),
            "rawId": text(&self.credential),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "authenticatorData": text(&data),
                "clientDataJSON": text(client.as_bytes()),
                "signature": text(signature.to_der().as_bytes()),
                "userHandle": self.handle,
            },
        })
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let verified = if self.verifies { VERIFIED } else { 0 };
        let mut data = Sha256::digest(&self.name).to_vec();
        data.push(PRESENT | verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn client(&self, kind: &str, options: &Value) -> String {
        let challenge = &options["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
    }
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
