/** The items in their order, at most `size` together. */
export function chunked<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
        items.slice(index * size, (index + 1) * size),
    );
}
