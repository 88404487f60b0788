// Bundles twin.ts and visit.ts, so that the tests need a browser but no Node. `--check` only compares.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const { build } = createRequire(new URL("../../generator/package.json", import.meta.url))("esbuild");
for (const name of ["twin", "visit"]) {
  const made = await build({
    absWorkingDir: here,
    bundle: true,
    charset: "utf8",
    entryPoints: [`${name}.ts`],
    format: "iife",
    logLevel: "warning",
    minify: true,
    target: ["es2020", "chrome100", "firefox100", "safari15"],
    write: false,
  });
  const text = made.outputFiles[0].text;
  const file = `${here}${name}.js`;
  if (!process.argv.includes("--check")) {
    await writeFile(file, text);
  } else if (text !== (await readFile(file, "utf8"))) {
    console.error(`tests/conditions/${name}.js is not what its sources make: run node tests/conditions/build.mjs`);
    process.exitCode = 1;
  }
}
