/** A collection as the Client API hands them out (Microsoft Learn, "Collections (Client API reference)"). */
export interface ItemCollection<Item> {
    forEach(visit: (item: Item, index: number) => void): void;
    get(): Item[];
    get(choice: number | string): Item | null;
    get(choice: (item: Item, index: number) => boolean): Item[];
    getLength(): number;
    getAll(): Item[];
}

/** @param nameOf what `get('…')` compares with */
export function itemCollection<Item>(items: readonly Item[], nameOf: (item: Item) => string): ItemCollection<Item> {
    function get(choice?: number | string | ((item: Item, index: number) => boolean)): Item[] | Item | null {
        switch (typeof choice) {
            case 'undefined':
                return [...items];
            case 'number':
                return items[choice] ?? null;
            case 'string':
                return items.find((item) => nameOf(item) === choice) ?? null;
            case 'function':
                return items.filter(choice);
        }
    }
    return {
        forEach: (visit) => items.forEach(visit),
        get: get as ItemCollection<Item>['get'],
        getLength: () => items.length,
        getAll: () => [...items],
    };
}
