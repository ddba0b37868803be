//! **perspectives**: the same moment seen by several people, in the order the child chooses. Nobody sees everything: what
//! one knows, another does not.

use serde::Deserialize;

use super::Activity;
use super::chat::{Chat, MeterSpec, Node, Reply};
use crate::Id;
use crate::worth::Worth;

/// The same moment, seen by several people.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Perspectives {
    /// Name of the fictional app.
    pub app: String,
    /// Name of the conversation. Written `conversation`, where `title` is the title of the step.
    pub conversation: String,
    /// Below the name: members and time.
    pub detail: String,
    /// The question above the choices.
    pub ask: String,
    /// The instrument beside the phone.
    #[serde(default)]
    pub meter: Option<MeterSpec>,
    /// The people.
    pub view: Vec<View>,
    /// The first is where the child chooses whom to look along with; then the moments of each view, linked by `goto`: a
    /// reply without it ends the view. When all were seen, the first with an `ending` follows.
    pub screen: Vec<Node>,
}

/// Somebody to look along with.
#[derive(Deserialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Stable name.
    pub id: Id,
    /// Who it is, as children read it.
    pub title: String,
    /// The first screen of this view.
    pub start: Id,
}

impl From<Perspectives> for Activity {
    fn from(written: Perspectives) -> Self {
        let Perspectives { app, conversation, detail, ask, meter, view, mut screen } = written;
        view.iter().for_each(|view| view.mark(&mut screen));
        let choice = |view: &View| Reply {
            id: view.id.clone(),
            worth: Worth::Open,
            size: None,
            to: None,
            text: view.title.clone(),
            why: String::new(),
            goto: Some(view.start.clone()),
            opening: None,
            flag: None,
        };
        if let Some(first) = screen.first_mut() {
            first.option = view.iter().map(choice).collect();
        }
        // One screen to choose on for each view: a ride never comes back to a screen it passed.
        let again = |n: usize, first: &Node| Node { id: format!("{}-{n}", first.id), ..first.clone() };
        let more: Vec<Node> = screen.first().into_iter().flat_map(|first| (2..=view.len()).map(|n| again(n, first))).collect();
        screen.splice(1.min(screen.len())..1.min(screen.len()), more);
        let view = view.into_iter().map(|view| view.start).collect();
        Activity::Chat(Chat { app, title: conversation, detail, me: None, ask, meter, what_if: Vec::new(), screen, view })
    }
}

impl View {
    /// Says of every moment of this view whose phone it is.
    fn mark(&self, screens: &mut [Node]) {
        let mut todo = vec![self.start.clone()];
        while let Some(id) = todo.pop() {
            if let Some(node) = screens.iter_mut().find(|node| node.id == id && node.with.is_none()) {
                node.with = Some(self.title.clone());
                todo.extend(node.option.iter().filter_map(|reply| reply.goto.clone()));
            }
        }
    }
}
