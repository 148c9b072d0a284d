// Node-RED as a program that does one job: no editor, no settings of the user who runs it, loopback only.
const { Pool } = require("pg");

// Whoever started this process ended: so does it.
process.stdin.resume().on("end", () => process.exit(0));

module.exports = {
  uiHost: "127.0.0.1",
  uiPort: process.env.PORT,
  flowFile: "flow.json",
  credentialSecret: false,
  disableEditor: true,
  httpAdminRoot: false,
  telemetry: { enabled: false, updateNotification: false },
  externalModules: { autoInstall: false, palette: { allowInstall: false, allowUpload: false }, modules: { allowInstall: false } },
  logging: { console: { level: "warn", metrics: false, audit: false } },
  functionGlobalContext: {
    // Where the server is, and the password, is in the environment (PGHOST, PGPORT, …), as PostgreSQL's own clients take it.
    pool: new Pool({ max: Number(process.env.CONNECTIONS) }),
    words: Object.entries(require("./words.json")),
  },
};
