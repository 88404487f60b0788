// Bundles what a worksheet page loads: the form's runtime with every control's behaviour into one
// script, tokens, fonts and every control's style into one style sheet. Same input, same bytes.
// What is asked for later is a second script.
// `node build.mjs --check` writes nothing and ends with 1 where a committed bundle is not this one.

import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const web = "workleaf/outputs/web";
const look = "workleaf/publish/theme/look/assets/workleaf";

const shared = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  target: ["es2020", "chrome100", "firefox100", "safari15"],
  write: false,
};

const bundles = [
  { ...shared, entryPoints: ["client/main.ts"], format: "iife", outfile: `${web}/assets/workleaf.js` },
  // Files and dialogs: loaded once somebody asks for them.
  { ...shared, entryPoints: ["client/logic.ts"], format: "iife", outfile: `${web}/assets/workleaf.logic.js` },
  { ...shared, entryPoints: ["client/more.ts"], format: "iife", outfile: `${web}/assets/workleaf.later.js` },
  // What only workleaf's own look needs, before the theme starts.
  { ...shared, entryPoints: ["client/look.ts"], format: "iife", outfile: `${look}/look.js` },
  // What only some pages need.
  { ...shared, entryPoints: ["client/former.ts"], format: "iife", outfile: `${web}/assets/workleaf.former.js` },
  { ...shared, entryPoints: ["client/lines.ts"], format: "iife", outfile: `${web}/assets/workleaf.lines.js` },
  { ...shared, entryPoints: ["client/aids.ts"], format: "iife", outfile: `${web}/assets/workleaf.aids.js` },
  { ...shared, entryPoints: ["client/offer.ts"], format: "iife", outfile: `${web}/assets/workleaf.offer.js` },
  { ...shared, entryPoints: ["client/charts.ts"], format: "iife", outfile: `${web}/assets/workleaf.charts.js` },
  // Copies to read: loaded once somebody asks for one.
  { ...shared, entryPoints: ["client/exports.ts"], format: "iife", outfile: `${web}/assets/workleaf.exports.js` },
  {
    ...shared,
    entryPoints: [`${web}/workleaf.css`],
    outfile: `${web}/assets/workleaf.css`,
    plugins: [fontsBesideTheStyleSheet()],
  },
];

/** Fonts stay files of their own, in `fonts/` beside the style sheet, wherever it is served from. */
function fontsBesideTheStyleSheet() {
  const setup = ({ onResolve }) => {
    onResolve({ filter: /\.woff2$/ }, ({ path }) => ({
      path: `fonts/${path.split("/").pop()}`,
      external: true,
    }));
  };
  return { name: "fonts-beside-the-style-sheet", setup };
}

async function committed(file) {
  try {
    return await readFile(file);
  } catch (error) {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

const onlyCheck = process.argv.includes("--check");
let differing = 0;
for (const options of bundles) {
  const { outputFiles } = await build(options);
  const made = Buffer.from(outputFiles[0].contents);
  const name = options.outfile;
  const file = `${here}/${name}`;
  if (!onlyCheck) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, made);
    console.log(`${name}: ${made.length} bytes, ${gzipSync(made, { level: 9 }).length} gzipped`);
  } else if (!made.equals(await committed(file))) {
    console.error(`${name} is not what its sources make: run \`make bundle\` and commit it.`);
    differing += 1;
  }
}
process.exitCode = differing ? 1 : 0;
