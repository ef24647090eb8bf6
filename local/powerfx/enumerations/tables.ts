import { enumeration } from './enumeration';

export const sortOrder = enumeration(
    'SortOrder',
    { Ascending: 'ascending', Descending: 'descending' },
    { backing: 'text' },
);

export const removeFlags = enumeration('RemoveFlags', { First: 'first', All: 'all' }, { backing: 'text' });

export const joinType = enumeration(
    'JoinType',
    { Inner: 'inner', Left: 'left', Right: 'right', Full: 'full' },
    { backing: 'text' },
);

export const recordInfo = enumeration(
    'RecordInfo',
    { CreatePermission: 'createpermission', EditPermission: 'editpermission', DeletePermission: 'deletepermission' },
    { backing: 'text' },
);
