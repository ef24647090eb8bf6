import type { AttributeType, ColumnModel, OptionModel, TableModel } from '../../plugins/model/table-model';
import { textOf, type Tree } from '../packager/tree';
import { child, descendants, parseXml, type XmlElement } from '../packager/xml';

/** Types in Entity.xml and what the metadata calls them. */
const TYPES: Readonly<Record<string, AttributeType>> = {
    bit: 'Boolean',
    datetime: 'DateTime',
    decimal: 'Decimal',
    float: 'Double',
    int: 'Integer',
    lookup: 'Lookup',
    money: 'Money',
    multiselectpicklist: 'MultiSelectPicklist',
    ntext: 'Memo',
    nvarchar: 'String',
    owner: 'Owner',
    picklist: 'Picklist',
    primarykey: 'Uniqueidentifier',
    state: 'State',
    status: 'Status',
};

/** `<Behavior>` of a date that follows the reader's time zone. */
const USER_LOCAL = '1';

/** A table of the solution, or what it adds to one of the environment, then without entity set and key. */
export type SolutionTableModel = Omit<TableModel, 'entitySet' | 'primaryKey'> &
    Partial<Pick<TableModel, 'entitySet' | 'primaryKey'>>;

/** The solution's own tables and its additions to others. */
export function solutionTableModels(tree: Tree): readonly SolutionTableModel[] {
    const targets = lookupTargets(tree);
    const choices = globalChoices(tree);
    return [...tree.keys()]
        .filter((path) => /^Entities\/[^/]+\/Entity\.xml$/.test(path))
        .sort()
        .map((path) => {
            const root = parseXml(textOf(tree, path), path);
            const name = (child(root, 'Name')?.text ?? '').toLowerCase();
            const elements = [...descendants(root)];
            const attributes = elements.filter((element) => element.name === 'attribute');
            const entitySet = elements.find((element) => element.name === 'EntitySetName')?.text;
            const key = attributes.find((element) => child(element, 'Type')?.text === 'primarykey');
            return {
                name,
                columns: attributes.map((element) => columnModel(name, element, targets, choices)),
                collections: [],
                ...(entitySet && key && { entitySet, primaryKey: columnName(key) }),
            };
        });
}

function columnModel(
    table: string,
    element: XmlElement,
    targets: ReadonlyMap<string, string>,
    choices: ReadonlyMap<string, readonly OptionModel[]>,
): ColumnModel {
    const name = columnName(element);
    const type = TYPES[child(element, 'Type')?.text ?? ''] ?? 'Other';
    const target = targets.get(`${table}.${name}`);
    const options = choices.get(child(element, 'OptionSetName')?.text ?? '') ?? optionsIn(element);
    const behavior = child(element, 'Behavior')?.text ?? USER_LOCAL;
    const isOpen = ['ValidForCreateApi', 'ValidForUpdateApi'].some((flag) => child(element, flag)?.text === '1');
    return {
        name,
        type,
        labels: labelsIn(child(element, 'displaynames'), 'displayname', name),
        ...(type === 'Owner' ? { targets: ['systemuser', 'team'] } : target !== undefined && { targets: [target] }),
        ...(options.length > 0 && { options }),
        ...(child(element, 'Format')?.text === 'date' && { isDateOnly: true }),
        ...(behavior !== USER_LOCAL && { isSameEverywhere: true }),
        ...(!isOpen && { isReadOnly: true }),
    };
}

function columnName(element: XmlElement): string {
    return (child(element, 'LogicalName')?.text ?? element.attributes['PhysicalName'] ?? '').toLowerCase();
}

/** `table.column` of each lookup to the table that it refers to. */
function lookupTargets(tree: Tree): ReadonlyMap<string, string> {
    const targets = new Map<string, string>();
    for (const path of tree.keys()) {
        if (!path.startsWith('Other/Relationships/')) continue;
        for (const element of descendants(parseXml(textOf(tree, path), path))) {
            if (element.name !== 'EntityRelationship') continue;
            const text = (name: string): string => (child(element, name)?.text ?? '').toLowerCase();
            const column = `${text('ReferencingEntityName')}.${text('ReferencingAttributeName')}`;
            targets.set(column, text('ReferencedEntityName'));
        }
    }
    return targets;
}

function globalChoices(tree: Tree): ReadonlyMap<string, readonly OptionModel[]> {
    return new Map(
        [...tree.keys()]
            .filter((path) => path.startsWith('OptionSets/'))
            .map((path) => {
                const root = parseXml(textOf(tree, path), path);
                return [root.attributes['Name'] ?? '', optionsIn(root)];
            }),
    );
}

function optionsIn(parent: XmlElement): readonly OptionModel[] {
    return [...descendants(parent)]
        .filter((element) => ['option', 'status', 'state'].includes(element.name) && 'value' in element.attributes)
        .map((element) => {
            const { value, state, defaultstatus } = element.attributes;
            return {
                value: Number(value),
                labels: labelsIn(child(element, 'labels'), 'label', value ?? ''),
                ...(state !== undefined && { state: Number(state) }),
                ...(defaultstatus !== undefined && { defaultStatus: Number(defaultstatus) }),
            };
        });
}

function labelsIn(list: XmlElement | undefined, name: string, otherwise: string): ColumnModel['labels'] {
    const text = (language: string): string | undefined =>
        list?.children.find((it) => it.name === name && it.attributes['languagecode'] === language)?.attributes[
            'description'
        ];
    const english = text('1033') ?? otherwise;
    return { 1033: english, 1036: text('1036') ?? english };
}
