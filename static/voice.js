// voice.js: reads the screen aloud with a Dutch voice of the device itself. Fetched by later.js where a browser can speak.
// Rules: only voices that work on the device, since others send the text away; no such voice, no button. The app draws an
// empty button (data-voice), this file shows it and does the rest, so that nothing of it enters the wasm. What is read is
// what stands on the screen; the explanation alone while it is up. A module of its own.
const root = document.documentElement, synth = window.speechSynthesis;
const WORDS = { on: 'Lees voor', off: 'Stop met voorlezen' }; // read-on, read-off
const LONGEST = 180; // some voices stop by themselves in a long text
const OUT = '[aria-hidden=true],.vh.keys,svg,script,input,.dots,.saved,kbd';
// Blocks: what stands on a line of its own is a piece of its own.
const BLOCK = 'h1,h2,h3,p,li,label,button,legend,figure,dt,dd,.bin,.tile,.msg-b';
let pieces = [], at = -1, voice = null;

const pick = () => {
  const dutch = synth.getVoices().filter((one) => one.localService && /^nl([-_]|$)/i.test(one.lang));
  voice = dutch.find((one) => /^nl[-_]NL/i.test(one.lang)) || dutch[0] || null;
  voice ? root.dataset.voices = '' : delete root.dataset.voices;
};

// The text nodes of a part of the page that are seen or meant to be heard, with the block each stands in.
const texts = (part) => {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() && !parent.closest(OUT) && parent.getClientRects().length) found.push([node, parent.closest(BLOCK) || parent]);
  }
  return found;
};
// Cuts a block into sentences, and a long sentence at a comma or space. Each piece knows where it begins and ends.
const cut = (nodes, block) => {
  const whole = nodes.map((node) => node.data).join('');
  const place = (offset, end) => {
    let left = offset;
    for (const node of nodes) {
      if (left < node.length || (end && left === node.length)) return [node, left];
      left -= node.length;
    }
    const last = nodes[nodes.length - 1];
    return [last, last.length];
  };
  const made = [];
  for (const sentence of whole.matchAll(/[^.!?…]*[.!?…]*['"’”)]*\s*/g)) {
    let from = sentence.index;
    const stop = from + sentence[0].length;
    while (from < stop) {
      let to = stop;
      if (to - from > LONGEST) {
        const near = whole.slice(from, from + LONGEST);
        to = from + (near.lastIndexOf(', ') > 40 ? near.lastIndexOf(', ') + 1 : near.lastIndexOf(' ') > 40 ? near.lastIndexOf(' ') : LONGEST);
      }
      // a picture character is no word
      const said = whole.slice(from, to).replace(/\p{Extended_Pictographic}\uFE0F?/gu, ' ').trim();
      if (/[\p{L}\p{N}]/u.test(said)) {
        const range = document.createRange();
        range.setStart(...place(from, false));
        range.setEnd(...place(to, true));
        made.push({ said, range, block });
      }
      from = to;
    }
  }
  return made;
};
const gather = () => {
  const sheet = document.querySelector('#app .sheet'), main = document.querySelector('#app main');
  const made = [];
  let nodes = [], block = null;
  const close = () => { if (nodes.length) made.push(...cut(nodes, block)); nodes = []; };
  for (const [node, own] of texts(sheet || main || document.body)) {
    if (own !== block) close();
    block = own;
    nodes.push(node);
  }
  close();
  return made;
};

// The sentence that is spoken: by the highlight of the browser, which changes nothing in the page; else its block.
const mark = (piece) => {
  for (const old of document.querySelectorAll('[data-spoken]')) delete old.dataset.spoken;
  if (window.Highlight && CSS.highlights) piece ? CSS.highlights.set('spoken', new Highlight(piece.range)) : CSS.highlights.delete('spoken');
  else if (piece) piece.block.dataset.spoken = '';
  if (piece && piece.block.isConnected) piece.block.scrollIntoView({ block: 'nearest' });
};
const button = () => document.querySelector('[data-voice]');
const show = (speaks) => {
  const found = button();
  if (!found) return;
  found.setAttribute('aria-pressed', String(speaks));
  found.setAttribute('aria-label', speaks ? WORDS.off : WORDS.on);
};
const stop = () => {
  if (at < 0) return;
  at = -1;
  synth.cancel();
  mark(null);
  show(false);
};
const speak = () => {
  const piece = pieces[at];
  // What is gone from the screen is not read on.
  if (!piece || !piece.block.isConnected) return stop();
  const words = new SpeechSynthesisUtterance(piece.said), mine = at;
  Object.assign(words, { voice, lang: voice.lang, rate: root.dataset.pace === 'slow' ? 0.8 : 1 });
  const next = () => { if (at === mine) { at += 1; speak(); } };
  words.onend = next;
  words.onerror = next;
  mark(piece);
  synth.speak(words);
};

addEventListener('click', (event) => {
  const pressed = event.target instanceof Element && event.target.closest('[data-voice]');
  const spoke = at >= 0;
  stop();
  if (!pressed || spoke || !voice) return;
  pieces = gather();
  at = 0;
  show(true);
  speak();
});
for (const gone of ['hashchange', 'pagehide']) addEventListener(gone, stop);
synth.cancel(); // what an earlier page left
if (synth.addEventListener) synth.addEventListener('voiceschanged', pick);
pick();
