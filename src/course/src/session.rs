//! The ride through a lesson: from moves to what stands on the screen.
//!
//! The rule a reader could break: a ride *is* its list of moves, by id. Where the pupil stands, what was answered and
//! what the chat shows are replayed from them after every move; nothing else is kept, so a closed lid loses nothing
//! and an edited lesson only cuts off moves that no longer mean anything.

use std::ops::Range;
use std::rc::Rc;

use crate::Id;
use crate::activity::{Here, Kind, Next, Passed};
use crate::board::{Board, Feedback, Input};
use crate::lesson::{Lesson, Rest, Step};
use crate::worth::Worth;

mod moves;

pub use moves::{Move, read, write};

/// A pupil somewhere in a lesson.
#[derive(Clone, Debug)]
pub struct Session {
    lesson: Rc<Lesson>,
    step: usize,
    moves: Vec<Move>,
    flags: Vec<(Id, Id)>,
    /// Where the moves have led: never changed but by [`Session::settle`].
    place: Place,
}

/// Where the moves of a step have led.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    screen: Id,
    tries: Vec<Vec<Id>>,
    /// The explanation of the last answer is up.
    told: bool,
    path: Vec<Passed>,
    entered: usize,
}

/// What an answer adds to progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The screen that was answered, and what the answer is worth; `None` when it does not count.
    pub item: Option<(Id, Worth)>,
    /// Flag and value to remember.
    pub sets: Option<(Id, Id)>,
}

/// Where going on has led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Went {
    /// To another screen of the same step.
    Screen,
    /// Into the next step; the one named here is done.
    Step(Id),
    /// To the end; the step named here was the last.
    End(Id),
    /// Out of the step named first, into the one named second, which is still on its way.
    Coming(Id, Id),
    /// Nowhere: an answer is still asked.
    Nowhere,
}

impl Session {
    /// A ride in a step, where `moves` have led. A place that does not exist is the first step.
    pub fn new(lesson: Rc<Lesson>, step: usize, moves: Vec<Move>, flags: Vec<(Id, Id)>) -> Self {
        let step = if step < lesson.steps.len() { step } else { 0 };
        let mut session = Session { lesson, step, moves, flags, place: Place::default() };
        session.settle();
        session
    }

    /// Replays the moves; those that mean nothing any more are dropped.
    fn settle(&mut self) {
        let (place, valid) = self.replay();
        self.place = place;
        self.moves.truncate(valid);
    }

    /// Takes in the rest of the lesson and gives the whole; `None` when somebody else holds the lesson too, since it is
    /// completed where it lies: a copy of every type of content would cost the pupil 2.5 kB of wasm.
    pub fn complete(&mut self, rest: Rest) -> Option<Rc<Lesson>> {
        Rc::get_mut(&mut self.lesson)?.complete(rest);
        Some(self.lesson.clone())
    }

    /// The lesson.
    pub fn lesson(&self) -> &Rc<Lesson> {
        &self.lesson
    }

    /// The current step and its place, counted from 0.
    pub fn step(&self) -> (usize, &Step) {
        (self.step, &self.lesson.steps[self.step])
    }

    /// The moves in the current step.
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// Id of the current screen.
    pub fn screen(&self) -> &Id {
        &self.place.screen
    }

    /// Whether this is the first screen of the lesson.
    pub fn at_start(&self) -> bool {
        self.step == 0 && self.place.path.is_empty()
    }

    /// What stands on the screen.
    pub fn board(&self) -> Option<Board<'_>> {
        self.kind().board(&self.here())
    }

    /// What is told about the answer just given.
    pub fn told(&self) -> Option<Feedback<'_>> {
        let place = &self.place;
        let last = place.tries.last().filter(|_| place.told)?;
        let mark = self.kind().mark(&self.here(), last)?;
        let weak = mark.worth == Worth::Detour || mark.found.is_some_and(|(found, all)| found < all);
        let enough = mark.soft || !weak || place.tries.len() >= GOES;
        let mut reasons = mark.reasons;
        if weak && enough {
            reasons.extend(mark.shown);
        }
        Some(Feedback {
            label: mark.label,
            opening: mark.opening,
            reasons,
            found: mark.found.filter(|_| weak),
            again: (mark.soft || weak) && !self.is_led(),
            on: enough,
            size: mark.size,
        })
    }

    /// Whether the screen leaves nothing to choose: one reply, to go on with.
    fn is_led(&self) -> bool {
        matches!(self.board(), Some(Board { input: Input::Reply(replies), .. }) if replies.len() == 1)
    }

    /// The best that can be answered on the current screen; `None` when nothing is asked.
    pub fn best(&self) -> Option<Vec<Id>> {
        self.kind().best(&self.here())
    }

    /// Takes an answer on the current screen; `None` when it cannot be one.
    pub fn answer(&mut self, picks: Vec<Id>) -> Option<Answered> {
        let mark = self.kind().mark(&self.here(), &picks)?;
        let answered = Answered { item: mark.counts.then(|| (self.place.screen.clone(), mark.worth)), sets: mark.sets };
        if let Some((flag, value)) = answered.sets.clone() {
            self.flags.retain(|(name, _)| *name != flag);
            self.flags.push((flag, value));
        }
        self.make(Move::Answer { screen: self.place.screen.clone(), picks });
        Some(answered)
    }

    /// Puts the explanation away for another go.
    pub fn again(&mut self) {
        if self.place.told {
            self.make(Move::Again { screen: self.place.screen.clone() });
        }
    }

    /// Goes on: to the next screen, the next step, or the end.
    pub fn on(&mut self) -> Went {
        let place = &self.place;
        if self.best().is_some() && !self.told().is_some_and(|told| told.on) {
            return Went::Nowhere;
        }
        let picks = place.tries.last().map_or(&[][..], Vec::as_slice);
        match self.kind().next(&self.here(), picks) {
            Next::Screen(id) => {
                // Back at a moment this ride already passed: what lay after it is forgotten.
                if !self.rewind(&id) {
                    self.make(Move::On { screen: self.place.screen.clone() });
                }
                Went::Screen
            }
            Next::Done => {
                let done = self.step().1.id.clone();
                let next = self.on_road(self.step + 1..self.lesson.steps.len()).next();
                match (next, self.lesson.coming.first()) {
                    (Some(next), _) => {
                        self.enter(next);
                        Went::Step(done)
                    }
                    (None, Some(coming)) => Went::Coming(done, coming.clone()),
                    (None, None) => Went::End(done),
                }
            }
        }
    }

    /// Goes one screen back, or to the step before. `false` at the start of the lesson.
    pub fn back(&mut self) -> bool {
        if let Some(before) = self.place.path.last() {
            self.cut(before.entered);
            return true;
        }
        let before = self.on_road(0..self.step).next_back();
        before.inspect(|step| self.enter(*step)).is_some()
    }

    /// The steps of this part of the lesson that lie on the road of this pupil.
    fn on_road(&self, part: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        part.filter(|step| self.lesson.steps[*step].on_road(&self.flags))
    }

    /// Takes the ride back to a screen it passed, as it was when it came there.
    pub fn rewind(&mut self, screen: &str) -> bool {
        let entered = self.place.path.iter().find(|passed| passed.screen == screen).map(|passed| passed.entered);
        entered.inspect(|moves| self.cut(*moves)).is_some()
    }

    fn make(&mut self, step: Move) {
        self.moves.push(step);
        self.settle();
    }

    fn cut(&mut self, moves: usize) {
        self.moves.truncate(moves);
        self.settle();
    }

    fn enter(&mut self, step: usize) {
        self.step = step;
        self.cut(0);
    }

    fn kind(&self) -> &dyn Kind {
        self.lesson.steps[self.step].activity.kind()
    }

    fn here(&self) -> Here<'_> {
        self.here_at(&self.place)
    }

    fn here_at<'a>(&'a self, place: &'a Place) -> Here<'a> {
        Here { screen: &place.screen, tries: &place.tries, path: &place.path, flags: &self.flags }
    }

    /// Replays the moves of this step. Also says how many of them still mean something.
    fn replay(&self) -> (Place, usize) {
        let kind = self.kind();
        let first = kind.screens().first().map_or_else(Id::new, |id| (*id).clone());
        let mut place = Place { screen: first, ..Place::default() };
        for (n, step) in self.moves.iter().enumerate() {
            if *step.screen() != place.screen {
                return (place, n);
            }
            match step {
                Move::Answer { picks, .. } => {
                    if kind.mark(&self.here_at(&place), picks).is_none() {
                        return (place, n);
                    }
                    place.tries.push(picks.clone());
                    place.told = true;
                }
                Move::Again { .. } => place.told = false,
                Move::On { .. } => {
                    let picks = place.tries.pop().unwrap_or_default();
                    let Next::Screen(next) = kind.next(&self.here_at(&place), &picks) else { return (place, n) };
                    let first = place.tries.into_iter().next().unwrap_or_else(|| picks.clone());
                    place.path.push(Passed { screen: place.screen, picks, first, entered: place.entered });
                    place = Place { screen: next, path: place.path, entered: n + 1, ..Place::default() };
                }
            }
        }
        (place, self.moves.len())
    }
}

/// After this many goes the road is open whatever was answered, and what was strong is shown.
const GOES: usize = 2;
