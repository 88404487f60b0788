// A copy to read as a Word document: headings, questions, answers in pen blue, real lists and tables.
import type { Part, Report } from "./report";
import { zip } from "./zip";

const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export function docx(report: Report): Uint8Array {
  return zip({
    "[Content_Types].xml": types(),
    "_rels/.rels": relations([
      [`${OFFICE}/officeDocument`, "word/document.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": `${START}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(report.title)}</dc:title><dc:language>${xml(report.language)}</dc:language></cp:coreProperties>`,
    "word/_rels/document.xml.rels": relations([[`${OFFICE}/styles`, "styles.xml"], [`${OFFICE}/numbering`, "numbering.xml"]]),
    "word/document.xml": document(report),
    "word/numbering.xml": `${START}<w:numbering xmlns:w="${WORDS}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/styles.xml": styles(report.language),
  });
}

function types(): string {
  const parts = [["/word/document.xml", `${TYPE}.document.main+xml`], ["/word/styles.xml", `${TYPE}.styles+xml`], ["/word/numbering.xml", `${TYPE}.numbering+xml`], ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"]];
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join("");
  return `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

const relations = (all: string[][]): string =>
  `${START}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** The looks, by the names that Word knows: headings can be jumped to. */
function styles(language: string): string {
  const style = (id: string, name: string, paragraph: string, run: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const pine = '<w:color w:val="17503F"/>';
  const bold = "<w:b/><w:bCs/>";
  const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
  const space = (before: number, after: number, next = true): string => `${next ? "<w:keepNext/>" : ""}<w:spacing w:before="${before}" w:after="${after}"/>`;
  return `${START}<w:styles xmlns:w="${WORDS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial" w:eastAsia="Calibri"/>${size(11)}<w:lang w:val="${xml(language)}" w:bidi="${xml(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style("Normal", "Normal", space(0, 120, false), ""),
    style("Title", "Title", space(0, 60), bold + pine + size(20)),
    style("Heading1", "heading 1", `${space(360, 120)}<w:outlineLvl w:val="0"/>`, bold + pine + size(15)),
    style("Heading2", "heading 2", `${space(280, 100)}<w:outlineLvl w:val="1"/>`, bold + pine + size(13)),
    style("Question", "Question", space(200, 60), bold),
    style("Answer", "Answer", space(0, 120, false), '<w:color w:val="1B3E93"/>'),
  ].join("")}</w:styles>`;
}

function document(report: Report): string {
  const rtl = report.direction === "rtl";
  const body = [paragraph("Title", report.title, rtl), paragraph("Normal", report.date, rtl), ...report.parts.map((part) => block(part, rtl))];
  return `${START}<w:document xmlns:w="${WORDS}"><w:body>${body.join("")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>${rtl ? "<w:bidi/>" : ""}</w:sectPr></w:body></w:document>`;
}

function block(part: Part, rtl: boolean): string {
  switch (part.kind) {
    case "heading":
      return paragraph(`Heading${part.level - 1}`, part.words, rtl);
    case "question":
      return part.words ? paragraph("Question", part.words, rtl) : "";
    case "name":
      return paragraph("Normal", part.words, rtl, "<w:keepNext/>");
    case "text":
      return part.words.trim().split(/\n\s*\n/).map((words) => paragraph("Answer", words, rtl)).join("");
    case "list":
      return part.items.map((item, at) => (part.ordered ? paragraph("Answer", `${at + 1}. ${item}`, rtl) : paragraph("Answer", item, rtl, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))).join("");
    case "table":
      return table(part.head, part.rows, rtl);
  }
}

function paragraph(style: string, words: string, rtl: boolean, more = ""): string {
  const lines = words.split("\n").map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`);
  const run = `<w:r>${rtl ? "<w:rPr><w:rtl/></w:rPr>" : ""}${lines.join("<w:br/>")}</w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}${rtl ? "<w:bidi/>" : ""}</w:pPr>${run}</w:p>`;
}

function table(head: string[], rows: string[][], rtl: boolean): string {
  const wide = rows[0]?.length ?? 0;
  const width = Math.floor(9638 / (wide || 1));
  const edge = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="CFD3C7"/>`;
  const cell = (words: string, style: string): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(style, words, rtl)}</w:tc>`;
  const line = (cells: string[], style: string, top = ""): string => `<w:tr>${top}${cells.map((words, at) => cell(words, at ? style : "Normal")).join("")}</w:tr>`;
  const first = head.length ? line(head, "Normal", "<w:trPr><w:tblHeader/></w:trPr>") : "";
  return `<w:tbl><w:tblPr>${rtl ? "<w:bidiVisual/>" : ""}<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${["top", "bottom", "insideH"].map(edge).join("")}</w:tblBorders></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(wide)}</w:tblGrid>${first}${rows.map((row) => line(row, "Answer")).join("")}</w:tbl>${paragraph("Normal", "", rtl)}`;
}

/** Text as XML has it: without the signs that it may not hold. */
export const xml = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[sign]};`);
