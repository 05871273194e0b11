// Copy buttons, and one choice of shell for all steps. Without this script the commands are there to be selected.
const remembered = 'benchr-shell';

const copier = (text, name, after, className) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy ${name}`);
  if (className) button.className = className;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(after);
      button.textContent = 'Press Ctrl+C';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
  return button;
};

const choose = (root, shell) => {
  for (const input of root.querySelectorAll('[data-shells] > input')) {
    if (input.value === shell) input.checked = true;
  }
};

/** Makes a part of the page better; called again for parts that come later. */
export const enhance = root => {
  if (navigator.clipboard) {
    for (const block of root.querySelectorAll('[data-copy]:not([data-copied])')) {
      const pre = block.querySelector('pre');
      block.append(copier(() => pre.textContent, block.dataset.copy, pre));
      block.dataset.copied = '';
    }
    for (const link of root.querySelectorAll('[data-copy-link]:not([data-copied])')) {
      link.after(copier(() => link.href, 'the link', link, 'copy-link'));
      link.dataset.copied = '';
    }
  }
  try {
    choose(root, localStorage.getItem(remembered));
  } catch { /* Storage may be forbidden; then nothing is remembered. */ }
};

document.addEventListener('change', event => {
  if (!event.target.matches('[data-shells] > input')) return;
  choose(document, event.target.value);
  try {
    localStorage.setItem(remembered, event.target.value);
  } catch { /* As above. */ }
});

enhance(document);
