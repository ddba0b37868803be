//! The ways to learn: one file each, registered in one line below.
//!
//! A kind turns its content into a [`Board`] and marks an answer; it knows nothing of widgets, saving or order of
//! steps. To add one: write `my_kind.rs` with a struct that derives what its neighbours derive, add its line to `kinds!`,
//! and give `lessons/README.md` one playable example, which is a test input. A kind that only looks different
//! from another is turned into it when it is read ([`Questions`], [`Judge`], [`Sort`]) and costs a pupil's browser
//! nothing; any other implements [`Kind`] and `Authored`.
//!
//! The rule a reader could break: a kind keeps no state. What a pupil did arrives as [`Here`], replayed from moves by
//! id, so saved progress never holds the internals of a kind.

use serde::{Deserialize, Deserializer, Serialize};

use crate::Id;
use crate::board::Board;
use crate::text::Flags;
use crate::worth::{Label, Size, Worth};

mod parts;
mod tally;

pub use parts::{Opt, Panel, Question, Verdict};

/// The registry: each kind by its module and its type, and the name that lesson files use. A kind of its own is played as it
/// is written; a dressed one is turned into another form when it is read: into one of its own neighbours, or into one
/// that no lesson file names (`played`).
macro_rules! kinds {
    (played { $($form:ident: $Form:ident),* $(,)? } own { $($name:ident: $Type:ident),* $(,)? } dressed { $($scene:ident: $Scene:ident = $word:literal),* $(,)? }) => {
        $(mod $form;)*
        $(pub use $form::$Form;)*
        $(mod $name;)*
        $(pub use $name::$Type;)*
        $(mod $scene;)*
        $(pub use $scene::$Scene;)*

        /// A way to learn with its content, as it is played.
        #[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
        #[allow(missing_docs)]
        pub enum Activity { $($Form($Form),)* $($Type($Type)),* }

        /// The names of all kinds, as lesson files write them.
        pub const KINDS: &[&str] = &[$(stringify!($name),)* $($word),*];

        impl Activity {
            /// Reads the content of the kind with this name; `None` when there is no such kind.
            pub fn read<'de, D: Deserializer<'de>>(kind: &str, content: D) -> Option<Result<Self, D::Error>> {
                match kind {
                    $(stringify!($name) => Some($Type::deserialize(content).map(Activity::$Type)),)*
                    $($word => Some($Scene::deserialize(content).map(Activity::from)),)*
                    _ => None,
                }
            }

            /// The kind itself.
            pub fn kind(&self) -> &dyn Kind {
                match self { $(Activity::$Form(kind) => kind,)* $(Activity::$Type(kind) => kind),* }
            }

            /// What cannot be right about the content, beyond what its types say.
            pub fn faults(&self) -> Vec<Fault> {
                match self { $(Activity::$Form(kind) => kind.faults(),)* $(Activity::$Type(kind) => kind.faults()),* }
            }

            /// Drops what only teachers need, before the lesson is packed for pupils.
            pub fn for_pupil(&mut self) {
                match self { $(Activity::$Form(kind) => kind.for_pupil(),)* $(Activity::$Type(kind) => kind.for_pupil()),* }
            }

            /// The JSON Schema of each kind's content, by name.
            #[cfg(feature = "schema")]
            pub fn schemas(generator: &mut schemars::SchemaGenerator) -> Vec<(&'static str, schemars::Schema)> {
                vec![
                    $((stringify!($name), <$Type as schemars::JsonSchema>::json_schema(generator)),)*
                    $(($word, <$Scene as schemars::JsonSchema>::json_schema(generator))),*
                ]
            }
        }
    };
}

kinds! {
    played {
        questions: Questions,
        tiles: Tiles,
    }
    own {
        story: Story,
        multi: Multi,
        sort: Sort,
        judge: Judge,
        chat: Chat,
        card: Card,
        letter: Letter,
        talk: Talk,
    }
    dressed {
        choice: Choice = "choice",
        poll: Poll = "poll",
        feed: Feed = "feed",
        slider: Slider = "slider",
        timeline: Timeline = "timeline",
        hazard: Hazard = "hazard",
        inbox: Inbox = "inbox",
        permissions: Permissions = "permissions",
        pairs: Pairs = "match",
        memory: Memory = "memory",
        order: Order = "order",
        spot: Spot = "spot",
        profile: Profile = "profile",
        search: Search = "search",
        passphrase: Passphrase = "passphrase",
        perspectives: Perspectives = "perspectives",
    }
}

pub use chat::{Feel, MeterSpec, Node, Reply, WhatIf};

/// A way to learn.
pub trait Kind {
    /// Ids of the screens in reading order. A step begins at the first.
    fn screens(&self) -> Vec<&Id>;

    /// What stands on the screen where the pupil is; `None` when this step has no such screen.
    fn board<'a>(&'a self, here: &Here<'a>) -> Option<Board<'a>>;

    /// What an answer is worth and why; `None` when it cannot be an answer here, as where nothing is asked.
    fn mark<'a>(&'a self, _here: &Here<'a>, _picks: &[Id]) -> Option<Mark<'a>> {
        None
    }

    /// Where the road goes after this screen. In reading order, unless the kind knows better.
    fn next(&self, here: &Here<'_>, _picks: &[Id]) -> Next {
        in_order(&self.screens(), here.screen)
    }

    /// The best that can be answered on this screen: what a helper of a lost pupil, or a test, would pick.
    fn best(&self, _here: &Here<'_>) -> Option<Vec<Id>> {
        None
    }
}

/// What authors' tools ask of a kind. Apart from [`Kind`], whose methods all enter the pupil's wasm by its table.
trait Authored {
    /// What cannot be right about this content, beyond what its types say.
    fn faults(&self) -> Vec<Fault> {
        Vec::new()
    }

    /// Drops what only teachers need.
    fn for_pupil(&mut self) {}
}

/// Where a pupil is in a step, and how they came there.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// The current screen.
    pub screen: &'a str,
    /// The answers given on it, oldest first.
    pub tries: &'a [Vec<Id>],
    /// The screens passed on this ride, oldest first.
    pub path: &'a [Passed],
    /// What earlier choices set.
    pub flags: &'a Flags,
}

impl<'a> Here<'a> {
    /// The last answer on the current screen.
    pub fn last(&self) -> &'a [Id] {
        self.tries.last().map_or(&[], Vec::as_slice)
    }

    /// The answer with which a screen was left on this ride, or the last one on the current screen.
    pub fn answer(&self, screen: &str) -> &'a [Id] {
        if screen == self.screen {
            return self.last();
        }
        self.path.iter().rev().find(|passed| passed.screen == screen).map_or(&[], |passed| &passed.picks)
    }
}

/// A screen passed on a ride.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// The screen.
    pub screen: Id,
    /// The answer with which it was left; empty for a screen to read.
    pub picks: Vec<Id>,
    /// The first answer that was given there; empty for a screen to read.
    pub first: Vec<Id>,
    /// How many moves had been made when the ride came there.
    pub entered: usize,
}

/// What an answer is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark<'a> {
    /// Worth of the answer as a whole.
    pub worth: Worth,
    /// The word and sign above the explanation.
    pub label: Label,
    /// Words that open the explanation.
    pub opening: Option<&'a str>,
    /// One explanation for each thing picked.
    pub reasons: Vec<crate::board::Reason<'a>>,
    /// Shown too once the road goes on after a weaker answer: what was strong.
    pub shown: Vec<crate::board::Reason<'a>>,
    /// Found so far and to find in all, where several hold.
    pub found: Option<(usize, usize)>,
    /// Goes into progress. A prediction, or a ride that may be driven many ways, does not.
    pub counts: bool,
    /// The road goes on whatever was answered.
    pub soft: bool,
    /// The size of help, for a bystander.
    pub size: Option<Size>,
    /// Flag and value that this answer sets.
    pub sets: Option<(Id, Id)>,
}

/// Where the road goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// To this screen of the step.
    Screen(Id),
    /// Out of the step.
    Done,
}

/// Something in the content of a kind that cannot be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Rule code, as documented in `lessons/README.md`.
    pub code: &'static str,
    /// The screen it is about, if it is about one.
    pub screen: Option<Id>,
    /// Detail for the message: an id, a number.
    pub detail: String,
}

fn in_order(screens: &[&Id], screen: &str) -> Next {
    let after = screens.iter().position(|id| *id == screen).and_then(|n| screens.get(n + 1));
    after.map_or(Next::Done, |id| Next::Screen((*id).clone()))
}

/// What a screen with options must have: something strong, and not everything strong. Where an option is open, nothing is
/// better or worse, so neither holds.
fn worth_faults(screen: &Id, worths: impl Iterator<Item = Worth> + Clone) -> Vec<Fault> {
    let fault = |code| vec![Fault { code, screen: Some(screen.clone()), detail: String::new() }];
    if worths.clone().count() == 0 || worths.clone().any(|worth| worth == Worth::Open) {
        Vec::new()
    } else if !worths.clone().any(|worth| worth == Worth::Strong) {
        fault("niets-goed")
    } else if worths.clone().all(|worth| worth == Worth::Strong) {
        fault("alles-goed")
    } else {
        Vec::new()
    }
}
