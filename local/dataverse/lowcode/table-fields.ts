/** The fields of a table: its columns, and the rows that its relationships lead to. */
import type { Field, Fields, Type } from '../../powerfx';
import { labelText } from '../metadata/labels';
import type { Metadata } from '../metadata/metadata';
import { BASE_LANGUAGE, type Column, type Table } from '../metadata/types';
import { isStored } from '../store/columns';
import { columnType, type RowTypeOf } from './column-type';

/** Columns that formulas can name: stored or computed, but not those that only show another one. */
export function isFormulaColumn(column: Column): boolean {
    return isStored(column) && column.validForRead;
}

/** Fields found when a formula names them: lead alone has more than two hundred. */
export class TableFields implements Fields {
    private readonly known = new Map<string, Field | undefined>();
    private displayNames: ReadonlyMap<string, string> | undefined;
    private allNames: readonly string[] | undefined;

    constructor(
        private readonly metadata: Metadata,
        private readonly table: Table,
        private readonly rowType: RowTypeOf,
        private readonly rowsType: RowTypeOf,
    ) {}

    names(): readonly string[] {
        this.allNames ??= [
            ...[...this.table.columns.values()].filter(isFormulaColumn).map(({ logicalName }) => logicalName),
            ...this.collections(),
        ];
        return this.allNames;
    }

    find(name: string): Field | undefined {
        if (!this.known.has(name)) {
            this.known.set(name, this.make(name));
        }
        return this.known.get(name);
    }

    findByDisplayName(name: string): Field | undefined {
        this.displayNames ??= this.readDisplayNames();
        const logicalName = this.displayNames.get(name);
        return logicalName === undefined ? undefined : this.find(logicalName);
    }

    private make(name: string): Field | undefined {
        const column = this.table.columns.get(name);
        if (column && isFormulaColumn(column)) {
            return this.columnField(column);
        }
        const navigation = this.metadata.navigation(this.table.logicalName, name);
        if (!navigation || navigation.side === 'lookup') {
            return undefined;
        }
        const type = this.rowsType(navigation.otherTable);
        const other = this.metadata.findTable(navigation.otherTable);
        return type && other
            ? { name, displayName: labelText(other.displayCollectionName, BASE_LANGUAGE), type, isReadOnly: true }
            : undefined;
    }

    private columnField(column: Column): Field | undefined {
        const isReadOnly = !column.validForCreate && !column.validForUpdate && column.type !== 'State';
        const { table, rowType } = this;
        if (column.type !== 'Lookup') {
            const type = columnType(table, column, rowType);
            return type && { name: column.logicalName, displayName: this.displayNameOf(column), type, isReadOnly };
        }
        let type: Type | undefined;
        return {
            name: column.logicalName,
            displayName: this.displayNameOf(column),
            get type(): Type {
                type ??= columnType(table, column, rowType) ?? { kind: 'Unknown' };
                return type;
            },
            isReadOnly,
        };
    }

    private displayNameOf(column: Column): string {
        this.displayNames ??= this.readDisplayNames();
        const text = labelText(column.displayName, BASE_LANGUAGE);
        return this.displayNames.get(text) === column.logicalName ? text : `${text} (${column.logicalName})`;
    }

    /** Two columns of one name are told apart by their logical names in parentheses. */
    private readDisplayNames(): ReadonlyMap<string, string> {
        const names = new Map<string, string>();
        const doubled = new Set<string>();
        for (const column of this.table.columns.values()) {
            const text = labelText(column.displayName, BASE_LANGUAGE);
            if (text === '' || !isFormulaColumn(column)) {
                continue;
            }
            if (names.has(text)) {
                doubled.add(text);
            }
            names.set(doubled.has(text) ? `${text} (${column.logicalName})` : text, column.logicalName);
        }
        for (const text of doubled) {
            const first = names.get(text);
            names.delete(text);
            if (first !== undefined) {
                names.set(`${text} (${first})`, first);
            }
        }
        for (const name of this.collections()) {
            const navigation = this.metadata.navigation(this.table.logicalName, name);
            const other = navigation && this.metadata.findTable(navigation.otherTable);
            const text = other ? labelText(other.displayCollectionName, BASE_LANGUAGE) : '';
            if (text !== '' && !names.has(text)) {
                names.set(text, name);
            }
        }
        return names;
    }

    private collections(): readonly string[] {
        const { logicalName } = this.table;
        const toMany = this.metadata.oneToManyFrom(logicalName).map((each) => each.collectionNavigationProperty);
        const manyToMany = this.metadata
            .manyToManyOf(logicalName)
            .map((each) => (each.table1 === logicalName ? each.navigationProperty1 : each.navigationProperty2));
        return [...new Set([...toMany, ...manyToMany])].filter((name) => !this.table.columns.has(name));
    }
}
