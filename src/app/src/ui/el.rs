//! Elements, built by plain calls: `el("p").class("soft").kid("Hallo")`.
//!
//! Why not `html!`: the macro writes the making of each element out in full, some 350 bytes of wasm a tag, where a
//! chain of calls takes some 60. It cost a class with weak Wi-Fi a fifth of the module (figures in the commit).
//!
//! The rule a reader could break: no `style` attribute and no raw HTML, here or anywhere; see `ui/mod.rs`. A part that
//! comes and goes is added as an `Option`: an absent one keeps its place, so that what follows it is not drawn anew.

use std::rc::Rc;

use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VList, VNode, VTag, VText};
use yew::{Callback, Html};

use super::Cx;
use crate::app::Event;
use crate::phrases::Phrase;

/// An element under construction.
pub(crate) struct El(Rc<VTag>);

/// An element with this tag.
pub(crate) fn el(tag: &'static str) -> El {
    El(Rc::new(VTag::new(tag)))
}

impl El {
    /// Every method comes down to this: the tag is not shared while it is being built.
    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }

    #[inline(never)]
    fn set(self, name: &'static str, value: AttrValue) -> Self {
        self.change(|tag| tag.add_attribute(name, value))
    }

    #[inline(never)]
    fn push(self, node: Html) -> Self {
        self.change(|tag| tag.add_child(node))
    }

    #[inline(never)]
    fn listen(self, listener: Rc<dyn Listener>) -> Self {
        self.change(|tag| {
            tag.add_listener(listener);
        })
    }

    /// An attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.set(name, value.into())
    }

    /// The classes, one or more.
    pub(crate) fn class(self, names: impl Into<AttrValue>) -> Self {
        self.set("class", names.into())
    }

    /// Classes of which some may be empty.
    pub(crate) fn classes(self, names: &[&str]) -> Self {
        let mut all = String::new();
        for name in names {
            if !name.is_empty() && !all.is_empty() {
                all.push(' ');
            }
            all.push_str(name);
        }
        self.set("class", all.into())
    }

    /// Hidden from screen readers: decoration, or said elsewhere.
    pub(crate) fn mute(self) -> Self {
        self.attr("aria-hidden", "true")
    }

    /// Can be given the focus, under this id, without a place in the tab order.
    pub(crate) fn target(self, id: &'static str) -> Self {
        self.attr("id", id).attr("tabindex", "-1")
    }

    /// A key among its neighbours.
    pub(crate) fn key(self, key: impl Into<Key>) -> Self {
        let key = key.into();
        self.change(|tag| tag.key = Some(key))
    }

    /// Whether an `input` is on.
    pub(crate) fn checked(self, on: bool) -> Self {
        self.change(|tag| tag.set_checked(on))
    }

    /// A child.
    pub(crate) fn kid(self, node: impl Node) -> Self {
        self.push(node.node())
    }

    /// Children of one sort, together in one place.
    pub(crate) fn kids<N: Node>(self, nodes: impl IntoIterator<Item = N>) -> Self {
        self.push(list(nodes))
    }

    /// A click, by mouse, finger or key, reports this.
    pub(crate) fn click(self, cx: Cx<'_>, event: Event) -> Self {
        self.report(cx, On::Click, event)
    }

    /// A change of an `input` reports this.
    pub(crate) fn change_to(self, cx: Cx<'_>, event: Event) -> Self {
        self.report(cx, On::Change, event)
    }

    fn report(self, cx: Cx<'_>, on: On, event: Event) -> Self {
        self.listen(Rc::new(Report { on, send: cx.send.clone(), event }))
    }
}

/// What can be a child.
pub(crate) trait Node {
    /// As Yew wants it.
    fn node(self) -> Html;
}

impl Node for Html {
    fn node(self) -> Html {
        self
    }
}

impl Node for El {
    fn node(self) -> Html {
        VNode::VTag(self.0)
    }
}

impl Node for &str {
    fn node(self) -> Html {
        VNode::VText(VText::new(self.to_owned()))
    }
}

impl Node for String {
    fn node(self) -> Html {
        VNode::VText(VText::new(self))
    }
}

impl Node for Phrase {
    fn node(self) -> Html {
        VNode::VText(VText::new(self.0))
    }
}

impl<N: Node> Node for Option<N> {
    fn node(self) -> Html {
        self.map(Node::node).unwrap_or_default()
    }
}

/// Nodes without an element around them.
pub(crate) fn list<N: Node>(nodes: impl IntoIterator<Item = N>) -> Html {
    let mut all = Vec::new();
    for node in nodes {
        all.push(node.node());
    }
    VNode::from(VList::from(all))
}

/// What is listened for: Yew's own list names a hundred kinds, and copying one costs as many cases.
#[derive(Clone, Copy)]
enum On {
    Click,
    Change,
}

impl On {
    fn kind(self) -> ListenerKind {
        match self {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
        }
    }
}

/// Reports an event of the app.
struct Report {
    on: On,
    send: Callback<Event>,
    event: Event,
}

impl Listener for Report {
    fn kind(&self) -> ListenerKind {
        self.on.kind()
    }

    fn handle(&self, event: web_sys::Event) {
        // What the browser itself would do with a click is nothing here, but for the link that skips the bar.
        if matches!(self.on, On::Click) {
            event.prevent_default();
        }
        self.send.emit(self.event.clone());
    }

    fn passive(&self) -> bool {
        false
    }
}
