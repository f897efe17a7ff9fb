use workflow::intake::ask::{Answer, Ask};

use crate::desk::Desk;

/// The answer to a message, whatever its bytes are. `tell` hears of what is said before.
pub fn reply(desk: &mut Desk, head: &[u8], body: Vec<u8>, tell: &mut dyn FnMut(Answer)) -> Vec<u8> {
    let answer = match postcard::take_from_bytes::<Ask>(head) {
        Ok((ask, [])) => desk.answer(ask, body, tell),
        Ok(_) | Err(_) => Answer::Refused,
    };
    bytes(&answer)
}

pub fn bytes(answer: &Answer) -> Vec<u8> {
    postcard::to_allocvec(answer).expect("an answer has only values of known length")
}
