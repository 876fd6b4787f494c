const MOST = 1024;
const COLON = 58;

/** Where the attributes of one tag stand in the bytes of a part: nothing is made of one until it is asked for. */
export class XmlAttributes {
  count = 0;
  /** Four places an attribute: its name from and to, its value from and to. */
  private places = new Int32Array(4 * 32);

  /** Notes one more; false when no honest tag has so many. */
  add(start: number, nameEnd: number, valueStart: number, valueEnd: number): boolean {
    if (this.count >= MOST) return false;
    if (this.count * 4 >= this.places.length) {
      const wider = new Int32Array(this.places.length * 2);
      wider.set(this.places);
      this.places = wider;
    }
    const { places } = this;
    const at = this.count++ * 4;
    places[at] = start;
    places[at + 1] = nameEnd;
    places[at + 2] = valueStart;
    places[at + 3] = valueEnd;
    return true;
  }

  valueStart(i: number): number {
    return this.places[i * 4 + 2];
  }

  valueEnd(i: number): number {
    return this.places[i * 4 + 3];
  }

  /** Number of the attribute with this name, -1 for none; `prefixed` looks for r:id when asked for id. */
  find(bytes: Uint8Array, name: string, prefixed: boolean): number {
    for (let i = 0; i < this.count; i++) if (this.isNamed(bytes, i, name, prefixed)) return i;
    return -1;
  }

  /** The quick way for one-letter names: its number, -1 for none, -2 when it stands twice. */
  findLetter(bytes: Uint8Array, letter: number): number {
    let found = -1;
    for (let i = 0; i < this.count; i++) {
      const start = this.places[i * 4];
      if (this.places[i * 4 + 1] - start !== 1 || bytes[start] !== letter) continue;
      if (found >= 0) return -2;
      found = i;
    }
    return found;
  }

  private isNamed(bytes: Uint8Array, i: number, name: string, prefixed: boolean): boolean {
    const start = this.places[i * 4];
    const from = this.places[i * 4 + 1] - name.length;
    if (prefixed ? from <= start || bytes[from - 1] !== COLON : from !== start) return false;
    for (let k = 0; k < name.length; k++) if (bytes[from + k] !== name.charCodeAt(k)) return false;
    return true;
  }
}
