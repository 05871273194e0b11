// Narrows the list while somebody types. Without this script the form does it with its button.
const form = document.getElementById('filters');
let running;
let timer;

const address = () => {
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled).toString();
  return query ? `${form.action}?${query}` : form.action;
};

const update = async () => {
  running?.abort();
  running = new AbortController();
  const target = address();
  try {
    const response = await fetch(target, { headers: { Accept: 'text/html' }, signal: running.signal });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const results = page.getElementById('results');
    if (!results) return;

    // The region that is announced stays in place; only what it says changes.
    const count = document.querySelector('#results-title [role=status]');
    const current = document.getElementById('results');
    current.replaceChildren(current.firstElementChild, ...[...results.children].slice(1));
    count.textContent = results.querySelector('[role=status]').textContent;
    for (const select of form.querySelectorAll('select')) {
      const { value } = select;
      select.replaceChildren(...page.getElementById(select.id).children);
      select.value = value;
    }
    history.replaceState(null, '', target);
  } catch (error) {
    if (error.name !== 'AbortError') form.submit();
  }
};

form.addEventListener('input', event => {
  clearTimeout(timer);
  timer = setTimeout(update, event.target.type === 'search' ? 150 : 0);
});

form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(timer);
  update();
});
