/** Where one type of component lives in a package directory. */
export interface MetadataType {
  type: string;
  /** Folder below the package's `default` folder, or below `objects/<Object>` for children of an object. */
  folder: string;
  /** Ending of the file before `-meta.xml`. */
  suffix: string;
}

/** Types whose files lie flat in their folder. The org accepts no other folder. */
export const TOP_LEVEL_TYPES: MetadataType[] = [
  { type: 'CustomApplication', folder: 'applications', suffix: 'app' },
  { type: 'CustomLabels', folder: 'labels', suffix: 'labels' },
  { type: 'CustomNotificationType', folder: 'notificationtypes', suffix: 'notiftype' },
  { type: 'CustomPermission', folder: 'customPermissions', suffix: 'customPermission' },
  { type: 'CustomTab', folder: 'tabs', suffix: 'tab' },
  { type: 'ExternalClientApplication', folder: 'externalClientApps', suffix: 'eca' },
  { type: 'ExtlClntAppConfigurablePolicies', folder: 'extlClntAppPolicies', suffix: 'ecaPlcy' },
  { type: 'ExtlClntAppGlobalOauthSettings', folder: 'extlClntAppGlobalOauthSets', suffix: 'ecaGlblOauth' },
  { type: 'ExtlClntAppOauthConfigurablePolicies', folder: 'extlClntAppOauthPolicies', suffix: 'ecaOauthPlcy' },
  { type: 'ExtlClntAppOauthSettings', folder: 'extlClntAppOauthSettings', suffix: 'ecaOauth' },
  { type: 'FlexiPage', folder: 'flexipages', suffix: 'flexipage' },
  { type: 'Flow', folder: 'flows', suffix: 'flow' },
  { type: 'Group', folder: 'groups', suffix: 'group' },
  { type: 'Layout', folder: 'layouts', suffix: 'layout' },
  { type: 'PathAssistant', folder: 'pathAssistants', suffix: 'pathAssistant' },
  { type: 'PermissionSet', folder: 'permissionsets', suffix: 'permissionset' },
  { type: 'Queue', folder: 'queues', suffix: 'queue' },
  { type: 'QuickAction', folder: 'quickActions', suffix: 'quickAction' },
  { type: 'ReportType', folder: 'reportTypes', suffix: 'reportType' },
  { type: 'SharingRules', folder: 'sharingRules', suffix: 'sharingRules' },
  { type: 'Workflow', folder: 'workflows', suffix: 'workflow' },
];

/**
 * Types whose components lie in folders: `reports/<Folder>/<Name>.report`. A folder is a component of the same type with
 * a root element of its own, and in source format a file of its own: `reports/<Folder>.reportFolder-meta.xml`.
 */
export const FOLDERED_TYPES: (MetadataType & { folderRoot: string; folderSuffix: string })[] = [
  {
    ...{ type: 'Dashboard', folder: 'dashboards', suffix: 'dashboard' },
    ...{ folderRoot: 'DashboardFolder', folderSuffix: 'dashboardFolder' },
  },
  {
    ...{ type: 'Report', folder: 'reports', suffix: 'report' },
    ...{ folderRoot: 'ReportFolder', folderSuffix: 'reportFolder' },
  },
];

/** Folders below `objects/<Object>`; the object's own file is `<Object>.object-meta.xml`. */
export const OBJECT_CHILD_TYPES: MetadataType[] = [
  { type: 'CustomField', folder: 'fields', suffix: 'field' },
  { type: 'ValidationRule', folder: 'validationRules', suffix: 'validationRule' },
  { type: 'ListView', folder: 'listViews', suffix: 'listView' },
  { type: 'CompactLayout', folder: 'compactLayouts', suffix: 'compactLayout' },
  { type: 'WebLink', folder: 'webLinks', suffix: 'webLink' },
];

/** Types whose folder holds one folder per component, its meta file ending in this suffix. */
export const BUNDLE_TYPES: MetadataType[] = [{ type: 'LightningComponentBundle', folder: 'lwc', suffix: 'js' }];
