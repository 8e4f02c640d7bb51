import type { XmlElement } from '../../xml.ts';

const NAMESPACES = [
  'xmlns="http://soap.sforce.com/2006/04/metadata"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
].join(' ');

/** One component as a document of its own. */
export function toXml(root: XmlElement): string {
  return `<${root.name} ${NAMESPACES}>${content(root)}</${root.name}>`;
}

function content({ text, children }: XmlElement): string {
  if (children.length === 0) return escapeXml(text);
  return children.map((child) => `<${child.name}${typing(child)}>${content(child)}</${child.name}>`).join('');
}

function typing({ attributes = {} }: XmlElement): string {
  const kept = Object.entries(attributes).filter(([name]) => name.startsWith('xsi:'));
  return kept.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
