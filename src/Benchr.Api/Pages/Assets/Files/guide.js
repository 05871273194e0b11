// Shows what a marked outcome leaves, at once. Without this script the form does it with its button.
const form = document.getElementById('guide');
let running;

form?.closest('section').addEventListener('change', async event => {
  if (event.target.form !== form) return;
  running?.abort();
  running = new AbortController();
  const target = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  try {
    const response = await fetch(target, { headers: { Accept: 'text/html' }, signal: running.signal });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const result = page.getElementById('guide-result');
    if (!result) return;

    document.getElementById('guide-result').replaceChildren(...result.childNodes);
    history.replaceState(null, '', target);
  } catch (error) {
    if (error.name !== 'AbortError') form.requestSubmit();
  }
});
