// Masks what is plainly a secret before it leaves the browser. The server masks again, and more: this is the first net, not the only one.
// A masked text is as long as the text was, keeps the prefix by which a key is known, and its last four characters.

const inside = /[A-Za-z0-9_-]/;
const others = [
  { before: /\bbearer\s+$/i, least: 12 },
  { before: /\b(?:api[_-]?key|access[_-]?key|secret|password|passwd|token)["']?\s*[:=]\s*["']?$/i, least: 12 },
];

/** The shapes as the page writes them: "prefix:least prefix:least". */
export const shapesOf = text => text.split(' ').filter(Boolean).map(shape => {
  const colon = shape.lastIndexOf(':');
  return { prefix: shape.slice(0, colon), least: Number(shape.slice(colon + 1)) };
});

const masked = (word, shown) => {
  const hidden = word.length - shown;
  const tail = hidden >= 16 ? 4 : 0;
  return word.slice(0, shown) + '*'.repeat(hidden - tail) + (tail ? word.slice(-tail) : '');
};

/** The text with its secrets masked, and the masks, shortened, to be told. */
export const mask = (text, shapes) => {
  const found = [];
  const tell = (word, shown) => found.push(`${word.slice(0, Math.min(4, shown))}…${word.slice(-4)}`);
  const safe = text.replace(/[A-Za-z0-9_][A-Za-z0-9_.-]{11,}/g, (word, start) => {
    for (const { prefix, least } of shapes) {
      for (let at = word.indexOf(prefix); at >= 0; at = word.indexOf(prefix, at + 1)) {
        if (prefix.length < 6 && at > 0 && inside.test(word[at - 1])) continue;
        const key = /^[A-Za-z0-9_-]*/.exec(word.slice(at + prefix.length))[0];
        if (key.length < least) continue;
        tell(prefix + key, prefix.length);
        const end = at + prefix.length + key.length;
        return word.slice(0, at) + masked(prefix + key, prefix.length) + word.slice(end);
      }
    }
    if (/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(word)) {
      tell(word, 3);
      return masked(word, 3);
    }
    const before = text.slice(Math.max(0, start - 40), start);
    if (/[A-Za-z]/.test(word) && /\d/.test(word) && others.some(other => word.length >= other.least && other.before.test(before))) {
      tell(word, 0);
      return masked(word, 0);
    }
    return word;
  });
  return { text: safe, found };
};
