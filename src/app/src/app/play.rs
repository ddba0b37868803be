//! What happens inside a lesson.
//!
//! The rule a reader could break: the place in a lesson moves only on the pupil's own ride. A step that is not the
//! pupil's own (a teacher's link, or looking back) is a visit: its answers count, its place does not.

use course::Id;
use course::board::{Board, Frame, Input};
use course::session::{Session, Went, read};
use course::worth::Worth;

use super::{Effect, Event, Loading, Model, Pupil, Screen};
use crate::phrases;

/// A ride with what is only on the screen, and never kept.
#[derive(Debug)]
pub struct Play {
    /// The ride.
    pub session: Session,
    /// Not the pupil's own step.
    pub visit: bool,
    /// Picked, and not yet given as an answer.
    pub picked: Vec<Id>,
    /// Asked to answer before something was picked.
    pub asked_early: bool,
    /// Hints shown.
    pub tips: usize,
    /// Looking up from the phone.
    pub aside: bool,
    /// Entries of the conversation that have arrived.
    pub arrived: usize,
    /// Counts screens, so that a timer of an earlier one does nothing.
    pub tick: u32,
}

impl Model {
    pub(super) fn play_event(&mut self, event: Event) -> Vec<Effect> {
        if self.play.is_none() {
            return Vec::new();
        }
        match event {
            Event::Pick(id) => self.pick(id),
            Event::Check => self.check(),
            Event::Again => self.ride(|session| {
                session.again();
                true
            }),
            Event::On => self.on(),
            Event::Back => self.back(),
            Event::Rewind(screen) => self.ride(|session| session.rewind(&screen)),
            Event::Tip => self.with_play(|play| play.tips += 1),
            Event::Aside => self.with_play(|play| play.aside = !play.aside),
            Event::Arrive(tick) => self.arrive(tick),
            Event::AllMessages => {
                self.with_play(|play| play.arrived = usize::MAX);
                vec![Effect::ScrollLog]
            }
            _ => Vec::new(),
        }
    }

    /// Whether the ride already stands where this address points.
    pub(super) fn is_open_at(&self, lesson: &str, step: Option<&str>) -> bool {
        self.play.as_ref().is_some_and(|play| play.session.lesson().head.id == lesson && step == Some(&play.session.step().1.id))
    }

    /// Opens the lesson at the step of the address, or where the pupil left it.
    pub(super) fn enter_lesson(&mut self) -> Vec<Effect> {
        let (Loading::Ready(lesson), Screen::Lesson(_, wanted)) = (self.lesson.clone(), self.screen.clone()) else {
            return vec![Effect::FocusTitle];
        };
        if let Some(wanted) = wanted.as_deref()
            && lesson.place(wanted).is_none()
        {
            self.screen = Screen::Missing;
            return vec![Effect::FocusTitle];
        }
        let pupil = self.pupil.get_or_insert_with(|| Pupil { pid: Id::new(), progress: course::progress::Progress::default() });
        let kept = pupil.progress.lesson(&lesson.head.id);
        let place = kept.map(|kept| kept.place.value.clone()).unwrap_or_default();
        let flags = kept.map(|kept| kept.flags()).unwrap_or_default();
        let own = lesson.place(&place.step).unwrap_or(0);
        // The place that was kept may have been taken before the step was here: then the road goes on from it.
        let on_road = lesson.steps.iter().skip(own).position(|step| step.on_road(&flags)).map_or(own, |more| own + more);
        let at = wanted.and_then(|wanted| lesson.place(&wanted)).filter(|at| *at != own).unwrap_or(on_road);
        if at >= lesson.steps.len() {
            // Still on its way: the page says so, and comes here again with the rest.
            return Vec::new();
        }
        let moves = if at == own { read(&place.moves) } else { Vec::new() };
        let visit = at != on_road;
        let session = Session::new(lesson, at, moves, flags);
        self.play = Some(Play { session, visit, picked: Vec::new(), asked_early: false, tips: 0, aside: false, arrived: 0, tick: 0 });
        let mut effects = self.stand();
        effects.extend(self.arrive_at_screen());
        effects
    }

    fn pick(&mut self, id: Id) -> Vec<Effect> {
        let Some(play) = self.play.as_mut() else { return Vec::new() };
        let board = play.session.board();
        let many = board.as_ref().is_some_and(|board| board.input.is_many());
        let two = board.is_some_and(|board| matches!(board.input, Input::Tiles(_)));
        match play.session.told().is_none().then_some(many) {
            Some(true) => {
                play.asked_early = false;
                match play.picked.iter().position(|picked| *picked == id) {
                    Some(at) => drop(play.picked.remove(at)),
                    None => play.picked.push(id),
                }
                if two && play.picked.len() == 2 { self.check() } else { Vec::new() }
            }
            Some(false) => self.answer(vec![id]),
            // Where several are picked, the explanation goes first.
            None if many => Vec::new(),
            // A letter may swap its chip while the explanation is up.
            None => {
                play.session.again();
                self.answer(vec![id])
            }
        }
    }

    fn check(&mut self) -> Vec<Effect> {
        let Some(play) = self.play.as_mut() else { return Vec::new() };
        if play.picked.is_empty() {
            play.asked_early = true;
            self.say = phrases::CHECK_WAITING.0.to_owned();
            return Vec::new();
        }
        let picks = play.picked.clone();
        self.answer(picks)
    }

    fn answer(&mut self, picks: Vec<Id>) -> Vec<Effect> {
        let Some(play) = self.play.as_mut() else { return Vec::new() };
        let Some(answered) = play.session.answer(picks) else { return Vec::new() };
        play.arrived = usize::MAX;
        let lesson = play.session.lesson().head.id.clone();
        let (step, rev) = (play.session.step().1.id.clone(), play.session.step().1.rev);
        if let Some(pupil) = &mut self.pupil {
            if let Some((screen, worth)) = answered.item {
                pupil.progress.record(&lesson, &step, rev, &screen, worth);
            }
            if let Some((flag, value)) = answered.sets {
                pupil.progress.set_flag(&lesson, flag, value);
            }
        }
        if play.session.told().is_some_and(|told| told.reasons.is_empty()) {
            // Nothing to say about it, as where one only chooses whom to look along with.
            return self.on();
        }
        self.say = self.heard();
        let mut effects = self.stand();
        // Once the explanation stands, and the talk is as high as it leaves it.
        effects.extend([Effect::FocusSheet, Effect::ScrollLog]);
        effects
    }

    /// What a screen reader hears after an answer: the label, then the reasons.
    fn heard(&self) -> String {
        let Some(told) = self.play.as_ref().and_then(|play| play.session.told()) else { return String::new() };
        let mut words = crate::ui::label_words(told.label).0.to_owned();
        for reason in &told.reasons {
            words.extend([". ", reason.why]);
        }
        words
    }

    /// An ending that was reached is remembered, whichever way it is left.
    fn see_ending(&mut self) {
        let Some(play) = &self.play else { return };
        let over = |board: Board<'_>| matches!(board.frame, Frame::Phone(phone) if phone.ending.is_some());
        let (lesson, step) = (&play.session.lesson().head.id, play.session.step().1);
        if let (true, Some(pupil)) = (play.session.board().is_some_and(over), &mut self.pupil) {
            pupil.progress.see(lesson, &step.id, step.rev, play.session.screen());
        }
    }

    fn ride(&mut self, change: impl FnOnce(&mut Session) -> bool) -> Vec<Effect> {
        self.see_ending();
        if !self.play.as_mut().is_some_and(|play| change(&mut play.session)) {
            return Vec::new();
        }
        let mut effects = self.stand();
        effects.extend(self.arrive_at_screen());
        effects
    }

    fn back(&mut self) -> Vec<Effect> {
        self.see_ending();
        let Some(play) = self.play.as_mut() else { return Vec::new() };
        let before = play.session.step().0;
        if !play.session.back() {
            return vec![Effect::Navigate { hash: Screen::Map.hash(), replace: false }];
        }
        if play.session.step().0 != before {
            play.visit = true;
        }
        let mut effects = self.stand();
        effects.extend(self.arrive_at_screen());
        effects
    }

    fn on(&mut self) -> Vec<Effect> {
        self.see_ending();
        let Some(play) = self.play.as_mut() else { return Vec::new() };
        let lesson = play.session.lesson().clone();
        let from = play.session.step().0;
        let went = play.session.on();
        if went == Went::Nowhere {
            return self.check();
        }
        // Steps that this road leaves out count as done: every road through a lesson is a whole lesson.
        let past = match went {
            Went::Step(_) => from..play.session.step().0,
            Went::End(_) | Went::Coming(..) => from..lesson.steps.len(),
            _ => 0..0,
        };
        let visit = play.visit;
        if let Some(pupil) = &mut self.pupil {
            for step in &lesson.steps[past] {
                pupil.progress.finish(&lesson.head.id, &step.id, step.rev);
            }
        }
        match went {
            Went::End(_) => return self.end(&lesson.head.id, &lesson.steps[0].id, visit),
            Went::Coming(_, next) => return self.wait(&lesson.head.id, next, visit),
            _ => {}
        }
        if let Went::Step(_) = went {
            self.home_again();
        }
        let mut effects = self.stand();
        effects.extend(self.arrive_at_screen());
        effects
    }

    /// A visit that walks into the pupil's own step goes on as the pupil's own ride.
    fn home_again(&mut self) {
        let (Some(play), Some(pupil)) = (&mut self.play, &self.pupil) else { return };
        let lesson = play.session.lesson().clone();
        let kept = pupil.progress.lesson(&lesson.head.id).map(|kept| kept.place.value.clone()).unwrap_or_default();
        if play.visit && play.session.step().1.id == kept.step {
            let flags = pupil.progress.lesson(&lesson.head.id).map(|kept| kept.flags()).unwrap_or_default();
            play.session = Session::new(lesson, play.session.step().0, read(&kept.moves), flags);
            play.visit = false;
        }
    }

    /// The next step is not here yet: the pupil stands there, and the ride goes on when it comes.
    fn wait(&mut self, lesson: &str, next: Id, visit: bool) -> Vec<Effect> {
        if let (Some(pupil), false) = (&mut self.pupil, visit) {
            pupil.progress.stand(lesson, &next, &[]);
        }
        self.play = None;
        self.screen = Screen::Lesson(lesson.to_owned(), Some(next));
        let mut effects: Vec<Effect> = self.save().into_iter().collect();
        effects.push(Effect::Navigate { hash: self.screen.hash(), replace: true });
        effects.push(Effect::FetchRest(lesson.to_owned()));
        effects
    }

    fn end(&mut self, lesson: &str, first: &str, visit: bool) -> Vec<Effect> {
        if let (Some(pupil), false) = (&mut self.pupil, visit) {
            pupil.progress.stand(lesson, first, &[]);
        }
        let mut effects: Vec<Effect> = self.save().into_iter().collect();
        effects.push(Effect::Navigate { hash: Screen::End(lesson.to_owned()).hash(), replace: false });
        effects
    }

    /// Keeps the work, and the place when the ride is the pupil's own; the address follows.
    fn stand(&mut self) -> Vec<Effect> {
        let Some(play) = &self.play else { return Vec::new() };
        let (lesson, step) = (play.session.lesson().head.id.clone(), play.session.step().1.id.clone());
        if let (Some(pupil), false) = (&mut self.pupil, play.visit) {
            let place = pupil.progress.lesson(&lesson).map(|kept| &kept.place.value);
            let moves = course::session::write(play.session.moves());
            if place.is_none_or(|place| place.step != step || place.moves != moves) {
                pupil.progress.stand(&lesson, &step, play.session.moves());
            }
        }
        let mut effects: Vec<Effect> = self.save().into_iter().collect();
        let screen = Screen::Lesson(lesson, Some(step));
        if self.screen != screen {
            effects.push(Effect::Navigate { hash: screen.hash(), replace: true });
            self.screen = screen;
        }
        effects
    }

    fn with_play(&mut self, change: impl FnOnce(&mut Play)) -> Vec<Effect> {
        if let Some(play) = &mut self.play {
            change(play);
        }
        Vec::new()
    }

    /// What this pupil made of a step: the best worth by screen.
    pub fn best(&self, lesson: &str, step: &str, screen: &str) -> Option<Worth> {
        self.progress()?.lesson(lesson)?.steps.get(step)?.best.get(screen).copied()
    }
}
