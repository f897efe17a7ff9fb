use std::collections::BTreeSet;

use domain::Attachment;

use crate::{Fault, MAX_ATTACHMENTS, Present, Why};

/// What is attached, as it is kept: files of the order's company alone, and each called what it is. `place`: of what they
/// are attached to.
pub(super) fn check(
    faults: &mut Vec<Fault>,
    place: &str,
    attached: &[Attachment],
    present: &Present,
) -> Vec<Attachment> {
    if MAX_ATTACHMENTS < attached.len() {
        faults.push(Fault::new(format!("{place}/attachments"), Why::TooLong));
        return Vec::new();
    }
    let mut ids = BTreeSet::new();
    let mut fault = |at: usize, part: &str, why| {
        faults.push(Fault::new(format!("{place}/attachments/{at}/{part}"), why));
    };
    for (at, one) in attached.iter().enumerate() {
        if !ids.insert(one.file) {
            fault(at, "id", Why::Taken);
        }
        match present.files.get(&one.file) {
            // Somebody else's looks like none.
            None => fault(at, "id", Why::Missing),
            Some((media, bytes)) => {
                if *media != one.media {
                    fault(at, "media", Why::Check);
                }
                if *bytes != one.bytes {
                    fault(at, "bytes", Why::Check);
                }
            }
        }
    }
    let kept = attached.iter().map(|one| Attachment {
        name: one.name.ending(one.media),
        ..one.clone()
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use domain::{Id, Media, Side};

    use super::*;
    use crate::{
        decide::{
            decide,
            world::{BUYER, SUPPLIERS, World, id, terms},
        },
        *,
    };

    const REQUEST: Id = id(2, 0);
    const QUOTATIONS: [Id; 2] = [id(3, 0), id(3, 1)];

    fn attached(number: u8) -> Attachment {
        Attachment {
            file: id(6, number),
            name: "图纸.heic".parse().unwrap(),
            media: Media::Webp,
            bytes: 12,
        }
    }

    fn order(company: Id, command: Command) -> Order {
        Order {
            company,
            ..super::super::tests::order(command)
        }
    }

    /// What the company keeps: pictures of twelve bytes.
    fn carry_out(world: &mut World, order: &Order, kept: &[u8]) -> Result<Decision, Refusal> {
        let mut present = world.present(order);
        let files = kept
            .iter()
            .map(|number| (id(6, *number), (Media::Webp, 12)));
        present.files = files.collect();
        let decision = decide(order, &present)?;
        world.apply(order, &decision);
        Ok(decision)
    }

    fn send(files: &[Attachment]) -> Order {
        let mut terms = terms();
        terms.lines[0].attachments = files.to_vec();
        let asked = SUPPLIERS[..2].iter().zip(QUOTATIONS);
        let asked = asked.map(|((code, _), quotation)| Ask {
            quotation,
            code: (*code).to_owned(),
        });
        let command = Command::SendRequest {
            request: REQUEST,
            terms: Box::new(terms),
            asked: asked.collect(),
        };
        order(BUYER, command)
    }

    fn say(company: Id, quotation: Id, files: &[Attachment]) -> Order {
        let command = Command::SendMessage {
            quotation,
            words: String::new(),
            attachments: files.to_vec(),
        };
        order(company, command)
    }

    fn faults(refused: Result<Decision, Refusal>) -> Vec<(String, Why)> {
        match refused {
            Err(Refusal::Invalid(faults)) => {
                let faults = faults.into_iter();
                faults
                    .map(|one| (one.pointer.into_owned(), one.why))
                    .collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_line_s_files_are_read_by_whoever_has_the_request() {
        let mut world = World::new();
        carry_out(&mut world, &send(&[attached(0)]), &[0]).unwrap();
        for company in [BUYER, SUPPLIERS[0].1, SUPPLIERS[1].1] {
            let (owner, found) = world.requests[&(company, REQUEST)]
                .attachment(id(6, 0))
                .unwrap();
            assert_eq!((owner, found.name.as_str()), (BUYER, "图纸.webp"));
            assert_eq!(
                world.requests[&(company, REQUEST)].attachment(id(6, 1)),
                None
            );
        }
        assert!(!world.requests.contains_key(&(SUPPLIERS[2].1, REQUEST)));
    }

    #[test]
    fn a_message_s_files_are_read_by_the_two_companies_of_its_quotation() {
        let mut world = World::new();
        carry_out(&mut world, &send(&[]), &[]).unwrap();
        let (one, two) = (SUPPLIERS[0].1, SUPPLIERS[1].1);
        carry_out(&mut world, &say(one, QUOTATIONS[0], &[attached(1)]), &[1]).unwrap();
        carry_out(&mut world, &say(BUYER, QUOTATIONS[0], &[attached(2)]), &[2]).unwrap();
        for company in [BUYER, one] {
            let quotation = &world.quotations[&(company, QUOTATIONS[0])];
            let thread = &world.threads[&(company, QUOTATIONS[0])];
            let owner = |number| {
                quotation
                    .attachment(thread, id(6, number))
                    .map(|(owner, _)| owner)
            };
            assert_eq!(
                [owner(1), owner(2), owner(3)],
                [Some(one), Some(BUYER), None]
            );
        }
        assert!(!world.threads.contains_key(&(two, QUOTATIONS[0])));
        let refused = carry_out(&mut world, &say(two, QUOTATIONS[0], &[attached(1)]), &[1]);
        assert_eq!(refused, Err(Refusal::NotFound));
        // What the other side has sent keeps its id.
        let taken = carry_out(&mut world, &say(BUYER, QUOTATIONS[0], &[attached(1)]), &[1]);
        assert_eq!(
            faults(taken),
            [("/attachments/0/id".to_owned(), Why::Taken)]
        );
        assert!(world.threads[&(BUYER, QUOTATIONS[0])].is_others(Side::Buyer, id(6, 1)));
    }

    #[test]
    fn only_what_is_ones_own_and_what_it_is_said_to_be_is_attached() {
        let mut world = World::new();
        let check =
            |world: &mut World, files: &[Attachment], kept: &[u8], expected: &[(&str, Why)]| {
                let refused = carry_out(world, &send(files), kept);
                let expected: Vec<_> = expected
                    .iter()
                    .map(|(part, why)| (format!("/terms/lines/0/attachments{part}"), *why))
                    .collect();
                assert_eq!(faults(refused), expected, "{files:?}");
            };
        check(&mut world, &[attached(0)], &[], &[("/0/id", Why::Missing)]);
        check(
            &mut world,
            &[attached(0), attached(0)],
            &[0],
            &[("/1/id", Why::Taken)],
        );
        let other = Attachment {
            media: Media::Pdf,
            bytes: 13,
            ..attached(0)
        };
        check(
            &mut world,
            &[other],
            &[0],
            &[("/0/media", Why::Check), ("/0/bytes", Why::Check)],
        );
        let many: Vec<_> = (0..6).map(attached).collect();
        check(
            &mut world,
            &many,
            &[0, 1, 2, 3, 4, 5],
            &[("", Why::TooLong)],
        );
        assert!(world.requests.is_empty());
        carry_out(&mut world, &send(&many[..5]), &[0, 1, 2, 3, 4]).unwrap();
    }

    #[test]
    fn nothing_said_and_nothing_attached_is_no_message() {
        let mut world = World::new();
        carry_out(&mut world, &send(&[]), &[]).unwrap();
        let refused = carry_out(&mut world, &say(BUYER, QUOTATIONS[0], &[]), &[]);
        assert_eq!(faults(refused), [("/words".to_owned(), Why::Missing)]);
    }

    #[test]
    fn what_was_kept_before_there_were_files_is_read() {
        let mut world = World::new();
        carry_out(&mut world, &send(&[]), &[]).unwrap();
        let request = &world.requests[&(BUYER, REQUEST)];
        let before = request.text().replace(",\"attachments\":[]", "");
        assert!(!before.contains("attachments"));
        assert_eq!(Request::read_text(&before).as_ref(), Some(request));
    }
}
