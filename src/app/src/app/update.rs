//! What happens outside a lesson: pages, files, storage, versions.

use std::rc::Rc;

use course::Id;
use course::catalogue::Catalogue;
use course::lesson::{Lesson, Rest};
use course::progress::Progress;
use course::saved::Recovered;

use super::{Boot, Effect, Event, Keeping, LoadError, Loading, Model, Pupil, SaveReport, Saved, Screen};
use crate::phrases;

impl Model {
    /// Takes an event in and says what the shell must do.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Booted(boot) => self.boot(*boot),
            Event::CatalogueCame(came) => self.catalogue_came(came),
            Event::LessonCame(id, came) => self.lesson_came(&id, came),
            Event::RestCame(id, came) => self.rest_came(&id, came),
            Event::Went(hash) => self.went(&hash),
            Event::Go(screen) => vec![Effect::Navigate { hash: screen.hash(), replace: false }],
            Event::Animal(animal) => self.choose_animal(&animal),
            Event::Help(open) => {
                self.help = open;
                vec![Effect::FocusTitle]
            }
            Event::Skip => vec![Effect::FocusContent],
            Event::Leave => {
                self.help = false;
                vec![Effect::Navigate { hash: Screen::Map.hash(), replace: true }]
            }
            Event::Retry => self.retry(),
            Event::Saved(report) => self.saved(*report),
            Event::Found(pid, found) => self.found(&pid, *found),
            Event::OfflineReady => {
                self.offline_ready = true;
                Vec::new()
            }
            Event::UpdateReady => {
                self.update_ready = true;
                Vec::new()
            }
            Event::Update => vec![Effect::Update],
            event => self.play_event(event),
        }
    }

    /// The animal of whoever plays; none for a guest.
    pub fn animal(&self) -> Option<&str> {
        self.pupil.as_ref().filter(|pupil| !pupil.pid.is_empty()).map(|pupil| pupil.progress.animal.value.as_str())
    }

    /// The work so far; empty for a guest who did nothing yet.
    pub fn progress(&self) -> Option<&Progress> {
        self.pupil.as_ref().map(|pupil| &pupil.progress)
    }

    fn boot(&mut self, boot: Boot) -> Vec<Effect> {
        self.files = boot.files;
        self.calm = boot.calm;
        self.chance = boot.chance;
        self.keeping = if boot.storage { Keeping::Works } else { Keeping::Blocked };
        let mut effects = match boot.catalogue {
            Some(came) => self.catalogue_came(came),
            None => vec![Effect::FetchCatalogue],
        };
        for (pid, recovered) in boot.pupils {
            if !recovered.damaged.is_empty() {
                self.keeping = if recovered.progress.is_some() { Keeping::Mended } else { Keeping::Unreadable };
                effects.push(Effect::Quarantine(pid.clone(), recovered.damaged));
            }
            if recovered.newer {
                self.keeping = Keeping::Newer;
            }
            let Some(progress) = recovered.progress else { continue };
            self.pupils.push((pid.clone(), progress.animal.value.clone()));
            if boot.current.as_ref() == Some(&pid) {
                self.pupil = Some(Pupil { pid, progress });
            }
        }
        effects.extend(self.went(&boot.hash));
        if let Some((id, came)) = boot.lesson
            && let Some(asked) = effects.iter().position(|effect| *effect == Effect::FetchLesson(id.clone()))
        {
            effects.remove(asked);
            effects.extend(self.lesson_came(&id, came));
        }
        effects
    }

    fn went(&mut self, hash: &str) -> Vec<Effect> {
        self.help = false;
        self.say.clear();
        let known = self.animal().is_some();
        let screen = match Screen::parse(hash) {
            Screen::Welcome if known => Screen::Map,
            screen => screen,
        };
        if let Screen::Lesson(lesson, step) = &screen
            && self.is_open_at(lesson, step.as_deref())
        {
            // The address only follows where the ride already is.
            self.screen = screen;
            return Vec::new();
        }
        let left = std::mem::replace(&mut self.screen, screen);
        self.came_from = Some(left).filter(|left| self.screen == Screen::Animals && matches!(left, Screen::Lesson(..)));
        self.play = None;
        match self.screen.clone() {
            Screen::Lesson(lesson, _) | Screen::End(lesson) => self.want_lesson(&lesson),
            _ => vec![Effect::FocusTitle],
        }
    }

    fn want_lesson(&mut self, lesson: &str) -> Vec<Effect> {
        match &self.lesson {
            Loading::Ready(ready) if ready.head.id == lesson => self.enter_lesson(),
            _ => {
                self.lesson = Loading::Waiting(lesson.to_owned());
                vec![Effect::FetchLesson(lesson.to_owned())]
            }
        }
    }

    fn retry(&mut self) -> Vec<Effect> {
        match self.lesson.clone() {
            Loading::Failed(lesson, _) => self.want_lesson(&lesson),
            _ => vec![Effect::FetchCatalogue],
        }
    }

    fn catalogue_came(&mut self, came: Result<Vec<u8>, LoadError>) -> Vec<Effect> {
        self.catalogue = came.ok().and_then(|bytes| Catalogue::from_bytes(&bytes).ok()).map(Rc::new);
        vec![Effect::FocusTitle]
    }

    fn lesson_came(&mut self, id: &str, came: Result<Vec<u8>, LoadError>) -> Vec<Effect> {
        if !matches!(&self.lesson, Loading::Waiting(wanted) if wanted == id) {
            return Vec::new();
        }
        let lesson = came.and_then(|bytes| Lesson::from_bytes(&bytes).map_err(|_| LoadError::Damaged));
        match lesson {
            Ok(lesson) if !lesson.steps.is_empty() => {
                let more = (!lesson.coming.is_empty()).then(|| Effect::FetchRest(id.to_owned()));
                self.lesson = Loading::Ready(Rc::new(lesson));
                let mut effects = self.enter_lesson();
                effects.extend(more);
                effects
            }
            Ok(_) => self.failed(id, LoadError::Damaged),
            Err(error) => self.failed(id, error),
        }
    }

    /// The rest of a lesson completes what is played. That it did not come matters only to who stands waiting for it.
    fn rest_came(&mut self, id: &str, came: Result<Vec<u8>, LoadError>) -> Vec<Effect> {
        if !matches!(&self.lesson, Loading::Ready(lesson) if lesson.head.id == id && !lesson.coming.is_empty()) {
            return Vec::new();
        }
        let rest = match came.and_then(|bytes| Rest::from_bytes(&bytes).map_err(|_| LoadError::Damaged)) {
            Ok(rest) => rest,
            Err(error) if self.play.is_none() => return self.failed(id, error),
            Err(_) => return Vec::new(),
        };
        // Completed where it lies, so nobody but the ride may hold it meanwhile.
        let Loading::Ready(mut lesson) = std::mem::take(&mut self.lesson) else { return Vec::new() };
        if let Some(play) = &mut self.play {
            drop(lesson);
            self.lesson = play.session.complete(rest).map_or(Loading::None, Loading::Ready);
            return Vec::new();
        }
        if let Some(lesson) = Rc::get_mut(&mut lesson) {
            lesson.complete(rest);
        }
        self.lesson = Loading::Ready(lesson);
        self.enter_lesson()
    }

    fn failed(&mut self, id: &str, error: LoadError) -> Vec<Effect> {
        self.lesson = Loading::Failed(id.to_owned(), error);
        vec![Effect::FocusTitle]
    }

    /// A new animal begins with what a guest did so far; a taken one goes on with its own work.
    fn choose_animal(&mut self, animal: &str) -> Vec<Effect> {
        let taken = self.pupils.iter().find(|(_, theirs)| theirs == animal).map(|(pid, _)| pid.clone());
        let guest = self.pupil.take().filter(|pupil| pupil.pid.is_empty()).map(|pupil| pupil.progress);
        let mut effects = Vec::new();
        let pid = match taken {
            Some(pid) => {
                self.pupil = Some(Pupil { pid: pid.clone(), progress: guest.unwrap_or_default() });
                pid
            }
            None => {
                let pid = self.next_pid();
                let mut progress = Progress::new(animal);
                if let Some(guest) = guest {
                    progress = progress.join(guest);
                }
                self.pupils.push((pid.clone(), animal.to_owned()));
                self.pupil = Some(Pupil { pid: pid.clone(), progress });
                pid
            }
        };
        self.play = None;
        // Who played last is data of the newer program too.
        if self.keeping != Keeping::Newer {
            effects.push(Effect::Remember(pid));
        }
        effects.extend(self.save());
        let to = self.came_from.take().unwrap_or(Screen::Map);
        effects.push(Effect::Navigate { hash: to.hash(), replace: true });
        effects
    }

    fn next_pid(&mut self) -> Id {
        loop {
            self.chance = self.chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let pid: String =
                (0..4).map(|n| char::from(b"abcdefghjkmnpqrstvwxyz0123456789"[(self.chance >> (5 * n + 8)) as usize & 31])).collect();
            if self.pupils.iter().all(|(other, _)| *other != pid) {
                return pid;
            }
        }
    }

    /// Keeps the work of whoever plays. A guest has no place to keep it, and newer work is never written over.
    pub(super) fn save(&mut self) -> Option<Effect> {
        let pupil = self.pupil.as_ref().filter(|pupil| !pupil.pid.is_empty())?;
        if matches!(self.keeping, Keeping::Newer) {
            return None;
        }
        self.saved = Saved::Busy;
        Some(Effect::Save(pupil.clone()))
    }

    fn saved(&mut self, report: SaveReport) -> Vec<Effect> {
        let Some(pupil) = self.pupil.as_mut().filter(|pupil| pupil.pid == report.pid) else { return Vec::new() };
        if let Some(found) = report.found {
            pupil.progress = std::mem::take(&mut pupil.progress).join(found);
        }
        let latest = pupil.progress.seq <= report.seq || report.saved == Saved::Not;
        if latest {
            let trouble = self.saved != Saved::Strict && self.keeping != Keeping::Works && report.keeping == Keeping::Works;
            if trouble && report.saved == Saved::Strict {
                self.say = phrases::SAVED_SR.0.to_owned();
            }
            self.saved = report.saved;
        }
        match (self.keeping, report.keeping) {
            (Keeping::Mended | Keeping::Unreadable, Keeping::Works) => {}
            (_, keeping) => self.keeping = keeping,
        }
        Vec::new()
    }

    fn found(&mut self, pid: &str, found: Recovered) -> Vec<Effect> {
        let Some(pupil) = self.pupil.as_mut().filter(|pupil| pupil.pid == pid) else { return Vec::new() };
        if found.newer {
            self.keeping = Keeping::Newer;
            return Vec::new();
        }
        let before = pupil.progress.clone();
        let theirs = found.progress.clone().unwrap_or_default();
        pupil.progress = std::mem::take(&mut pupil.progress).join(theirs.clone());
        // Cleared, or behind what is known here: write it again.
        let behind = theirs != pupil.progress && before.seq > 0;
        if behind { self.save().into_iter().collect() } else { Vec::new() }
    }
}
