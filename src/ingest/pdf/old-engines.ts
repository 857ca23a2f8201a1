/**
 * Node 20 has no `ArrayBuffer.prototype.transfer`; pdf.js, which wants it, would lose the lines of tables without a word.
 * Loaded before it.
 */
function moved(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  const buffer = new ArrayBuffer(length);
  new Uint8Array(buffer).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return buffer;
}

const engine = ArrayBuffer.prototype as {
  transfer?: typeof moved;
  transferToFixedLength?: typeof moved;
};
engine.transfer ??= moved;
engine.transferToFixedLength ??= moved;
