/**
 * `NewRecord` and `OldRecord` of an automated plug-in (Microsoft Learn, "Functions in Microsoft Dataverse": NewRecord
 * is the row as it will be, OldRecord as it was).
 */
import { ErrorValue, type Value as FormulaValue } from '../../powerfx';
import type { Table } from '../metadata/types';
import { tablePlan } from '../pipeline/table-plan';
import type { PipelineCall, Row, RowReference, Value } from '../pipeline/types';
import type { FormulaServices } from './formula-services';
import { fromFormula } from './from-formula';
import { generatedValue } from './generated-value';
import { ColumnsValue } from './row-value';

/** The row before the change, which nothing writes. */
export class OldRecordValue extends ColumnsValue {
    constructor(
        services: FormulaServices,
        table: Table,
        private readonly id: string,
        private readonly row: Row,
    ) {
        super(services, table);
    }

    get reference(): RowReference {
        return { table: this.table.logicalName, id: this.id };
    }

    protected read(column: string): Value | undefined {
        return this.row[column];
    }
}

/** The row as it will be: what is given, over what was there. `Set` changes what is given. */
export class NewRecordValue extends ColumnsValue {
    constructor(
        services: FormulaServices,
        table: Table,
        private readonly call: Pick<PipelineCall, 'id' | 'target' | 'before'>,
    ) {
        super(services, table);
    }

    get reference(): RowReference {
        return { table: this.table.logicalName, id: this.call.id };
    }

    protected read(column: string): Value | undefined {
        const { target, before } = this.call;
        const given = target[column];
        if (given !== undefined) {
            return given;
        }
        const { store, metadata } = this.services.organization;
        const plan = tablePlan(metadata, this.table.logicalName);
        const stored = plan.stored.get(column);
        // Computed columns follow what is given now, not what was stored.
        return stored?.isGenerated && Object.keys(target).length > 0
            ? generatedValue(
                  store,
                  plan,
                  stored.column,
                  (name) => (target[name] === undefined ? before?.[name] : target[name]) ?? null,
              )
            : before?.[column];
    }

    override set(name: string, value: FormulaValue): ErrorValue | undefined {
        const column = this.table.columns.get(name);
        if (!column) {
            return super.set(name, value);
        }
        const stored = fromFormula(column, value, this.services.timeZone);
        if (stored instanceof ErrorValue) {
            return stored;
        }
        this.call.target[name] = stored;
        return undefined;
    }
}
