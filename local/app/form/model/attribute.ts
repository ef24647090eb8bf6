import type { ClientColumn, ClientOption } from '../../../dataverse/client/types';
import type { FormControl } from './control';
import { type EventHost, HandlerList } from './handlers';
import { Observable } from './observable';
import { type AttributeType, type FormValue, attributeTypeOf, isEmpty, isLookupValue, sameValue } from './values';
import { bracedId } from '../../platform/guid';

export type RequirementLevel = 'none' | 'recommended' | 'required';
export type SubmitMode = 'always' | 'dirty' | 'never';

export interface AttributePrivilege {
    readonly canRead: boolean;
    readonly canUpdate: boolean;
    readonly canCreate: boolean;
}

/** One column's value on the form. Several controls may show it. */
export class FormAttribute extends Observable {
    readonly type: AttributeType;
    readonly changeHandlers: HandlerList;
    readonly controls: FormControl[] = [];
    requiredLevel: RequirementLevel;
    submitMode: SubmitMode = 'dirty';
    /** Decimal places; `setPrecision` of the Client API changes it. */
    precision: number;
    /** What a script said with `setIsValid(false, message)`. */
    invalidMessage: string | null = null;
    /** A user has changed it since the row was read. */
    isTouched = false;
    #value: FormValue = null;
    #initialValue: FormValue = null;

    constructor(
        host: EventHost,
        readonly column: ClientColumn,
        readonly privilege: AttributePrivilege,
    ) {
        super();
        this.type = attributeTypeOf(column);
        this.changeHandlers = new HandlerList(host, `OnChange of ${column.logicalName}`);
        this.precision = column.precision ?? (this.type === 'integer' ? 0 : 2);
        this.requiredLevel = requirementOf(column);
    }

    get name(): string {
        return this.column.logicalName;
    }

    get value(): FormValue {
        return this.#value;
    }

    get initialValue(): FormValue {
        return this.#initialValue;
    }

    get isDirty(): boolean {
        return !sameValue(this.#value, this.#initialValue);
    }

    get options(): readonly ClientOption[] {
        return this.column.options ?? [];
    }

    get isPartyList(): boolean {
        return this.column.type === 'PartyList';
    }

    /** Takes a value as the one that is stored: not dirty afterwards. */
    initialize(value: FormValue): void {
        this.#initialValue = value;
        this.#value = value;
        this.invalidMessage = null;
        this.isTouched = false;
        this.notify();
    }

    /** A new row's starting value: shown, and sent with the create. */
    preset(value: FormValue): void {
        this.#initialValue = null;
        this.#value = value;
        this.notify();
    }

    /**
     * Sets the value without telling OnChange handlers, as a script does.
     * @throws Error that names the column when the value has the wrong type
     */
    setValue(value: FormValue | undefined): void {
        const checked = this.#check(value ?? null);
        this.#value = checked;
        this.notify();
    }

    /** Sets the value as a user does: OnChange handlers run when it differs. */
    change(value: FormValue): void {
        const before = this.#value;
        this.setValue(value);
        if (!sameValue(before, this.#value)) {
            this.isTouched = true;
            this.invalidMessage = null;
            this.fireOnChange();
        }
    }

    fireOnChange(): void {
        this.changeHandlers.fire(this);
    }

    #check(value: FormValue): FormValue {
        if (value === null || isEmpty(value)) {
            return null;
        }
        switch (this.type) {
            case 'lookup':
                if (!Array.isArray(value) || !value.every(isLookupValue)) {
                    throw this.#wrongType(value, 'an array of { id, name, entityType }');
                }
                return value.map((item) => ({ ...item, id: bracedId(item.id) }));
            case 'multiselectoptionset':
                if (!Array.isArray(value) || !value.every((item) => typeof item === 'number')) {
                    throw this.#wrongType(value, 'an array of numbers');
                }
                return [...value].sort((left, right) => left - right);
            case 'datetime':
                if (!(value instanceof Date) || Number.isNaN(value.getTime())) {
                    throw this.#wrongType(value, 'a Date');
                }
                return value;
            case 'boolean':
                if (typeof value !== 'boolean') {
                    throw this.#wrongType(value, 'true or false');
                }
                return value;
            case 'optionset':
            case 'integer':
                if (typeof value !== 'number' || !Number.isInteger(value)) {
                    throw this.#wrongType(value, 'a whole number');
                }
                return value;
            case 'decimal':
            case 'double':
            case 'money':
                if (typeof value !== 'number' || !Number.isFinite(value)) {
                    throw this.#wrongType(value, 'a number');
                }
                return Number(value.toFixed(this.precision));
            case 'memo':
            case 'string':
                if (typeof value !== 'string') {
                    throw this.#wrongType(value, 'a string');
                }
                return value;
        }
    }

    #wrongType(value: FormValue, wanted: string): Error {
        return new TypeError(
            `setValue of column "${this.name}" takes ${wanted} or null, but was given ${JSON.stringify(value)}.`,
        );
    }
}

function requirementOf(column: ClientColumn): RequirementLevel {
    switch (column.requiredLevel) {
        case 'None':
            return 'none';
        case 'Recommended':
            return 'recommended';
        case 'ApplicationRequired':
        case 'SystemRequired':
            return 'required';
    }
}
