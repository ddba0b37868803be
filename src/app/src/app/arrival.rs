//! A screen comes up: nothing picked, no hint, and in a chat the messages arriving one by one.
//!
//! The rule a reader could break: a timer carries the tick of its screen, so that one of an earlier screen does nothing.

use course::board::{Frame, Input};

use super::{Effect, Model};

/// A message arrives this many milliseconds after the one before it.
const MESSAGE_MS: u32 = 900;

impl Model {
    /// Starts a screen afresh: nothing picked, no hint, messages arriving.
    pub(super) fn arrive_at_screen(&mut self) -> Vec<Effect> {
        let calm = self.calm;
        let Some(play) = self.play.as_mut() else { return Vec::new() };
        let fresh = play.session.told().is_none();
        let (mut kept, mut log) = (Vec::new(), None);
        if let Some(board) = play.session.board() {
            if let Input::Many(choices) | Input::Row(choices) = &board.input {
                // In the order in which they were picked; a sort would weigh 2 kB.
                let nth = |n: usize| choices.iter().find(|choice| choice.kept && usize::from(choice.nth) == n);
                kept.extend((1..=choices.len()).filter_map(nth).map(|choice| choice.id.to_owned()));
            }
            if let (Frame::Phone(phone), true) = (&board.frame, fresh) {
                log = Some((phone.old, phone.log.len()));
            }
        }
        play.tick = play.tick.wrapping_add(1);
        (play.picked, play.asked_early, play.tips, play.aside) = (kept, false, 0, false);
        self.say.clear();
        let mut effects = vec![Effect::FocusTitle];
        match log {
            Some((old, all)) if !calm && old + 1 < all => {
                play.arrived = old + 1;
                effects.push(Effect::Later(MESSAGE_MS, play.tick));
            }
            _ => play.arrived = usize::MAX,
        }
        effects.push(Effect::ScrollLog);
        effects
    }

    pub(super) fn arrive(&mut self, tick: u32) -> Vec<Effect> {
        let Some(play) = self.play.as_mut().filter(|play| play.tick == tick && play.arrived != usize::MAX) else { return Vec::new() };
        let all = play.session.board().map_or(0, |board| if let Frame::Phone(phone) = &board.frame { phone.log.len() } else { 0 });
        play.arrived += 1;
        if play.arrived >= all {
            play.arrived = usize::MAX;
            return vec![Effect::ScrollLog];
        }
        vec![Effect::ScrollLog, Effect::Later(MESSAGE_MS, tick)]
    }
}
