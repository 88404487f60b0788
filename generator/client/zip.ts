// An archive of a few small files, stored as they are: what a Word document is made of.

interface Entry {
  name: string;
  data: Uint8Array;
}

/** The 1st of January 1980, the first day that an archive knows: when it was made is nobody's business. */
const DAY = 33;
const VERSION = 20;

export function zip(files: Record<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([name, text]): Entry => ({ name, data: encoder.encode(text) }));
  const parts: Uint8Array[] = [];
  const index: Uint8Array[] = [];
  let place = 0;
  for (const { name, data } of entries) {
    const letters = encoder.encode(name);
    const about = [VERSION, 0, 0, 0, DAY].flatMap(two);
    const sizes = [crc(data), data.length, data.length].flatMap(four);
    const head = Uint8Array.from([...four(0x04034b50), ...about, ...sizes, ...two(letters.length), ...two(0)]);
    parts.push(head, letters, data);
    index.push(Uint8Array.from([...four(0x02014b50), ...two(VERSION), ...about, ...sizes, ...two(letters.length), ...[0, 0, 0, 0].flatMap(two), ...four(0), ...four(place)]), letters);
    place += head.length + letters.length + data.length;
  }
  const size = index.reduce((sum, each) => sum + each.length, 0);
  const count = two(entries.length);
  return joined([...parts, ...index, Uint8Array.from([...four(0x06054b50), ...two(0), ...two(0), ...count, ...count, ...four(size), ...four(place), ...two(0)])]);
}

const two = (number: number): number[] => [number & 255, (number >>> 8) & 255];
const four = (number: number): number[] => [...two(number & 65535), ...two(number >>> 16)];

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
  let place = 0;
  for (const each of parts) {
    whole.set(each, place);
    place += each.length;
  }
  return whole;
}

/** The check sum that archives carry. */
export function crc(data: Uint8Array): number {
  let sum = ~0;
  for (const octet of data) {
    sum ^= octet;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
