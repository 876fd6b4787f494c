/**
 * CRC-32 of zip (ISO 3309, polynomial EDB88320 reversed), four bytes a step ("slicing by 4").
 * Give the result of the block before as `crc` to go on over several blocks.
 */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const [t0, t1, t2, t3] = tables;
  let c = ~crc;
  let i = 0;
  for (const whole = bytes.length - (bytes.length & 3); i < whole; i += 4) {
    c ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    c = t3[c & 255] ^ t2[(c >>> 8) & 255] ^ t1[(c >>> 16) & 255] ^ t0[c >>> 24];
  }
  for (; i < bytes.length; i++) c = t0[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}

const tables = makeTables();

function makeTables(): Int32Array[] {
  const made = Array.from({ length: 4 }, () => new Int32Array(256));
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    made[0][n] = c;
  }
  for (let k = 1; k < 4; k++)
    for (let n = 0; n < 256; n++) made[k][n] = (made[k - 1][n] >>> 8) ^ made[0][made[k - 1][n] & 255];
  return made;
}
