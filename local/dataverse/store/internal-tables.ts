/** SQL tables that are not Dataverse tables: what the environment keeps about itself. */
export const INTERNAL_TABLES: readonly string[] = [
    // One row: the row version that was given out last.
    'CREATE TABLE IF NOT EXISTS rowversion (value INTEGER NOT NULL)',
    'INSERT INTO rowversion (value) SELECT 1000 WHERE NOT EXISTS (SELECT 1 FROM rowversion)',
    // Facts such as the fingerprint of the SQL schema.
    'CREATE TABLE IF NOT EXISTS environmentproperty (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
    // What each solution adds to the metadata, as JSON of a Layer; `position` is the order of the layers.
    `CREATE TABLE IF NOT EXISTS solutionlayer (
        solution TEXT PRIMARY KEY, managed INTEGER NOT NULL, position INTEGER NOT NULL, layer TEXT NOT NULL
    )`,
    // Files of code components: `name` is the component's, `path` is relative to its folder.
    `CREATE TABLE IF NOT EXISTS customcontrolresource (
        name TEXT NOT NULL, path TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (name, path)
    )`,
    // RibbonDiffXml that a solution brings for a table; table '' is the application ribbon.
    `CREATE TABLE IF NOT EXISTS ribbondiff (
        "table" TEXT NOT NULL, solution TEXT NOT NULL, xml TEXT NOT NULL, PRIMARY KEY ("table", solution)
    ) WITHOUT ROWID`,
    // Texts of rows in further languages: names of views, forms, apps, processes.
    `CREATE TABLE IF NOT EXISTS localizedlabel (
        objectid TEXT NOT NULL, "column" TEXT NOT NULL, lcid INTEGER NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (objectid, "column", lcid)
    ) WITHOUT ROWID`,
    // Depth: 1 user, 2 business unit, 4 parent and child business units, 8 organization.
    `CREATE TABLE IF NOT EXISTS roleprivileges (
        roleid TEXT NOT NULL, privilegename TEXT NOT NULL, depth INTEGER NOT NULL, PRIMARY KEY (roleid, privilegename)
    ) WITHOUT ROWID`,
    // What a user set in the app that Dataverse keeps elsewhere, such as the colour theme.
    `CREATE TABLE IF NOT EXISTS userpreference (
        systemuserid TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (systemuserid, name)
    ) WITHOUT ROWID`,
];
