import { SaxesParser } from 'saxes';

/** One element of a metadata file: its own text (trimmed) and its child elements, in the order written. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
  /** Where its start tag ends, both from 1. */
  line: number;
  column?: number;
  /** As written, prefix included; left out when there are none. */
  attributes?: Record<string, string>;
}

/** Parses one metadata file. @throws Error naming `path`, line and column when the XML is not well formed. */
export function parseXml(xml: string, path: string): XmlElement {
  const parser = new SaxesParser<{ fileName: string; xmlns: false }>({ fileName: path, xmlns: false });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const { line, column } = parser;
    const element: XmlElement = { name: tag.name, text: '', children: [], line, column };
    if (Object.keys(tag.attributes).length > 0) element.attributes = tag.attributes;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (open.length === 0) root = element;
  });
  parser.write(xml).close();
  if (!root) throw new Error(`${path}: no element in the file`);
  return root;
}

/** All children of that name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The text of the first child of that name; undefined when there is none. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text;
}
