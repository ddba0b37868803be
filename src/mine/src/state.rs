//! What the page knows, what can happen on it and what that leads to. Pure: the same events give the same state.

use course::Id;
use course::progress::Progress;
use phrases::{self as say, Phrase, animals};

use crate::file::{self, Pupil};
use crate::look::Look;

/// A name is for whoever sits here, not for a register: this many characters.
pub const LONGEST_NAME: usize = 20;
/// As many pupils as a cupboard of shared devices needs; storage has room for more.
pub const MOST_PUPILS: usize = 40;

/// Everything the page knows.
#[derive(Debug, Default)]
pub struct State {
    /// Everybody with work on this device.
    pub pupils: Vec<Pupil>,
    /// Who plays.
    pub current: Option<Id>,
    /// How they read.
    pub look: Look,
    /// Storage cannot be used.
    pub blocked: bool,
    /// Asked, and not yet agreed.
    pub asked: Option<Asked>,
    /// Deleted while this page is open: these can come back.
    pub gone: Vec<Pupil>,
    /// What a chosen file holds, and what it would replace.
    pub incoming: Vec<Pupil>,
    /// What was there before a file was joined; with nothing for who was new.
    pub before: Vec<(Id, Option<Pupil>)>,
    /// What was done, to be seen and heard.
    pub said: String,
    /// A random number for the next pupil, from the browser.
    pub chance: u32,
}

/// Something that is done only when it is agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To delete this pupil.
    Delete(Id),
    /// To delete everything.
    Wipe,
    /// To choose an animal for somebody new.
    New,
}

/// What can happen.
#[derive(Debug)]
pub enum Event {
    /// Somebody goes on with their own work.
    Play(Id),
    /// Something is to be agreed first.
    Ask(Asked),
    /// It is not agreed.
    Keep,
    /// It is.
    Agree,
    /// Somebody new chose an animal.
    Animal(String),
    /// A name was given, or taken away.
    Name(Id, String),
    /// What was done last is taken back.
    Undo,
    /// A reading setting was chosen.
    Look(&'static str, &'static str),
    /// All are as they were.
    ResetLook,
    /// The work of who plays goes into a file.
    Export,
    /// A file was chosen: its text.
    File(String),
}

/// What the shell must do.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Keep this work.
    Save(Pupil),
    /// Forget a pupil.
    Forget(Id),
    /// Remember who plays; empty for nobody.
    Remember(Id),
    /// Keep reading settings of somebody, or of the device, and show them.
    Look(Option<Id>, String),
    /// Give the browser a file: its name and its text.
    Download(String, String),
    /// Go to the road.
    Leave,
}

impl State {
    /// Takes an event in and says what the shell must do.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        self.said.clear();
        match event {
            Event::Play(pid) => vec![Effect::Remember(pid), Effect::Leave],
            Event::Ask(asked) => self.ask(asked),
            Event::Keep => {
                self.asked = None;
                self.incoming.clear();
                Vec::new()
            }
            Event::Agree => self.agree(),
            Event::Animal(animal) => self.start(&animal),
            Event::Name(pid, name) => self.rename(&pid, &name),
            Event::Undo => self.undo(),
            Event::Look(name, value) => {
                self.look.set(name, value);
                self.keep_look()
            }
            Event::ResetLook => {
                self.look = Look::default();
                self.keep_look()
            }
            Event::Export => self.export(),
            Event::File(text) => {
                match file::read(&text) {
                    Ok(pupils) => self.incoming = pupils,
                    Err(why) => self.say(why),
                }
                Vec::new()
            }
        }
    }

    /// Somebody on this device.
    pub fn pupil(&self, pid: &str) -> Option<&Pupil> {
        self.pupils.iter().find(|pupil| pupil.pid == pid)
    }

    /// Who plays, if that is known.
    pub fn me(&self) -> Option<&Pupil> {
        self.pupil(self.current.as_deref()?)
    }

    /// Whether something can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.gone.is_empty() || !self.before.is_empty()
    }

    /// The animals somebody new can choose: each without a colour while it is free, then in the colours left.
    pub fn free_animals(&self) -> Vec<String> {
        let taken = |animal: &String| self.pupils.iter().any(|pupil| pupil.progress.animal.value == *animal);
        let forms = |kind: &str| {
            let coloured = animals::COLOURS.iter().map(|colour| format!("{kind}-{colour}"));
            [kind.to_owned()].into_iter().chain(coloured).find(|animal| !taken(animal))
        };
        animals::ANIMALS.iter().filter_map(|(kind, _)| forms(kind)).collect()
    }

    /// How many pupils of the chosen file are new here, and how many are joined.
    pub fn preview(&self) -> (usize, usize) {
        let known = self.incoming.iter().filter(|pupil| self.pupil(&pupil.pid).is_some()).count();
        (self.incoming.len() - known, known)
    }

    fn say(&mut self, phrase: Phrase) {
        self.said = phrase.0.to_owned();
    }

    fn ask(&mut self, asked: Asked) -> Vec<Effect> {
        if asked == Asked::New && self.pupils.len() >= MOST_PUPILS {
            self.say(say::ANIMAL_FULL);
        } else {
            self.asked = Some(asked);
        }
        Vec::new()
    }

    fn agree(&mut self) -> Vec<Effect> {
        if !self.incoming.is_empty() {
            return self.import();
        }
        let gone: Vec<Pupil> = match self.asked.take() {
            Some(Asked::Delete(pid)) => self.pupils.iter().filter(|pupil| pupil.pid == pid).cloned().collect(),
            Some(Asked::Wipe) => std::mem::take(&mut self.pupils),
            _ => return Vec::new(),
        };
        self.pupils.retain(|pupil| gone.iter().all(|gone| gone.pid != pupil.pid));
        let mut effects: Vec<Effect> = gone.iter().map(|pupil| Effect::Forget(pupil.pid.clone())).collect();
        if self.me().is_none() && self.current.take().is_some() {
            effects.push(Effect::Remember(Id::new()));
        }
        self.before.clear();
        self.gone.extend(gone);
        self.say(say::DELETE_DONE);
        effects
    }

    fn start(&mut self, animal: &str) -> Vec<Effect> {
        if !self.free_animals().iter().any(|free| free == animal) || self.pupils.len() >= MOST_PUPILS {
            return Vec::new();
        }
        let pid = self.next_pid();
        let pupil = Pupil { pid: pid.clone(), name: String::new(), progress: Progress::new(animal) };
        self.pupils.push(pupil.clone());
        self.asked = None;
        self.current = Some(pid.clone());
        vec![Effect::Save(pupil), Effect::Remember(pid), Effect::Leave]
    }

    fn rename(&mut self, pid: &str, name: &str) -> Vec<Effect> {
        let Some(pupil) = self.pupils.iter_mut().find(|pupil| pupil.pid == pid) else { return Vec::new() };
        pupil.name = name.trim().chars().filter(|letter| !letter.is_control()).take(LONGEST_NAME).collect();
        vec![Effect::Save(pupil.clone())]
    }

    fn keep_look(&self) -> Vec<Effect> {
        vec![Effect::Look(self.current.clone(), self.look.write())]
    }

    fn export(&mut self) -> Vec<Effect> {
        let Some(me) = self.me() else { return Vec::new() };
        let file = Effect::Download(format!("online-op-weg-{}.txt", me.progress.animal.value), file::write(&[me]));
        self.say(say::EXPORT_DONE);
        vec![file]
    }

    fn import(&mut self) -> Vec<Effect> {
        let incoming = std::mem::take(&mut self.incoming);
        self.gone.clear();
        self.before = incoming.iter().map(|pupil| (pupil.pid.clone(), self.pupil(&pupil.pid).cloned())).collect();
        let mut effects = Vec::new();
        for pupil in incoming {
            let joined = match self.pupil(&pupil.pid) {
                Some(here) => Pupil { progress: here.progress.clone().join(pupil.progress), ..here.clone() },
                None => pupil,
            };
            effects.push(Effect::Save(joined.clone()));
            self.put(joined);
        }
        if self.current.is_none()
            && let Some(first) = self.before.first()
        {
            self.current = Some(first.0.clone());
            effects.push(Effect::Remember(first.0.clone()));
        }
        self.say(say::IMPORT_DONE);
        effects
    }

    fn undo(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for pupil in std::mem::take(&mut self.gone) {
            effects.push(Effect::Save(pupil.clone()));
            self.put(pupil);
        }
        for (pid, before) in std::mem::take(&mut self.before) {
            // Saved work only grows, so what was joined goes first.
            effects.push(Effect::Forget(pid.clone()));
            self.pupils.retain(|pupil| pupil.pid != pid);
            if let Some(before) = before {
                effects.push(Effect::Save(before.clone()));
                self.put(before);
            }
        }
        self.say(say::IMPORT_UNDONE);
        effects
    }

    fn put(&mut self, pupil: Pupil) {
        match self.pupils.iter_mut().find(|other| other.pid == pupil.pid) {
            Some(other) => *other = pupil,
            None => self.pupils.push(pupil),
        }
    }

    fn next_pid(&mut self) -> Id {
        loop {
            self.chance = self.chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let letter = |n: u32| char::from(b"abcdefghjkmnpqrstvwxyz0123456789"[(self.chance >> (5 * n + 8)) as usize & 31]);
            let pid: Id = (0..4).map(letter).collect();
            if self.pupil(&pid).is_none() {
                return pid;
            }
        }
    }
}
