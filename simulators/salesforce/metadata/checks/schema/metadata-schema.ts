import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';

/** Something the schema does not allow; `path` leads to the element, by position among its siblings from 0. */
export interface SchemaFault {
  message: string;
  path: number[];
}

/** The schema of the metadata types of API 66.0. */
export interface MetadataSchema {
  /** The type of a file's root element; undefined for types the schema does not hold. */
  rootType(name: string): string | undefined;
  /** The elements a type may hold, in their order, each with its own type. */
  childTypes(type: string): ReadonlyMap<string, string>;
  /** @param xml a whole document in the metadata namespace. */
  validate(xml: string): SchemaFault[];
}

const FILE = join(import.meta.dirname, '../../../../../config/metadata-schema/metadata-66.xsd');
const NAMESPACES = { xsd: 'http://www.w3.org/2001/XMLSchema' };

/** Reads and compiles the schema, which takes a tenth of a second. */
export function loadMetadataSchema(): MetadataSchema {
  const document = XmlDocument.fromBuffer(readFileSync(FILE));
  const validator = XsdValidator.fromDoc(document);
  const text = (xpath: string) => document.get(xpath, NAMESPACES)?.content?.replace(/^\w+:/, '');
  const known = new Map<string, Map<string, string>>();
  const read = (type: string): Map<string, string> => {
    const definition = `/xsd:schema/xsd:complexType[@name='${type}']`;
    const base = text(`${definition}//xsd:extension/@base`);
    const own = document.find(`${definition}//xsd:element/@name`, NAMESPACES).map(({ content }) => content);
    const typed = own.map((name) => [name, text(`${definition}//xsd:element[@name='${name}']/@type`) ?? ''] as const);
    return new Map([...(base ? read(base) : []), ...typed]);
  };
  return {
    rootType: (name) => text(`/xsd:schema/xsd:element[@name='${name}']/@type`),
    childTypes(type) {
      const children = known.get(type) ?? read(type);
      known.set(type, children);
      return children;
    },
    validate: (xml) => validate(validator, xml),
  };
}

function validate(validator: XsdValidator, xml: string): SchemaFault[] {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ message, xpath = '' }) => ({ message: message.trim(), path: positions(xpath) }));
  } finally {
    document.dispose();
  }
}

// `/*/*[3]/*` is the only child of the third child of the root.
function positions(xpath: string): number[] {
  const steps = xpath.split('/').slice(2);
  return steps.map((step) => Number(/\[(\d+)\]/.exec(step)?.[1] ?? 1) - 1);
}
