//! What makes a chat unplayable: a moment nobody can reach, a reply to nowhere, a branch with no way out.

use super::{Chat, Fault, Kind, Next};
use crate::Id;

pub(super) fn faults(chat: &Chat) -> Vec<Fault> {
    let mut faults = Vec::new();
    let fault = |code, screen: &Id, detail: &str| Fault { code, screen: Some(screen.clone()), detail: detail.to_owned() };
    // Of the screens to choose a view on only the first was written by somebody.
    let made = 1..chat.view.len().max(1);
    for (_, node) in chat.screen.iter().enumerate().filter(|(n, _)| !made.contains(n)) {
        for target in node.option.iter().filter_map(|reply| reply.goto.as_ref()).filter(|target| chat.node(target).is_none()) {
            faults.push(fault("dode-sprong", &node.id, target));
        }
    }
    for what_if in chat.what_if.iter().filter(|what_if| chat.node(&what_if.goto).is_none()) {
        faults.push(Fault { code: "dode-sprong", screen: None, detail: what_if.goto.clone() });
    }
    let reached = reachable(chat);
    let out = ways_out(chat);
    for (n, node) in chat.screen.iter().enumerate() {
        if !reached[n] {
            faults.push(fault("onbereikbaar", &node.id, ""));
        } else if !out[n] {
            faults.push(fault("geen-uitweg", &node.id, ""));
        }
    }
    faults
}

/// Places of the moments to which a moment leads, and whether it leads out of the step.
fn leads(chat: &Chat, n: usize) -> (Vec<usize>, bool) {
    let node = &chat.screen[n];
    let nexts: Vec<Next> = if node.option.is_empty() {
        vec![chat.onward(node)]
    } else {
        node.option.iter().flat_map(|reply| reply.goto.clone().map_or_else(|| away(chat), |goto| vec![Next::Screen(goto)])).collect()
    };
    let place = |next: &Next| match next {
        Next::Screen(id) => chat.screen.iter().position(|node| node.id == *id),
        Next::Done => None,
    };
    (nexts.iter().filter_map(place).collect(), nexts.contains(&Next::Done))
}

/// Where a reply that leads nowhere may come out: in `perspectives` at any of the screens to choose on, or at the ending.
fn away(chat: &Chat) -> Vec<Next> {
    let choosing = chat.screen.iter().take(chat.view.len());
    let ending = chat.screen.iter().find(|node| node.ending.is_some() && !chat.view.is_empty());
    let screens: Vec<Next> = choosing.chain(ending).map(|node| Next::Screen(node.id.clone())).collect();
    if screens.is_empty() { vec![Next::Done] } else { screens }
}

fn reachable(chat: &Chat) -> Vec<bool> {
    let mut reached = vec![false; chat.screens().len()];
    let mut todo = vec![0];
    while let Some(n) = todo.pop() {
        if reached.get(n) == Some(&false) {
            reached[n] = true;
            todo.extend(leads(chat, n).0);
        }
    }
    reached
}

fn ways_out(chat: &Chat) -> Vec<bool> {
    let roads: Vec<(Vec<usize>, bool)> = (0..chat.screen.len()).map(|n| leads(chat, n)).collect();
    let mut out: Vec<bool> = roads.iter().map(|(_, leaves)| *leaves).collect();
    loop {
        let more: Vec<usize> = (0..out.len()).filter(|n| !out[*n] && roads[*n].0.iter().any(|to| out[*to])).collect();
        if more.is_empty() {
            return out;
        }
        more.into_iter().for_each(|n| out[n] = true);
    }
}
