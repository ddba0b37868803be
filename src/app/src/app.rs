//! The app without a browser: what is known, what can happen, what it leads to.
//!
//! The rule a reader could break: [`Model::update`] is pure. Time, chance, storage and the network are asked for with
//! an [`Effect`] and answered with an [`Event`], so the same events give the same model, natively and in the browser.
//! What events do is in `app/update.rs` (pages, storage) and `app/play.rs` (inside a lesson).

use std::rc::Rc;

use course::Id;
use course::catalogue::Catalogue;
use course::lesson::Lesson;
use course::saved::Recovered;

mod arrival;
mod play;
mod route;
mod update;

pub use keep::{Keeping, Pupil, SaveReport, Saved};
pub use play::Play;
pub use route::Screen;

/// Everything the app knows.
#[derive(Debug, Default)]
pub struct Model {
    /// The page.
    pub screen: Screen,
    /// Where somebody came from who went to choose an animal: a link that was opened is not lost over it.
    pub came_from: Option<Screen>,
    /// Help lies over the page. Not part of the address: nothing remembers that somebody looked.
    pub help: bool,
    /// The road, cast and helpers; `None` until loaded.
    pub catalogue: Option<Rc<Catalogue>>,
    /// Names of files in this build.
    pub files: Files,
    /// Who plays.
    pub pupil: Option<Pupil>,
    /// Everybody with work on this device: pupil id and animal.
    pub pupils: Vec<(Id, Id)>,
    /// The lesson that is open or on its way.
    pub lesson: Loading,
    /// The ride, when a lesson is open.
    pub play: Option<Play>,
    /// What is known about keeping work.
    pub keeping: Keeping,
    /// What the sign says.
    pub saved: Saved,
    /// Everything is on the device.
    pub offline_ready: bool,
    /// A new version waits.
    pub update_ready: bool,
    /// No movement, please.
    pub calm: bool,
    /// What a screen reader is told now.
    pub say: String,
    /// A random number for the next pupil id, from the browser.
    pub chance: u32,
}

/// Names of files in this build, by what they hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub Vec<(String, String)>);

impl Files {
    /// Where the file with this logical name is; empty when the build has none.
    pub fn path(&self, name: &str) -> &str {
        self.0.iter().find(|(logical, _)| logical == name).map_or("", |(_, path)| path)
    }
}

/// A lesson on its way.
#[derive(Clone, Debug, Default)]
pub enum Loading {
    /// Not asked for.
    #[default]
    None,
    /// Asked for.
    Waiting(Id),
    /// Did not arrive whole.
    Failed(Id, LoadError),
    /// Here; perhaps without its rest, which is then on its way.
    Ready(Rc<Lesson>),
}

/// Why a file is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No connection, and not on the device.
    Offline,
    /// Arrived, but not as it was made.
    Damaged,
}

/// What the browser knows when the app starts.
#[derive(Clone, Debug, Default)]
pub struct Boot {
    /// The address after `#`.
    pub hash: String,
    /// Names of files in this build.
    pub files: Files,
    /// What was found of each pupil.
    pub pupils: Vec<(Id, Recovered)>,
    /// Who played last.
    pub current: Option<Id>,
    /// Storage can be used.
    pub storage: bool,
    /// A random number.
    pub chance: u32,
    /// The device asks for no movement.
    pub calm: bool,
    /// The road, cast and helpers, when they were fetched beside reading storage.
    pub catalogue: Option<Result<Vec<u8>, LoadError>>,
    /// The first part of the lesson that the address names, likewise.
    pub lesson: Option<(Id, Result<Vec<u8>, LoadError>)>,
}

/// What can happen. Can be copied, since a button keeps the event that it reports.
#[derive(Clone, Debug)]
pub enum Event {
    /// The app starts.
    Booted(Box<Boot>),
    /// The road, cast and helpers arrived, or not.
    CatalogueCame(Result<Vec<u8>, LoadError>),
    /// The first part of a lesson arrived, or not.
    LessonCame(Id, Result<Vec<u8>, LoadError>),
    /// The rest of a lesson arrived, or not.
    RestCame(Id, Result<Vec<u8>, LoadError>),
    /// The address changed.
    Went(String),
    /// Somebody wants to see a page.
    Go(Screen),
    /// An animal was chosen.
    Animal(Id),
    /// Something was picked.
    Pick(Id),
    /// The picks are the answer.
    Check,
    /// Another go.
    Again,
    /// On.
    On,
    /// Back.
    Back,
    /// Back to a choice on this ride.
    Rewind(Id),
    /// The next hint.
    Tip,
    /// Look up from the phone.
    Aside,
    /// The next message of the chat may arrive; counts screens, so that an old one does nothing.
    Arrive(u32),
    /// All messages at once.
    AllMessages,
    /// Open or close help.
    Help(bool),
    /// Past the bar, to what the page is about.
    Skip,
    /// Away from here, at once.
    Leave,
    /// Try a file again.
    Retry,
    /// A save came to something.
    Saved(Box<SaveReport>),
    /// Another tab wrote, or storage was cleared.
    Found(Id, Box<Recovered>),
    /// Everything is on the device.
    OfflineReady,
    /// A new version waits.
    UpdateReady,
    /// Take the new version.
    Update,
}

/// What the shell must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Change the address; replacing leaves no trace in the history.
    Navigate {
        /// The address after `#`.
        hash: String,
        /// No entry in the history.
        replace: bool,
    },
    /// Get the road, cast and helpers.
    FetchCatalogue,
    /// Get the first part of a lesson.
    FetchLesson(Id),
    /// Get the rest of a lesson.
    FetchRest(Id),
    /// Keep this work, in every copy.
    Save(Pupil),
    /// Set unreadable text of this pupil apart.
    Quarantine(Id, Vec<String>),
    /// Remember who plays.
    Remember(Id),
    /// Put the focus on the title of the new screen.
    FocusTitle,
    /// Put the focus past the bar.
    FocusContent,
    /// Put the focus on the explanation.
    FocusSheet,
    /// Bring the newest message into view.
    ScrollLog,
    /// After this many milliseconds, [`Event::Arrive`].
    Later(u32, u32),
    /// Take the new version and start again.
    Update,
}
