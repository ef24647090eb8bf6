/**
 * Enable rules and display rules. A rule holds when all of its tests do; each kind of test has its own small file
 * under `rules/`. (Microsoft Learn, "Define ribbon enable rules", "Define ribbon display rules".)
 */
import { childElements } from '../platform/xml';
import { testCustomRule } from './rules/custom-rule';
import {
    testCrmClientTypeRule,
    testCrmOfflineAccessStateRule,
    testDeviceTypeRule,
    testSkuRule,
} from './rules/client-rules';
import {
    testEntityPrivilegeRule,
    testEntityPropertyRule,
    testEntityRule,
    testRecordPrivilegeRule,
} from './rules/table-rules';
import { testFormStateRule, testPageRule, testValueRule } from './rules/form-rules';
import { testOptionSetRule } from './rules/option-set-rule';
import { testSelectionCountRule } from './rules/selection-count-rule';
import type { RuleContext } from './rules/rule-context';

type Test = (element: Element, context: RuleContext) => boolean | Promise<boolean>;

const TESTS: Readonly<Record<string, Test>> = {
    CrmClientTypeRule: testCrmClientTypeRule,
    CrmOfflineAccessStateRule: testCrmOfflineAccessStateRule,
    CrmOutlookClientTypeRule: () => false,
    CrmOutlookClientVersionRule: () => false,
    CustomRule: testCustomRule,
    DeviceTypeRule: testDeviceTypeRule,
    EntityPrivilegeRule: testEntityPrivilegeRule,
    EntityPropertyRule: testEntityPropertyRule,
    EntityRule: testEntityRule,
    FeatureControlRule: () => false,
    FormEntityContextRule: testEntityRule,
    FormStateRule: testFormStateRule,
    FormTypeRule: () => true,
    HideForTabletExperienceRule: () => true,
    OptionSetRule: testOptionSetRule,
    OrRule: testOrRule,
    OrganizationSettingRule: () => false,
    OutlookItemTrackingRule: () => false,
    OutlookRenderTypeRule: testWebRenderType,
    OutlookVersionRule: () => false,
    PageRule: testPageRule,
    RecordPrivilegeRule: testRecordPrivilegeRule,
    ReferencingAttributeRequiredRule: () => false,
    RelationshipTypeRule: () => true,
    SelectionCountRule: testSelectionCountRule,
    SkuRule: testSkuRule,
    ValueRule: testValueRule,
    CommandClientTypeRule: testCommandClientTypeRule,
    MiscellaneousPrivilegeRule: testMiscellaneousPrivilegeRule,
};

/**
 * Whether an `<EnableRule>` or `<DisplayRule>` holds.
 * @throws Error when the rule has a kind of test that is not supported, or a custom rule fails
 */
export async function evaluateRule(rule: Element, context: RuleContext): Promise<boolean> {
    for (const test of childElements(rule)) {
        if (!(await evaluateTest(test, context))) {
            return false;
        }
    }
    return true;
}

async function evaluateTest(element: Element, context: RuleContext): Promise<boolean> {
    const test = TESTS[element.tagName];
    if (!test) {
        throw new Error(`Ribbon rule <${element.tagName}> is not supported here (local Dataverse).`);
    }
    const holds = await test(element, context);
    return element.getAttribute('InvertResult') === 'true' ? !holds : holds;
}

/** Holds when one of its `<Or>` groups does; within a group every test has to hold. */
async function testOrRule(element: Element, context: RuleContext): Promise<boolean> {
    for (const or of childElements(element, 'Or')) {
        if (await evaluateRule(or, context)) {
            return true;
        }
    }
    return false;
}

function testWebRenderType(element: Element): boolean {
    return element.getAttribute('Type') === 'Web';
}

/** The Unified Interface is `UCI`; the web client of old was `Legacy`. */
function testCommandClientTypeRule(element: Element): boolean {
    return element.getAttribute('Type') !== 'Legacy';
}

function testMiscellaneousPrivilegeRule(element: Element, context: RuleContext): boolean {
    const name = element.getAttribute('PrivilegeName') ?? '';
    const { privileges } = context.platform.environment.user;
    return `prv${name}` in privileges || name in privileges;
}
