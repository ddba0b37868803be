//! How a chat is drawn: the conversation so far on this ride, the meter, and after an ending the ride itself.

use super::super::parts::picture;
use super::{Chat, Here, Node, Reply, views};
use crate::Id;
use crate::board::{Board, Choice, Entry, Frame, Input, Meter, Phone, Stop, What, WhatIf};
use crate::text::{Form, Line};
use crate::worth::{Label, Worth};

pub(super) fn board<'a>(chat: &'a Chat, here: &Here<'a>) -> Option<Board<'a>> {
    let node = chat.node(here.screen)?;
    let phone = phone(chat, node, here);
    let open = node.option.iter().filter(|reply| !views::seen(chat, here, reply));
    let choices: Vec<Choice<'a>> = open.map(|reply| reply.choice(here.last())).collect();
    Some(Board {
        picture: picture(&node.picture, &node.alt),
        text: told(node, here).collect(),
        laws: &[],
        helpers: &[],
        spots: &[],
        tally: None,
        input: if choices.is_empty() { Input::Read } else { Input::Reply(choices) },
        tips: &node.tip,
        frame: Frame::Phone(Box::new(phone)),
    })
}

/// Lines that are told, and not on the phone.
fn told<'a>(node: &'a Node, here: &Here<'a>) -> impl Iterator<Item = &'a Line> {
    node.text.shown(here.flags).filter(|line| !on_phone(line))
}

fn on_phone(line: &Line) -> bool {
    line.who.is_some() || line.form != Form::Plain
}

fn phone<'a>(chat: &'a Chat, node: &'a Node, here: &Here<'a>) -> Phone<'a> {
    let passed: Vec<(&Node, Option<&Reply>)> =
        here.path.iter().filter_map(|p| Some((chat.node(&p.screen)?, chat.reply(&p.screen, &p.picks)))).collect();
    let mut log = Vec::new();
    for (n, (moment, reply)) in passed.iter().enumerate() {
        let following = passed.get(n + 1).map_or(node, |(next, _)| next);
        if moment.with == node.with {
            log.extend(entries(chat, moment, here));
            log.extend(reply.and_then(|reply| sent(chat, (moment, reply), following, here)));
        }
    }
    let old = log.len();
    log.extend(entries(chat, node, here));
    log.extend(chat.reply(here.screen, here.last()).filter(|reply| here_too(chat, node, reply)).map(|reply| mine(&reply.text)));
    let over = node.ending.is_some();
    Phone {
        app: &chat.app,
        title: node.with.as_deref().unwrap_or(&chat.title),
        detail: if node.with.is_some() { "" } else { &chat.detail },
        me: me(chat, node).map(String::as_str),
        log,
        old,
        meter: meter(chat, node, here),
        feelings: node.feel.iter().map(|feel| (feel.who.as_str(), feel.feeling.as_str())).collect(),
        aside: node.aside.as_deref(),
        ask: &chat.ask,
        ending: node.ending.as_deref(),
        ride: if over { passed.iter().filter_map(|(moment, reply)| stop(moment, (*reply)?)).collect() } else { Vec::new() },
        endings: chat.screen.iter().filter(|node| node.ending.is_some()).map(|node| &node.id).collect(),
        what_if: if over {
            chat.what_if.iter().map(|what| WhatIf { text: &what.text, why: &what.why, screen: &what.goto }).collect()
        } else {
            Vec::new()
        },
    }
}

/// The person the child plays: in `perspectives` whoever is looked along with.
fn me<'a>(chat: &'a Chat, node: &'a Node) -> Option<&'a String> {
    chat.me.as_ref().or_else(|| node.with.as_ref().filter(|_| !chat.view.is_empty()))
}

fn entries<'a>(chat: &'a Chat, node: &'a Node, here: &Here<'a>) -> Vec<Entry<'a>> {
    let lines = node.text.shown(here.flags).filter(|line| on_phone(line));
    let entry = |line: &'a Line| Entry {
        who: line.who.as_deref().filter(|who| *who != chat.app),
        mine: line.form == Form::Deleted || (line.who.is_some() && line.who.as_ref() == me(chat, node)),
        what: What::Line(line),
    };
    lines.map(entry).collect()
}

fn mine(words: &str) -> Entry<'_> {
    Entry { who: None, mine: true, what: What::Reply(words) }
}

/// Whether a reply is read in the conversation in which it was chosen: one that opens another conversation is said there.
fn here_too(chat: &Chat, node: &Node, reply: &Reply) -> bool {
    let next = reply.goto.as_deref().and_then(|id| chat.node(id));
    reply.to.is_some() && next.is_none_or(|next| next.with == node.with)
}

/// The reply as a message of one's own, unless the next moment opens by telling it.
fn sent<'a>(chat: &Chat, (node, reply): (&Node, &'a Reply), following: &Node, here: &Here<'_>) -> Option<Entry<'a>> {
    let told =
        following.text.shown(here.flags).find(|line| line.who.is_some()).is_some_and(|line| line.who.as_ref() == me(chat, following));
    (here_too(chat, node, reply) && !told).then(|| mine(&reply.text))
}

fn stop<'a>(node: &'a Node, reply: &'a Reply) -> Option<Stop<'a>> {
    // What left no choice is no choice to go back to.
    (node.option.len() > 1).then_some(Stop { screen: &node.id, chosen: &reply.text, label: Label::of_choice(reply.worth) })
}

/// The meter at this moment. A counter that keeps shows the highest value of the ride; a meter that shifts stands
/// one lower after a strong reply and one higher after a detour, since the values in the file are the middle road.
fn meter<'a>(chat: &'a Chat, node: &'a Node, here: &Here<'_>) -> Option<Meter<'a>> {
    let spec = chat.meter.as_ref()?;
    let passed = || here.path.iter().filter_map(|p| chat.node(&p.screen)?.meter);
    let mut value = node.meter.or_else(|| passed().next_back())?;
    if spec.keeps {
        value = passed().fold(value, u16::max);
    }
    if spec.shifts {
        let came_by = here.path.last().and_then(|p| chat.reply(&p.screen, &p.picks));
        match came_by.map(|reply| reply.worth) {
            Some(Worth::Strong) => value = value.saturating_sub(1),
            Some(Worth::Detour) => value = (value + 1).min(spec.max),
            _ => {}
        }
    }
    let word = spec.word.iter().enumerate().find(|(_, word)| value <= word.to).map(|(n, word)| (word.word.as_str(), n));
    Some(Meter { title: &spec.title, look: spec.look, value, max: spec.max, word })
}

impl Reply {
    fn choice<'a>(&'a self, picks: &[Id]) -> Choice<'a> {
        Choice { to: self.to.as_deref(), ..Choice::new(&self.id, &self.text, picks) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Chat;
    use super::{Here, What, phone};
    use crate::activity::Passed;

    const TALK: &str = r#"
        app = "Prikk"
        conversation = "Groep"
        detail = "3 leden"
        me = "Noor"
        ask = "Wat doet Noor?"
        [[screen]]
        id = "groep"
        text = "**Sem:** haha"
        option = [
            { id = "samen", to = "In de groep", text = "Stop", why = "Iedereen leest het.", goto = "daarna" },
            { id = "apart", to = "Alleen aan Mila", text = "Gaat het?", why = "Alleen Mila leest het.", goto = "prive" }]
        [[screen]]
        id = "prive"
        with = "Mila"
        text = "**Noor:** Gaat het?"
        option = [{ id = "terug", text = "Kijk weer in de groep.", why = "Daar gaat het door.", goto = "daarna" }]
        [[screen]]
        id = "daarna"
        text = "**Bram:** oké"
        ending = "Klaar"
    "#;

    /// What the child's person said, as the phone shows it at a screen after these picks.
    fn own_words(screen: &str, path: &[(&str, &str)], last: &str) -> Vec<String> {
        let chat: Chat = toml::from_str(TALK).unwrap();
        let path: Vec<Passed> = path
            .iter()
            .map(|(at, pick)| Passed { screen: (*at).into(), picks: vec![(*pick).into()], first: vec![(*pick).into()], entered: 0 })
            .collect();
        let tries = if last.is_empty() { vec![] } else { vec![vec![last.to_owned()]] };
        let here = Here { screen, tries: &tries, path: &path, flags: &[] };
        let shown = phone(&chat, chat.node(screen).unwrap(), &here);
        let mine = shown.log.into_iter().filter(|entry| entry.mine);
        mine.map(|entry| match entry.what {
            What::Line(line) => line.words(),
            What::Reply(words) => words.to_owned(),
        })
        .collect()
    }

    #[test]
    fn what_is_sent_to_the_group_stands_in_the_group() {
        assert_eq!(own_words("groep", &[], "samen"), ["Stop"]);
        assert_eq!(own_words("daarna", &[("groep", "samen")], ""), ["Stop"]);
    }

    #[test]
    fn what_is_sent_to_one_person_is_never_shown_in_the_group() {
        assert!(own_words("groep", &[], "apart").is_empty());
        assert_eq!(own_words("prive", &[("groep", "apart")], ""), ["Gaat het?"]);
        assert!(own_words("daarna", &[("groep", "apart"), ("prive", "terug")], "").is_empty());
    }
}
