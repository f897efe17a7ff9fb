use browser::ApiError;

/// Something on its way here.
#[derive(Clone, Debug)]
pub enum Load<T> {
    Waiting,
    Ready(T),
    Failed(ApiError),
}

impl<T> Load<T> {
    pub fn ready(self) -> Option<T> {
        match self {
            Load::Ready(value) => Some(value),
            Load::Waiting | Load::Failed(_) => None,
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Load<U> {
        match self {
            Load::Waiting => Load::Waiting,
            Load::Ready(value) => Load::Ready(change(value)),
            Load::Failed(error) => Load::Failed(error),
        }
    }
}

impl<T> From<Result<T, ApiError>> for Load<T> {
    fn from(result: Result<T, ApiError>) -> Self {
        match result {
            Ok(value) => Load::Ready(value),
            Err(error) => Load::Failed(error),
        }
    }
}
