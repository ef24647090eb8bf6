/**
 * Rules about where the app runs: a browser, online, the Unified Interface.
 */

export function testCrmClientTypeRule(element: Element): boolean {
    return element.getAttribute('Type') === 'Web';
}

export function testCrmOfflineAccessStateRule(element: Element): boolean {
    return element.getAttribute('State') === 'Online';
}

/** Editions other than Online are those of servers on premises. */
export function testSkuRule(element: Element): boolean {
    return element.getAttribute('Sku') === 'Online';
}

export function testDeviceTypeRule(element: Element): boolean {
    return element.getAttribute('Type') !== 'Phone';
}
