/**
 * The one script of the pages, served as a file. It moves the code of a link from the address into the form, so that
 * nobody types it, carries what was typed over to another language, guards against a second press, and copies, saves
 * and prints. It sends nothing by itself: only a person's press does. Scanners of mail open links, run scripts and submit
 * the forms they find, so that a form leads nowhere until somebody presses something. Without it, the page asks for
 * the code.
 */
export const DESK_SCRIPT = `'use strict';
(() => {
  const isCode = /^[A-Za-z0-9_-]{43}$/;
  const sent = new WeakSet();
  const waiting = new Set();

  function letFormsWait() {
    for (const form of document.querySelectorAll('form[method="post"]')) {
      form.method = 'dialog';
      waiting.add(form);
    }
  }

  function wake(form) {
    form.method = 'post';
    waiting.delete(form);
  }

  function takeCodeFromAddress() {
    const code = location.hash.slice(1);
    const input = document.querySelector('input[data-code]');
    if (!input || !isCode.test(code)) return;
    input.value = code;
    const field = input.closest('[data-code-field]');
    if (field) field.hidden = true;
    history.replaceState(null, '', location.pathname + location.search);
  }

  function keepCodeOnLanguageSwitch(link) {
    const input = document.querySelector('input[name="token"]');
    if (input && isCode.test(input.value)) link.hash = input.value;
  }

  // What stands in the other forms of the page goes along with the one that is drawn again.
  function keepTheOtherForms(form) {
    for (const field of document.querySelectorAll('main form :is(input, textarea):not([type="hidden"])')) {
      const isLeft = /^(?:checkbox|radio)$/.test(field.type) && !field.checked;
      if (field.form === form || !field.name || !field.value || isLeft) continue;
      const copy = document.createElement('input');
      Object.assign(copy, { type: 'hidden', name: field.name, value: field.value });
      form.append(copy);
    }
  }

  const textOf = (id) => document.getElementById(id).textContent;

  async function press({ dataset: { copy, done, failed, print: prints } }) {
    if (prints !== undefined) print();
    if (copy === undefined) return;
    const said = document.querySelector('[data-said]');
    said.textContent = '';
    said.textContent = await navigator.clipboard.writeText(textOf(copy)).then(
      () => done,
      () => failed,
    );
  }

  function offerToKeep() {
    for (const link of document.querySelectorAll('a[data-save]')) {
      link.href = URL.createObjectURL(new Blob([textOf(link.dataset.save)], { type: 'text/plain;charset=utf-8' }));
    }
    for (const part of document.querySelectorAll('[data-with-script]')) part.hidden = false;
    for (const button of document.querySelectorAll('[data-copy]')) button.hidden = !navigator.clipboard;
  }

  function setButtons(form, disabled) {
    if (!disabled) sent.delete(form);
    for (const button of form.querySelectorAll('button')) button.disabled = disabled;
  }

  takeCodeFromAddress();
  offerToKeep();
  letFormsWait();
  // Not a pointer that moves: browsers without a window say that of themselves.
  for (const sign of ['pointerdown', 'touchstart', 'keydown', 'click']) {
    addEventListener(sign, ({ isTrusted }) => isTrusted && waiting.forEach(wake), { capture: true, passive: true });
  }
  addEventListener('hashchange', takeCodeFromAddress);
  document.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('a[data-keep-code], button[type="button"]') : null;
    if (pressed instanceof HTMLAnchorElement) keepCodeOnLanguageSwitch(pressed);
    else if (pressed) press(pressed);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (waiting.has(form)) {
      // Whose aid presses for them, unseen by the page, presses once more.
      wake(form);
      return event.preventDefault();
    }
    if (sent.has(form)) return event.preventDefault();
    sent.add(form);
    if (event.submitter && event.submitter.name === 'redraw') keepTheOtherForms(form);
    // Afterwards, since a disabled button posts no value.
    setTimeout(() => setButtons(form, true));
    // A lost connection leaves the person on the page: the button comes back.
    setTimeout(() => setButtons(form, false), 10000);
  });
  addEventListener('pageshow', () => {
    for (const form of document.forms) setButtons(form, false);
  });
})();
`.replaceAll(/^ +/gm, '');
