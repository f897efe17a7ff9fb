use std::convert::Infallible;

use hpke::rand_core::{TryCryptoRng, TryRng};

/// Where random bytes come from: fills what it is given, with bytes that nobody can guess.
///
/// In a browser that is `crypto.getRandomValues`, natively the operating system; in tests anything that repeats.
pub trait Entropy {
    fn fill(&mut self, bytes: &mut [u8]);
}

impl<F: FnMut(&mut [u8])> Entropy for F {
    fn fill(&mut self, bytes: &mut [u8]) {
        self(bytes);
    }
}

/// The same, as the cryptography wants it.
pub(crate) struct Drawn<'a, E: Entropy + ?Sized>(pub &'a mut E);

impl<E: Entropy + ?Sized> TryRng for Drawn<'_, E> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl<E: Entropy + ?Sized> TryCryptoRng for Drawn<'_, E> {}
