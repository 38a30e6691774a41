/**
 * The one script of the pages, served as a file. It moves the code of a link from the address into the form, so that
 * nobody types it, and guards against a second press. It sends nothing by itself: only a person's press does
 * (mail scanners open links and run scripts). Without it, the page asks for the code.
 */
export const DESK_SCRIPT = `'use strict';
(() => {
  const isCode = /^[A-Za-z0-9_-]{43}$/;

  function takeCodeFromAddress() {
    const code = location.hash.slice(1);
    const input = document.querySelector('input[data-code]');
    if (!input || !isCode.test(code)) return;
    input.value = code;
    const field = input.closest('[data-code-field]');
    if (field) field.hidden = true;
    history.replaceState(null, '', location.pathname + location.search);
  }

  function keepCodeOnLanguageSwitch(event) {
    const link = event.target instanceof Element ? event.target.closest('a[data-keep-code]') : null;
    const input = document.querySelector('input[name="token"]');
    if (link && input && isCode.test(input.value)) link.hash = input.value;
  }

  function setButtons(form, disabled) {
    for (const button of form.querySelectorAll('button')) button.disabled = disabled;
  }

  takeCodeFromAddress();
  addEventListener('hashchange', takeCodeFromAddress);
  document.addEventListener('click', keepCodeOnLanguageSwitch);
  document.addEventListener('submit', (event) => {
    setButtons(event.target, true);
    // A lost connection leaves the person on the page: the button comes back.
    setTimeout(() => setButtons(event.target, false), 10000);
  });
  addEventListener('pageshow', () => {
    for (const form of document.forms) setButtons(form, false);
  });
})();
`;
