//! Passwords: argon2id, one thread at a time for each core, and the same work for a name that nobody has.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::{chance, problem::Error};

/// Hashes at a time: each takes a core for tens of milliseconds and 19 MiB.
const AT_A_TIME: usize = 2;
/// Hashes that may wait; more are told to come back.
const WAITING: usize = 32;

/// Hashes and checks passwords.
#[derive(Clone, Debug)]
pub(crate) struct Passwords {
    params: Params,
    cores: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Passwords {
    /// OWASP's parameters: 19 MiB, two passes, one lane.
    pub(crate) fn new() -> Self {
        Self::with(Params::new(19 * 1024, 2, 1, None).expect("parameters that argon2 allows"))
    }

    /// For tests, which would wait for nothing else.
    #[cfg(test)]
    pub(crate) fn quick() -> Self {
        Self::with(Params::new(8, 1, 1, None).unwrap())
    }

    fn with(params: Params) -> Self {
        let (cores, places) = (
            Semaphore::new(AT_A_TIME),
            Semaphore::new(AT_A_TIME + WAITING),
        );
        Self {
            params,
            cores: cores.into(),
            places: places.into(),
        }
    }

    /// A PHC string.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Error> {
        let salt: [u8; 16] = chance::bytes()?;
        let argon = self.argon();
        self.work(move || {
            let hash = argon.hash_password_with_salt(password.as_bytes(), &salt);
            hash.expect("parameters and salt that argon2 allows")
                .to_string()
        })
        .await
    }

    /// Whether the password is the hashed one. Without a hash it is not, which takes just as long to find out.
    pub(crate) async fn is_right(
        &self,
        password: String,
        hash: Option<String>,
    ) -> Result<bool, Error> {
        let argon = self.argon();
        self.work(move || {
            let Some(hash) = hash else {
                let unknown = argon.hash_password_with_salt(password.as_bytes(), &[0; 16]);
                return unknown.is_err();
            };
            let Ok(hash) = PasswordHash::new(&hash) else {
                return false;
            };
            argon.verify_password(password.as_bytes(), &hash).is_ok()
        })
        .await
    }

    fn argon(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let _place = self.places.try_acquire().map_err(|_| Error::Overloaded)?;
        let core = Arc::clone(&self.cores)
            .acquire_owned()
            .await
            .map_err(|_| Error::Overloaded)?;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(core);
            result
        });
        Ok(done.await.expect("hashing neither panics nor is cancelled"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash() {
        let passwords = Passwords::quick();
        let hash = passwords.hash("correct horse".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$"), "{hash}");
        let check = async |password: &str, hash: Option<&str>| {
            passwords
                .is_right(password.into(), hash.map(str::to_owned))
                .await
                .unwrap()
        };
        assert!(check("correct horse", Some(&hash)).await);
        assert!(!check("correct horsf", Some(&hash)).await);
        assert!(!check("correct horse", None).await);
        assert!(!check("correct horse", Some("damaged")).await);
        assert_ne!(
            passwords.hash("correct horse".into()).await.unwrap(),
            hash,
            "salted"
        );
    }
}
