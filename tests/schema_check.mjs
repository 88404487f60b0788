// What ajv says of YAML files under a schema: JSON of file → faults, empty where it is valid.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(new URL("../generator/package.json", import.meta.url));
const { default: Ajv } = load("ajv/dist/2020.js");
const { parse } = load("yaml");

const [schema, ...files] = process.argv.slice(2);
// Strict about everything but `required` without `properties` and `properties` without `type`.
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false });
ajv.addVocabulary(["defaultSnippets", "markdownDescription", "patternErrorMessage"]);
const isValid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));

const found = files.map((file) => [file, isValid(parse(readFileSync(file, "utf8"))) ? [] : isValid.errors.map((each) => `${each.instancePath} ${each.message}`)]);
console.log(JSON.stringify(Object.fromEntries(found)));
