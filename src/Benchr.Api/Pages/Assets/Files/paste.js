// Answers a paste in place. Without this script the form does the same with a new page.
import { mask, shapesOf } from './mask.js';
import { enhance } from './code.js';

const form = document.getElementById('paste-form');
const box = document.getElementById('paste');
const answer = document.getElementById('answer');
const status = document.getElementById('paste-status');
const complaint = document.getElementById('paste-problem');
const note = document.getElementById('paste-note');
const button = form.querySelector('button');
const shapes = shapesOf(form.dataset.keyShapes);
const usual = note.innerHTML;
let running;

const maskBox = () => {
  const { text, found } = mask(box.value, shapes);
  if (found.length > 0) {
    box.value = text;
    note.textContent = `${found.join(', ')} masked here, before sending. If others saw it, revoke it where it was issued.`;
  }
};

const complain = text => {
  complaint.textContent = text;
  box.toggleAttribute('aria-invalid', text !== '');
};

const show = async () => {
  running?.abort();
  running = new AbortController();
  button.setAttribute('aria-disabled', 'true');
  status.textContent = 'Reading…';
  try {
    const response = await fetch('/', { method: 'POST', body: new URLSearchParams({ paste: box.value }), headers: { Accept: 'text/html' }, signal: running.signal });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const diagnosis = page.getElementById('diagnosis');
    if (!diagnosis) {
      const wait = response.headers.get('Retry-After');
      complain((page.querySelector('.lead, .complaint:not(:empty)')?.textContent ?? 'The service did not answer as it should.') + (wait ? ` (${wait} s)` : ''));
      status.textContent = '';
      return;
    }

    document.getElementById('diagnosis')?.remove();
    answer.replaceChildren(document.adoptNode(diagnosis));
    enhance(diagnosis);
    document.title = page.title;
    status.textContent = `Diagnosis: ${diagnosis.querySelector('h1').textContent}`;
    diagnosis.focus({ preventScroll: true });
    diagnosis.scrollIntoView({ block: 'start' });
  } catch (error) {
    if (error.name !== 'AbortError') complain('The service cannot be reached. Your text is still here; try again in a moment.');
    status.textContent = '';
  } finally {
    button.removeAttribute('aria-disabled');
  }
};

form.addEventListener('submit', event => {
  event.preventDefault();
  if (box.value.trim() === '') {
    complain('There is nothing to diagnose. Paste the error as you got it.');
    box.focus();
    return;
  }

  if (box.value.length > Number(form.dataset.longest)) {
    complain('That is more than 256 KiB. Paste the end of the log, from the last error on.');
    return;
  }

  complain('');
  note.innerHTML = usual;
  maskBox();
  show();
});

box.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

// What a browser keeps of the box when somebody comes back must not hold a secret either.
box.addEventListener('paste', () => setTimeout(maskBox));
form.noValidate = true;
