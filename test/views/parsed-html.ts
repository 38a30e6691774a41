import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** A document as browsers read it, with every fault they would have to mend. */
export class ParsedHtml {
  readonly faults: readonly string[];
  readonly elements: readonly Element[];
  readonly #body: Element;

  constructor(markup: string) {
    const faults: string[] = [];
    const document = parse(markup, { onParseError: (fault) => faults.push(fault.code) });
    this.faults = faults;
    this.elements = document.childNodes.flatMap(elementsIn);
    this.#body = this.one('body');
  }

  named(...tags: readonly string[]): readonly Element[] {
    return this.elements.filter(({ tagName }) => tags.includes(tagName));
  }

  /** The first element of a name. Throws when there is none. */
  one(tag: string): Element {
    return found(this.named(tag)[0], tag);
  }

  hasId(id: string): boolean {
    return this.elements.some((element) => attribute(element, 'id') === id);
  }

  /** Throws when there is none. */
  byId(id: string): Element {
    return this.with('id', id);
  }

  /** The first element whose attribute has this value. Throws when there is none. */
  with(name: string, value: string): Element {
    return found(
      this.elements.find((element) => attribute(element, name) === value),
      `${name}=${value}`,
    );
  }

  /** Where all links lead, in order. */
  get targets(): readonly string[] {
    return this.named('a').map((link) => found(attribute(link, 'href'), 'href'));
  }

  /** All words a reader sees, in order. Elements set words apart. */
  get words(): readonly string[] {
    return wordsOf(visibleText(this.#body));
  }

  get text(): string {
    return this.words.join(' ');
  }

  /** Names of elements and of their attributes, without any text or value. */
  get skeleton(): readonly string[] {
    return this.elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '));
  }
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`not found: ${what}`);
  return thing;
}

/** The text as it is in the document, white space and all. */
export function rawText(node: Node): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : '';
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function elementsIn(node: Node): readonly Element[] {
  return 'tagName' in node ? [node, ...node.childNodes.flatMap(elementsIn)] : [];
}

function visibleText(node: Node): string {
  if (!('tagName' in node)) return rawText(node);
  if (attribute(node, 'style')?.includes('display:none') === true) return '';
  const inner = node.childNodes.map(visibleText).join('');
  return ['bdi', 'strong', 'code', 'a'].includes(node.tagName) ? inner : ` ${inner} `;
}
