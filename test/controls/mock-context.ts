/** A component framework context made of plain objects, with the texts of the component's own .resx files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts } from '../../controls/resx';

const ROOT = join(__dirname, '../..');

export function textsOf(control: string, language: number): ReadonlyMap<string, string> {
    return new Map([
        ...readTexts(readFileSync(join(ROOT, `webresources/strings/LeadLifecycle.${language}.resx`), 'utf8')),
        ...readTexts(readFileSync(join(ROOT, `controls/${control}/strings/${control}.${language}.resx`), 'utf8')),
    ]);
}

export interface MockColumn {
    readonly name: string;
    readonly dataType?: string;
}

type Values = Readonly<Record<string, unknown>>;
type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** Rows in memory, a page at a time, with `addColumn` that takes effect at `refresh`. */
export class MockDataSet {
    columns: { name: string }[];
    loading = false;
    error = false;
    errorMessage = '';
    selected: string[] = [];
    pages = 1;
    refreshes = 0;
    readonly opened: unknown[] = [];
    #asked: string[] = [];

    constructor(
        private rows: readonly Values[],
        columns: readonly string[],
        private readonly pageSize = 50,
    ) {
        this.columns = columns.map((name) => ({ name }));
    }

    setRows(rows: readonly Values[]): void {
        this.rows = rows;
    }

    get sortedRecordIds(): string[] {
        return this.rows.slice(0, this.pages * this.pageSize).map((row) => String(row['leadid']));
    }

    get records(): DataSet['records'] {
        const value = (row: Values, column: string): unknown => row[column] ?? null;
        return Object.fromEntries(
            this.rows.map((row) => [
                String(row['leadid']),
                {
                    getRecordId: () => String(row['leadid']),
                    getValue: (column: string) => value(row, column) as string,
                    getFormattedValue: (column: string) => String(row[`${column}@text`] ?? value(row, column) ?? ''),
                    getNamedReference: () => ({ id: { guid: String(row['leadid']) }, etn: 'lead', name: '' }),
                },
            ]),
        );
    }

    get paging(): Partial<DataSet['paging']> {
        return {
            totalResultCount: this.rows.length,
            pageSize: this.pageSize,
            hasNextPage: this.rows.length > this.pages * this.pageSize,
            hasPreviousPage: false,
            loadNextPage: () => {
                this.pages += 1;
            },
        };
    }

    addColumn(name: string): void {
        this.#asked.push(name);
    }

    refresh(): void {
        this.refreshes += 1;
        this.columns = [...this.columns, ...this.#asked.map((name) => ({ name, order: -1, isHidden: true }))];
        this.#asked = [];
    }

    getViewId(): string {
        return 'view';
    }

    setSelectedRecordIds(ids: string[]): void {
        this.selected = ids;
    }
}

export interface MockContextOptions {
    readonly control: string;
    readonly parameters: object;
    readonly language?: number;
    readonly webAPI?: object;
    readonly getEntityMetadata?: (table: string, columns?: string[]) => Promise<unknown>;
    readonly width?: number;
    readonly dark?: boolean;
    readonly disabled?: boolean;
    readonly navigation?: object;
    readonly requestRender?: () => void;
}

/** One context; its object may be handed to `init` and to every `updateView`. */
export function mockContext<Inputs>(options: MockContextOptions): ComponentFramework.Context<Inputs> {
    const language = options.language ?? 1033;
    const texts = textsOf(options.control, language);
    const context = {
        parameters: options.parameters,
        updatedProperties: [],
        mode: {
            allocatedWidth: options.width ?? 1200,
            allocatedHeight: 700,
            isControlDisabled: options.disabled ?? false,
            isVisible: true,
            label: 'Status reason',
            trackContainerResize: () => undefined,
        },
        resources: { getString: (key: string) => texts.get(key) ?? key },
        userSettings: {
            userId: '{0EE00000-0000-4000-8000-000000000001}',
            languageId: language,
            getTimeZoneOffsetMinutes: () => 60,
        },
        utils: { getEntityMetadata: options.getEntityMetadata ?? (() => Promise.resolve(leadMetadata())) },
        webAPI: options.webAPI,
        navigation: options.navigation ?? { openForm: () => Promise.resolve({}) },
        factory: { requestRender: options.requestRender ?? (() => undefined) },
        ...(options.dark && { fluentDesignLanguage: { isDarkTheme: true, tokenTheme: {} } }),
    };
    return context as unknown as ComponentFramework.Context<Inputs>;
}

/** Status reasons as the framework answers them. */
export function leadMetadata(): object {
    const option = (Value: number, Label: string, State?: number) => ({
        Value,
        Label,
        ...(State !== undefined && { State }),
    });
    const attributes: Record<string, object> = {
        statecode: {
            attributeDescriptor: { OptionSet: [option(0, 'Open'), option(1, 'Qualified'), option(2, 'Disqualified')] },
        },
        statuscode: {
            attributeDescriptor: {
                OptionSet: [
                    option(1, 'New', 0),
                    option(2, 'Contacted', 0),
                    option(3, 'Qualified', 1),
                    option(4, 'Lost', 2),
                    option(6, 'No Longer Interested', 2),
                ],
            },
        },
    };
    return { Attributes: { get: (name: string) => attributes[name] ?? { DisplayName: `Label of ${name}` } } };
}
