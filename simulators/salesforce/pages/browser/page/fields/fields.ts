export { detailSections, formFields, highlights, listButtons, relatedColumns, type DetailSection } from './arrange';
export { formErrors, type FormErrors } from './errors';
export {
  loadObjectFacts,
  loadObjectInfo,
  recordFields,
  type Choice,
  type FieldInfo,
  type ObjectFacts,
  type ObjectInfo,
} from './objectFacts';
export { loadRows, type RecordRow } from './recordRows';
