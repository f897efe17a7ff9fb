use search::ask::{Answer, Ask};
use search::engine::Engine;

/// The answer to a message, whatever its bytes are.
pub fn reply(engine: &mut Engine, head: &[u8], body: Vec<u8>) -> Vec<u8> {
    let answer = match postcard::take_from_bytes::<Ask>(head) {
        Ok((Ask::Add { name, part }, [])) => engine.add(name, part, body),
        Ok((ask, [])) => engine.answer(&ask),
        Ok(_) | Err(_) => Answer::Refused {
            name: String::new(),
            reason: "the message cannot be read".to_owned(),
        },
    };
    postcard::to_allocvec(&answer).expect("an answer has only values of known length")
}

#[cfg(test)]
mod tests {
    use search::ask::Part;

    use super::*;

    fn answer(engine: &mut Engine, head: &[u8], body: &[u8]) -> Answer {
        let bytes = reply(engine, head, body.to_vec());
        postcard::from_bytes(&bytes).unwrap()
    }

    #[test]
    fn a_damaged_message_is_refused_and_the_next_one_answered() {
        let mut engine = Engine::default();
        let ask = postcard::to_allocvec(&Ask::Search {
            version: 7,
            text: "bolt".into(),
            limit: 10,
        })
        .unwrap();
        let longer = [&ask[..], b"!"].concat();
        for damaged in [&b""[..], b"\xff\xff\xff\xff\xff", &ask[..3], &longer] {
            let refused = answer(&mut engine, damaged, b"");
            assert!(matches!(refused, Answer::Refused { name, .. } if name.is_empty()));
        }
        let found = answer(&mut engine, &ask, b"");
        assert!(matches!(found, Answer::Found { version: 7, .. }));
    }

    #[test]
    fn damaged_parts_are_refused_by_name() {
        let mut engine = Engine::default();
        for part in [Part::Segment, Part::Lexicon, Part::Offers] {
            for body in [&b""[..], b"nonsense", &[0xff; 4096]] {
                let ask = Ask::Add {
                    name: "part".into(),
                    part,
                };
                let head = postcard::to_allocvec(&ask).unwrap();
                let refused = answer(&mut engine, &head, body);
                assert!(
                    matches!(&refused, Answer::Refused { name, .. } if name == "part"),
                    "{refused:?}"
                );
            }
        }
    }
}
