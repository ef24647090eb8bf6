/** One solution with a component of every kind that the importer reads. */
import type { SolutionParts } from './a-solution';
import {
    aRelationship,
    aTable,
    aWebResource,
    anAttribute,
    anExtendedTable,
    entities,
    LEAD_ROOT,
    names,
    PLANT_ROOT,
} from './a-solution';

export const SCRIPT = aWebResource('gdn_/plant/form.js', 'bbbbbbbb-0000-4000-8000-000000000001');
export const ICON = aWebResource('gdn_/icons/plant.svg', 'bbbbbbbb-0000-4000-8000-000000000002', 11);
export const FORM = 'cccccccc-0000-4000-8000-000000000001';
export const VIEW = 'cccccccc-0000-4000-8000-000000000002';
export const CHART = 'cccccccc-0000-4000-8000-000000000003';
export const DASHBOARD = 'cccccccc-0000-4000-8000-000000000004';
export const ROLE = 'cccccccc-0000-4000-8000-000000000005';
export const FLOW = 'cccccccc-0000-4000-8000-000000000006';
export const CONTROL = 'gdn_Garden.PlantCards';

const optionList = (tag: string, rows: readonly (readonly [number, string, string])[], more = ''): string =>
    rows
        .map(
            ([value, english, french]) =>
                `<${tag} value="${value}"${more}><labels>${names('label', english, french)}</labels></${tag}>`,
        )
        .join('');

const localChoice = (name: string, type: string, options: string): string =>
    `<optionset Name="${name}"><OptionSetType>${type}</OptionSetType><IsGlobal>0</IsGlobal>` +
    `<displaynames>${names('displayname', name)}</displaynames>${options}</optionset>`;

/** A column of every type. */
export const ATTRIBUTES = [
    anAttribute('gdn_Notes', 'ntext', '<Format>textarea</Format><MaxLength>2000</MaxLength>'),
    anAttribute('gdn_Mail', 'nvarchar', '<Format>email</Format><MaxLength>100</MaxLength><Length>200</Length>'),
    anAttribute('gdn_Height', 'int', '<MinValue>0</MinValue><MaxValue>5000</MaxValue><Format></Format>'),
    anAttribute('gdn_Seeds', 'bigint'),
    anAttribute('gdn_Acidity', 'decimal', '<MinValue>0</MinValue><MaxValue>14.5</MaxValue><Accuracy>1</Accuracy>'),
    anAttribute('gdn_Latitude', 'float', '<Accuracy>5</Accuracy>'),
    anAttribute('gdn_Price', 'money', '<Accuracy>2</Accuracy><AccuracySource>2</AccuracySource>'),
    anAttribute('gdn_SownOn', 'datetime', '<Format>date</Format><Behavior>2</Behavior>'),
    anAttribute('gdn_WateredAt', 'datetime', '<Format>datetime</Format><Behavior>1</Behavior>'),
    anAttribute(
        'gdn_IsHardy',
        'bit',
        `<AppDefaultValue>1</AppDefaultValue>${localChoice(
            'gdn_plant_gdn_ishardy',
            'bit',
            `<options>${optionList('option', [
                [1, 'Yes', 'Oui'],
                [0, 'No', 'Non'],
            ])}</options>`,
        )}`,
    ),
    anAttribute(
        'gdn_Colour',
        'picklist',
        `<AppDefaultValue>123450001</AppDefaultValue>${localChoice(
            'gdn_plant_gdn_colour',
            'picklist',
            `<options>${optionList(
                'option',
                [
                    [123450000, 'Red', 'Rouge'],
                    [123450001, 'White', 'Blanc'],
                ],
                ' Color="#ff0000"',
            )}</options>`,
        )}`,
    ),
    anAttribute(
        'gdn_Season',
        'picklist',
        '<AppDefaultValue>-1</AppDefaultValue><OptionSetName>gdn_season</OptionSetName>',
    ),
    anAttribute('gdn_Seasons', 'multiselectpicklist', '<OptionSetName>gdn_season</OptionSetName>'),
    anAttribute('gdn_ContactId', 'lookup', '<LookupTypes />'),
    anAttribute('gdn_CustomerId', 'customer'),
    anAttribute('gdn_Key', 'uniqueidentifier'),
    '<attribute PhysicalName="statecode"><Type>state</Type><Name>statecode</Name><LogicalName>statecode</LogicalName>' +
        `${localChoice('gdn_plant_statecode', 'state', `<states><state value="0" defaultstatus="1" invariantname="Active"><labels>${names('label', 'Growing', 'En croissance')}</labels></state><state value="1" defaultstatus="2" invariantname="Inactive"><labels>${names('label', 'Gone', 'Disparu')}</labels></state></states>`)}</attribute>`,
    '<attribute PhysicalName="statuscode"><Type>status</Type><Name>statuscode</Name><LogicalName>statuscode</LogicalName>' +
        `${localChoice('gdn_plant_statuscode', 'status', `<statuses><status value="1" state="0"><labels>${names('label', 'Young', 'Jeune')}</labels></status><status value="2" state="1"><labels>${names('label', 'Withered', 'Fané')}</labels></status><status value="123450000" state="0"><labels>${names('label', 'In bloom', 'En fleur')}</labels></status></statuses>`)}</attribute>`,
].join('');

const FORM_XML =
    `<FormXml><forms type="main"><systemform><formid>{${FORM}}</formid><IntroducedVersion>1.0</IntroducedVersion>` +
    '<FormPresentation>1</FormPresentation><FormActivationState>1</FormActivationState><form headerdensity="HighWithControls">' +
    '<tabs><tab id="{dddddddd-0000-4000-8000-000000000001}" labelid="{dddddddd-0000-4000-8000-000000000002}">' +
    `<labels>${names('label', 'General', 'Général')}</labels><columns><column width="100%"><sections><section><rows><row>` +
    `<cell id="{dddddddd-0000-4000-8000-000000000003}" labelid="{dddddddd-0000-4000-8000-000000000004}"><labels>${names('label', 'Name', 'Nom')}</labels>` +
    '<control id="gdn_name" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="gdn_name" /></cell>' +
    '<cell id="{dddddddd-0000-4000-8000-000000000005}"><control id="leads" classid="{E7A81278-8635-4d9e-8D4D-59480B391C5B}">' +
    `<parameters><ViewId>{${VIEW}}</ViewId><TargetEntityType>gdn_plant</TargetEntityType></parameters></control></cell>` +
    '</row></rows></section></sections></column></columns></tab></tabs>' +
    '<formLibraries><Library name="gdn_/plant/form.js" libraryUniqueId="{dddddddd-0000-4000-8000-000000000006}" /></formLibraries>' +
    '<events><event name="onload"><Handlers><Handler functionName="Garden.onLoad" libraryName="gdn_/plant/form.js" enabled="true" /></Handlers></event></events>' +
    `</form><LocalizedNames>${names('LocalizedName', 'Plant', 'Plante')}</LocalizedNames></systemform></forms></FormXml>`;

const VIEW_XML =
    '<SavedQueries><savedqueries><savedquery>' +
    `<savedqueryid>{${VIEW}}</savedqueryid><querytype>0</querytype><isdefault>1</isdefault>` +
    '<layoutxml><grid name="resultset" jump="gdn_name" select="1" icon="1" preview="1"><row name="result" id="gdn_plantid"><cell name="gdn_name" width="200" /></row></grid></layoutxml>' +
    '<fetchxml><fetch version="1.0" mapping="logical"><entity name="gdn_plant"><attribute name="gdn_name" /><order attribute="gdn_name" descending="false" /><filter type="and"><condition attribute="statecode" operator="eq" value="0" /></filter></entity></fetch></fetchxml>' +
    `<LocalizedNames>${names('LocalizedName', 'Plants in the garden', 'Plantes du jardin')}</LocalizedNames></savedquery></savedqueries></SavedQueries>`;

const CHART_XML =
    `<Visualizations><visualization><savedqueryvisualizationid>{${CHART}}</savedqueryvisualizationid>` +
    '<datadescription><datadefinition><fetchcollection /></datadefinition></datadescription><presentationdescription><Chart /></presentationdescription>' +
    `<isdefault>0</isdefault><LocalizedNames>${names('LocalizedName', 'By colour', 'Par couleur')}</LocalizedNames></visualization></Visualizations>`;

export const RIBBON_XML =
    '<RibbonDiffXml><CustomActions>' +
    '<CustomAction Id="gdn.water.action" Location="Mscrm.Form.lead.MainTab.Actions.Controls._children" Sequence="7"><CommandUIDefinition>' +
    '<Button Id="gdn.water" Command="gdn.water.command" LabelText="$LocLabels:gdn.water.label" TemplateAlias="o1" Image16by16="$webresource:gdn_/icons/plant.svg" /></CommandUIDefinition></CustomAction>' +
    '</CustomActions><Templates><RibbonTemplates Id="Mscrm.Templates" /></Templates><CommandDefinitions>' +
    '<CommandDefinition Id="gdn.water.command"><EnableRules /><DisplayRules /><Actions><JavaScriptFunction FunctionName="Garden.water" Library="$webresource:gdn_/plant/form.js" /></Actions></CommandDefinition>' +
    '</CommandDefinitions><RuleDefinitions><TabDisplayRules /><DisplayRules /><EnableRules /></RuleDefinitions>' +
    `<LocLabels><LocLabel Id="gdn.water.label"><Titles>${'<Title description="Water" languagecode="1033" /><Title description="Arroser" languagecode="1036" />'}</Titles></LocLabel></LocLabels></RibbonDiffXml>`;

const CONTROLS_XML =
    '<CustomControlDefaultConfigs><CustomControlDefaultConfig><ControlDescriptionXML><controlDescriptions><controlDescription>' +
    [0, 1, 2]
        .map(
            (factor) =>
                `<customControl name="${CONTROL}" formFactor="${factor}"><parameters><data-set name="plants"><columnsDefaultView /></data-set>` +
                '<size static="true" type="Whole.None">3</size></parameters></customControl>',
        )
        .join('') +
    '</controlDescription></controlDescriptions></ControlDescriptionXML><IntroducedVersion>1.0</IntroducedVersion></CustomControlDefaultConfig></CustomControlDefaultConfigs>';

/** Every kind of component once; change what a test is about. */
export function aFullSolution(change: Partial<SolutionParts> = {}): SolutionParts {
    const sections =
        entities(
            aTable({
                attributes: ATTRIBUTES,
                info: '<HasRelatedNotes>True</HasRelatedNotes><HasRelatedActivities>True</HasRelatedActivities><EntityKeys><EntityKey><Name>gdn_ByMail</Name><LogicalName>gdn_bymail</LogicalName><EntityKeyAttributes><AttributeName>gdn_mail</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>',
                parts: FORM_XML + VIEW_XML + CHART_XML + CONTROLS_XML,
            }),
            anExtendedTable('Lead', anAttribute('gdn_PlantId', 'lookup'), RIBBON_XML),
        ) +
        `<Roles><Role id="{${ROLE}}" name="Gardener" isinherited="1"><RolePrivileges><RolePrivilege name="prvReadgdn_Plant" level="Deep" /><RolePrivilege name="prvCreategdn_Plant" level="Basic" /></RolePrivileges></Role></Roles>` +
        `<Workflows><Workflow WorkflowId="{${FLOW}}" Name="Water on Mondays"><XamlFileName>/Workflows/Water-${FLOW.toUpperCase()}.xaml</XamlFileName><Type>1</Type><Category>2</Category><StateCode>1</StateCode><StatusCode>2</StatusCode><PrimaryEntity>gdn_plant</PrimaryEntity><LocalizedNames>${names('LocalizedName', 'Water on Mondays', 'Arroser le lundi')}</LocalizedNames></Workflow></Workflows>` +
        '<EntityMaps><EntityMap><EntitySource>lead</EntitySource><EntityTarget>opportunity</EntityTarget><AttributeMaps><AttributeMap><AttributeSource>description</AttributeSource><AttributeTarget>customerneed</AttributeTarget></AttributeMap></AttributeMaps></EntityMap></EntityMaps>' +
        `<EntityRelationships>${aRelationship('gdn_plant_lead', 'Lead', 'gdn_Plant', 'gdn_PlantId')}${aRelationship('gdn_contact_plant', 'gdn_Plant', 'Contact', 'gdn_ContactId')}` +
        '<EntityRelationship Name="gdn_plant_competitor"><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>gdn_Plant</FirstEntityName><SecondEntityName>Competitor</SecondEntityName><IntersectEntityName>gdn_plant_competitor</IntersectEntityName></EntityRelationship></EntityRelationships>' +
        `<optionsets><optionset Name="gdn_season" localizedName="Season"><OptionSetType>picklist</OptionSetType><IsGlobal>1</IsGlobal><displaynames>${names('displayname', 'Season', 'Saison')}</displaynames><options>${optionList(
            'option',
            [
                [123450000, 'Spring', 'Printemps'],
                [123450001, 'Summer', 'Été'],
            ],
        )}</options></optionset></optionsets>` +
        `<Dashboards><Dashboard><LocalizedNames>${names('LocalizedName', 'Garden', 'Jardin')}</LocalizedNames><FormId>{${DASHBOARD}}</FormId><IsDefault>0</IsDefault><FormXml><forms type="dashboard"><form><tabs /></form></forms></FormXml></Dashboard></Dashboards>` +
        `<WebResources>${SCRIPT.element}${ICON.element}</WebResources>` +
        `<CustomControls><CustomControl><Name>${CONTROL}</Name><FileName>/Controls/${CONTROL}/ControlManifest.xml</FileName></CustomControl></CustomControls>` +
        `<AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>gdn_Garden</SiteMapUniqueName><SiteMap><Area Id="garden"><Titles><Title LCID="1033" Title="Garden" /><Title LCID="1036" Title="Jardin" /></Titles><Group Id="beds"><Titles><Title LCID="1033" Title="Beds" /><Title LCID="1036" Title="Plates-bandes" /></Titles><SubArea Id="plants" Entity="gdn_plant" VectorIcon="$webresource:gdn_/icons/plant.svg" /><SubArea Id="leads" Entity="lead" /><SubArea Id="roles" Entity="role"><Privilege Entity="role" Privilege="Write" /></SubArea></Group></Area></SiteMap><LocalizedNames>${names('LocalizedName', 'Garden', 'Jardin')}</LocalizedNames></AppModuleSiteMap></AppModuleSiteMaps>` +
        `<AppModules><AppModule><UniqueName>gdn_Garden</UniqueName><IntroducedVersion>1.0</IntroducedVersion><WebResourceId>953b9fac-1e5e-e611-80d6-00155ded156f</WebResourceId><FormFactor>1</FormFactor><ClientType>4</ClientType><AppModuleComponents><AppModuleComponent type="1" schemaName="gdn_plant" /><AppModuleComponent type="1" schemaName="lead" /><AppModuleComponent type="26" id="{${VIEW}}" /><AppModuleComponent type="60" id="{${FORM}}" /><AppModuleComponent type="62" schemaName="gdn_Garden" /></AppModuleComponents><AppModuleRoleMaps><Role id="{627090ff-40a3-4053-8790-584edc5be201}" /><Role id="{${ROLE}}" /></AppModuleRoleMaps><LocalizedNames>${names('LocalizedName', 'Garden', 'Jardin')}</LocalizedNames><Descriptions>${names('Description', 'Beds and plants', 'Plates-bandes et plantes')}</Descriptions></AppModule></AppModules>` +
        '<msdyn_functions><msdyn_function msdyn_functionid="0dc6f9e1-1111-4222-8333-444455556666"><customapi><uniquename>gdn_Grow</uniquename></customapi><iscustomizable>1</iscustomizable><language>100000000</language><name>Grow</name><statecode>0</statecode><statuscode>1</statuscode></msdyn_function></msdyn_functions>';
    return {
        roots:
            PLANT_ROOT +
            LEAD_ROOT +
            '<RootComponent type="9" schemaName="gdn_season" behavior="0" />' +
            `<RootComponent type="20" id="{${ROLE}}" behavior="0" />` +
            `<RootComponent type="29" id="{${FLOW}}" behavior="0" />` +
            `<RootComponent type="60" id="{${DASHBOARD}}" behavior="0" />` +
            SCRIPT.root +
            ICON.root +
            '<RootComponent type="62" schemaName="gdn_Garden" behavior="0" />' +
            `<RootComponent type="66" schemaName="${CONTROL}" behavior="0" />` +
            '<RootComponent type="80" schemaName="gdn_Garden" behavior="0" />',
        sections,
        files: {
            [SCRIPT.member]: 'var Garden = {};',
            [ICON.member]: '<svg xmlns="http://www.w3.org/2000/svg" />',
            [`Workflows/Water-${FLOW.toUpperCase()}.xaml`]: '<Activity />',
            [`Controls/${CONTROL}/ControlManifest.xml`]:
                '<manifest><control namespace="Garden" constructor="PlantCards" version="1.2.3" control-type="virtual"><data-set name="plants" /><resources><code path="bundle.js" order="1" /><resx path="strings/PlantCards.1033.resx" /></resources></control></manifest>',
            [`Controls/${CONTROL}/bundle.js`]: 'var bundle;',
            [`Controls/${CONTROL}/strings/PlantCards.1033.resx`]: '<root />',
            'environmentvariabledefinitions/gdn_Sun/environmentvariabledefinition.xml':
                '<environmentvariabledefinition schemaname="gdn_Sun"><defaultvalue>6</defaultvalue><displayname default="Hours of sun"><label description="Hours of sun" languagecode="1033" /><label description="Heures de soleil" languagecode="1036" /></displayname><isrequired>0</isrequired><type>100000001</type></environmentvariabledefinition>',
            'environmentvariabledefinitions/gdn_Sun/environmentvariablevalues.json':
                '{"environmentvariablevalues":{"environmentvariablevalue":{"iscustomizable":"1","value":"8"}}}',
            'customapis/gdn_Grow/customapi.xml':
                '<customapi uniquename="gdn_Grow"><allowedcustomprocessingsteptype>0</allowedcustomprocessingsteptype><bindingtype>0</bindingtype><description default="How tall a plant will be"><label description="How tall a plant will be" languagecode="1033" /></description><displayname default="Grow"><label description="Grow" languagecode="1033" /><label description="Pousser" languagecode="1036" /></displayname><fxexpressionid><uniquename>gdn_Grow</uniquename></fxexpressionid><isfunction>0</isfunction><isprivate>0</isprivate><name>gdn_Grow</name><plugintypeid><plugintypeexportkey>462b3e8f-beb4-4981-9b87-a60c2162a9f7</plugintypeexportkey></plugintypeid><workflowsdkstepenabled>0</workflowsdkstepenabled></customapi>',
            'customapis/gdn_Grow/customapirequestparameters/Height/customapirequestparameter.xml':
                '<customapirequestparameter uniquename="Height"><description default="Today"><label description="Today" languagecode="1033" /></description><displayname default="Height"><label description="Height" languagecode="1033" /></displayname><isoptional>0</isoptional><name>gdn_Grow.Height</name><type>7</type></customapirequestparameter>',
            'customapis/gdn_Grow/customapiresponseproperties/Tomorrow/customapiresponseproperty.xml':
                '<customapiresponseproperty uniquename="Tomorrow"><displayname default="Tomorrow"><label description="Tomorrow" languagecode="1033" /></displayname><name>gdn_Grow.Tomorrow</name><type>7</type></customapiresponseproperty>',
            'fxexpressions/gdn_Grow/fxexpression.json':
                '{"fxexpression":{"@uniquename":"gdn_Grow","category":"0","context":"{\\"Tables\\":[]}","iscustomizable":"1","name":"Grow","parameters":"{\\"InputParameter\\":[{\\"type\\":7,\\"name\\":\\"Height\\",\\"required\\":true}]}","statecode":"0","statuscode":"1"}}',
            'fxexpressions/gdn_Grow/expression.yaml': '{Tomorrow: Height + 1}',
            'appactions/gdn_Water/appaction.xml': '<appaction uniquename="gdn_Water" />',
        },
        ...change,
    };
}
