/**
 * Runs inside the page that is looked at, beside axe-core. Plain JavaScript: it is handed to the browser as it is.
 * Every function answers lines for a test report, and no line where all is well.
 */
'use strict';
/* oxlint-disable unicorn/consistent-function-scoping -- one name is left in the page, and no other */

globalThis.lookAtPage = (() => {
  const RULES_FOR = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
  const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';
  /** WCAG 2.2, 2.5.8. */
  const SMALLEST_TARGET = 24;

  const all = (selector) => [...document.querySelectorAll(selector)];
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });

  /** Whether it is there for screen readers alone: in a box of a pixel that hides the rest, or moved out of sight. */
  function isAway(element) {
    for (let box = element; box !== null && box !== document.body; box = box.parentElement) {
      const { width, height, bottom } = box.getBoundingClientRect();
      const { position, overflowX } = getComputedStyle(box);
      if (position === 'absolute' && ((width <= 1 && height <= 1 && overflowX === 'hidden') || bottom < 0)) return true;
    }
    return false;
  }

  /** A short way to say which element is meant. */
  function nameOf(element) {
    const id = element.id === '' ? '' : `#${element.id}`;
    const classes = element.className === '' ? '' : `.${String(element.className).trim().replaceAll(/\s+/g, '.')}`;
    const words = (element.innerText ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 40);
    return `${element.localName}${id || classes}${words === '' ? '' : ` "${words}"`}`;
  }

  /** What axe-core says: `rules` is `all` or `colours`. */
  async function axeFindings(rules) {
    const chosen =
      rules === 'colours'
        ? { runOnly: { type: 'rule', values: COLOUR_RULES } }
        : { runOnly: { type: 'tag', values: RULES_FOR }, rules: { 'target-size': { enabled: true } } };
    const { violations, incomplete } = await globalThis.axe.run(document, {
      ...chosen,
      resultTypes: ['violations', 'incomplete'],
      elementRef: false,
      // What it would fetch again for itself is needed by none of these rules.
      preload: false,
    });
    const lines = (what, results) =>
      results.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => {
          const why = (failureSummary ?? '').split('\n').slice(1).join(' ').replaceAll(/\s+/g, ' ').trim();
          return `${id}${what} at ${target.join(' ')}: ${why}`;
        }),
      );
    return [...lines('', violations), ...lines(' (not decided)', incomplete)];
  }

  /** Elements that reach over the right edge of a page that can be moved sideways. */
  function sticksOut() {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = all('body *').filter((element) => isShown(element) && rightOf(element) > clientWidth + 0.5);
    const innermost = over.filter((element) => !over.some((other) => other !== element && element.contains(other)));
    return [`${scrollWidth} px in a window of ${clientWidth} px: ${innermost.slice(0, 5).map(nameOf).join(', ')}`];
  }

  function rightOf(element) {
    return element.getBoundingClientRect().right + scrollX;
  }

  /** Text that is cut off by the box it is in, with no way to scroll to it. */
  function cutOff() {
    return all('body *')
      .filter((element) => {
        if (!isShown(element) || isAway(element)) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => `cut off: ${nameOf(element)}`);
  }

  /** Boxes of the text that is shown, each a little smaller than the letters may be. */
  function textBoxes() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const boxes = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.data.trim() === '' || !isShown(element) || isAway(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
        if (width < 1) continue;
        boxes.push({ element, left: left + 1, right: right - 1, top: top + height / 4, bottom: bottom - height / 4 });
      }
    }
    return boxes;
  }

  /** Text that lies over other text, or over something to fill in or press that it is not part of. */
  function overlaps() {
    const texts = textBoxes();
    const controls = all('button, input:not([type="hidden"]), select, textarea')
      .filter((element) => isShown(element) && !isAway(element))
      .map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { element, left: left + 1, right: right - 1, top: top + 1, bottom: bottom - 1 };
      });
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const found = new Set();
    for (const [index, text] of texts.entries()) {
      for (const other of [...texts.slice(index + 1), ...controls]) {
        if (other.element === text.element || other.element.contains(text.element) || !meet(text, other)) continue;
        found.add(`${nameOf(text.element)} lies over ${nameOf(other.element)}`);
      }
    }
    return [...found];
  }

  /** What is pressed and smaller than 24 by 24 px. A link in a sentence may be; axe-core sees to the room around links. */
  function smallTargets() {
    return all('button, input:not([type="hidden"]), select, textarea, summary, nav a')
      .filter((element) => isShown(element) && !isAway(element))
      .map((element) => {
        const parts = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect());
        const isBox = element.type === 'checkbox' || element.type === 'radio';
        const boxes = isBox ? parts : parts.slice(0, 1);
        const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
        const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
        return { element, width, height };
      })
      .filter(({ width, height }) => width < SMALLEST_TARGET || height < SMALLEST_TARGET)
      .map(({ element, width, height }) => `${Math.round(width)} by ${Math.round(height)} px: ${nameOf(element)}`);
  }

  /** How an element looks as far as focus could show: itself, and the box that is drawn before its label. */
  function lookOf(element) {
    const of = (style) =>
      ['outline', 'boxShadow', 'backgroundColor', 'color', 'border', 'textDecoration'].map((name) => style[name]);
    const drawn = [...(element.labels ?? [])].map((label) => of(getComputedStyle(label, '::before')));
    return [of(getComputedStyle(element)), drawn].flat(2).join('; ');
  }

  const nextPicture = () => new Promise((drawn) => requestAnimationFrame(drawn));

  const stops = new Map();

  /**
   * Notes where Tab should stop, in the order of the document, and how that looks unfocused; and begins at the top again,
   * wherever the focus was put when the page came. Answers how many stops there are.
   */
  async function expectStops() {
    // Browsers put the focus where the page wants it with the first pictures they draw.
    await nextPicture();
    await nextPicture();
    stops.clear();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    const isAnswered = (radio) => all(`input[type="radio"][name="${radio.name}"]`).find(({ checked }) => checked);
    for (const element of all(CONTROLS)) {
      if (element.disabled || element.tabIndex < 0 || !isShown(element)) continue;
      if (element.type === 'radio' && element !== (isAnswered(element) ?? firstOfGroup(element))) continue;
      stops.set(element, { number: stops.size, look: lookOf(element) });
    }
    return stops.size;
  }

  function firstOfGroup({ name }) {
    return document.querySelector(`input[type="radio"][name="${name}"]`);
  }

  /** Where the focus is; null when it is nowhere on the page. */
  async function focused() {
    const element = document.activeElement;
    if (element === null || element === document.body || !document.hasFocus()) return null;
    // Browsers scroll to it with the next picture they draw.
    for (let pictures = 0; pictures < 5 && !isInSight(element); pictures += 1) {
      await nextPicture();
    }
    const [box] = element.getClientRects();
    const known = stops.get(element);
    return {
      number: known?.number ?? -1,
      name: nameOf(element),
      field: element.name ?? '',
      isSeen: known === undefined || known.look !== lookOf(element),
      isInSight: isInSight(element),
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
      left: box.left,
      right: box.right,
    };
  }

  /** Whether it is in the window, with nothing over the middle of what is seen of it (WCAG 2.2, 2.4.11). */
  function isInSight(element) {
    const [{ left, right, top, bottom }] = element.getClientRects();
    const [seenLeft, seenRight] = [Math.max(left, 0), Math.min(right, innerWidth)];
    const [seenTop, seenBottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    if (seenLeft >= seenRight || seenTop >= seenBottom) return false;
    const hit = document.elementFromPoint((seenLeft + seenRight) / 2, (seenTop + seenBottom) / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element) || hit.control === element);
  }

  const sheet = new CSSStyleSheet();

  /** Puts a style of the reader's own over the page, in place of the one before. */
  function restyle(css) {
    sheet.replaceSync(css);
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  }

  /** Opens and ticks all that can be opened and ticked. Answers how much that was. */
  function unfold() {
    const closed = all('details:not([open])');
    for (const details of closed) details.open = true;
    const unticked = all('input[type="checkbox"]:not(:checked)');
    for (const box of unticked) box.click();
    return closed.length + unticked.length;
  }

  return {
    axeFindings,
    sticksOut,
    cutOff,
    overlaps,
    smallTargets,
    expectStops,
    focused,
    restyle,
    unfold,
  };
})();
