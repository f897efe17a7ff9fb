//! What becomes of requests and answers on their way.

use super::super::answer::Answer;
use super::super::event::Event;
use super::Wrong;
use super::tab::{Packet, Tab};
use super::world::World;

impl World<'_> {
    /// Something happens to one of the packets. False where there is none.
    pub fn travel(&mut self) -> Result<bool, Wrong> {
        if self.packets.is_empty() {
            return Ok(false);
        }
        let place = self.chance.below(self.packets.len());
        let mut packet = self.packets.swap_remove(place);
        let fate = if self.is_healed {
            99
        } else {
            self.chance.below(12)
        };
        if let Some(answer) = packet.answer.take() {
            let answer = match fate {
                0 => {
                    self.tally
                        .count("answer that never came, nor a word that it will not");
                    return Ok(true);
                }
                1 | 2 => {
                    self.tally.count("answer that was lost");
                    Answer::NONE
                }
                _ => answer,
            };
            return self.deliver(&packet, answer);
        }
        match fate {
            0 => {
                self.tally.count("request that was lost");
                packet.answer = Some(Answer::NONE);
                self.packets.push(packet);
                return Ok(true);
            }
            1 => {
                self.tally.count("request that arrived twice");
                self.packets.push(packet.clone());
            }
            _ => {}
        }
        let reply = self.server.take(
            packet.key,
            &packet.account,
            packet.session.as_deref(),
            &packet.request,
            &mut self.intents,
            &mut self.chance,
        )?;
        self.tally.count(match reply.status {
            401 => "401",
            409 => "409 in flight",
            422 => "422",
            429 => "429",
            500.. => "5xx",
            _ if !reply.is_ours => "answer of a stranger",
            _ => "2xx",
        });
        packet.answer = Some(Answer::of(reply));
        self.packets.push(packet);
        Ok(true)
    }

    fn deliver(&mut self, packet: &Packet, answer: Answer) -> Result<bool, Wrong> {
        let is_it = |tab: &Option<Tab>| tab.as_ref().is_some_and(|tab| tab.serial == packet.serial);
        if let Some(index) = self.tabs.iter().position(is_it) {
            let flight = self.tabs[index]
                .as_ref()
                .and_then(|tab| tab.outbox.shelf.get(packet.key.id())?.flight);
            let is_current = flight.is_some_and(|(attempt, _)| attempt == packet.attempt);
            if matches!(answer, Answer::Later { .. }) && is_current {
                self.failed.insert((packet.serial, packet.key), self.now);
            }
            let event = Event::Answered {
                key: packet.key,
                attempt: packet.attempt,
                answer,
            };
            self.feed(index, event)?;
        }
        Ok(true)
    }
}
