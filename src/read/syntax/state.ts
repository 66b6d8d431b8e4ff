import { ATOMS } from './atoms.ts'

/** Transitions of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const SHIFT = 0
/** The first word of the buffer takes the top of the stack as its dependent. */
export const LEFT = 1
/** The second on the stack takes the top as its dependent. */
export const RIGHT = 2

/**
 * A half-built tree over one sentence. Nodes are 1…n in text order; n+1 is the root, which waits at the end of the buffer;
 * 0 is "nobody", and every property of nobody is 0, so that features need no special cases.
 */
export class State {
  n = 0
  /** First node of the buffer. */
  next = 1
  depth = 0
  stack = new Int32Array(512)
  word = new Int32Array(512)
  /** Atom of the fine tag. */
  tag = new Int32Array(512)
  /** Atom of the universal tag. */
  coarse = new Int32Array(512)
  head = new Int32Array(512)
  /** Relation + 1; 0 while there is none. */
  label = new Int32Array(512)
  left1 = new Int32Array(512)
  left2 = new Int32Array(512)
  right1 = new Int32Array(512)
  right2 = new Int32Array(512)
  leftCount = new Int32Array(512)
  rightCount = new Int32Array(512)
  /** Sum of mixed relations of the children on either side: a set that can grow cheaply. */
  leftSet = new Int32Array(512)
  rightSet = new Int32Array(512)
  /** How many commas, and how many marks of quotation, stand before a node. */
  commas = new Int32Array(512)
  quotes = new Int32Array(512)

  begin(n: number): void {
    if (n + 8 > this.stack.length) this.grow(n + 8)
    this.n = n
    this.next = 1
    this.depth = 0
    const end = n + 6
    for (const a of [this.head, this.label, this.left1, this.left2, this.right1, this.right2]) a.fill(0, 0, end)
    for (const a of [this.leftCount, this.rightCount, this.leftSet, this.rightSet]) a.fill(0, 0, end)
    this.word.fill(0, n + 1, end)
    this.tag.fill(0, n + 1, end)
    this.coarse.fill(0, n + 1, end)
    this.word[0] = 0
    this.tag[0] = 0
    this.coarse[0] = 0
    this.word[n + 1] = 1
    this.tag[n + 1] = ATOMS[126]!
    this.coarse[n + 1] = ATOMS[126]!
  }

  private grow(size: number): void {
    const length = size * 2
    this.stack = new Int32Array(length)
    this.word = new Int32Array(length)
    this.tag = new Int32Array(length)
    this.coarse = new Int32Array(length)
    this.head = new Int32Array(length)
    this.label = new Int32Array(length)
    this.left1 = new Int32Array(length)
    this.left2 = new Int32Array(length)
    this.right1 = new Int32Array(length)
    this.right2 = new Int32Array(length)
    this.leftCount = new Int32Array(length)
    this.rightCount = new Int32Array(length)
    this.leftSet = new Int32Array(length)
    this.rightSet = new Int32Array(length)
    this.commas = new Int32Array(length)
    this.quotes = new Int32Array(length)
  }

  get done(): boolean {
    return this.next > this.n && this.depth === 0
  }

  /** Which transitions may be taken, as bits `1 << transition`. Only one word hangs on the root. */
  allowed(): number {
    if (this.next > this.n) return this.depth > 1 ? 1 << RIGHT : 1 << LEFT
    if (this.depth === 0) return 1 << SHIFT
    if (this.depth === 1) return (1 << SHIFT) | (1 << LEFT)
    return (1 << SHIFT) | (1 << LEFT) | (1 << RIGHT)
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** The node that `LEFT` or `RIGHT` would attach, and the one it would hang on. */
  dependent(): number {
    return this.stack[this.depth - 1]!
  }

  headFor(transition: number): number {
    return transition === LEFT ? this.next : this.stack[this.depth - 2]!
  }

  attach(transition: number, label: number): void {
    const child = this.stack[--this.depth]!
    const head = transition === LEFT ? this.next : this.stack[this.depth - 1]!
    this.head[child] = head
    this.label[child] = label
    const mark = Math.imul(label, 0x3d4d51cb) ^ (label << 20)
    if (transition === LEFT) {
      this.left2[head] = this.left1[head]!
      this.left1[head] = child
      this.leftCount[head]! += 1
      this.leftSet[head]! |= 1 << (mark >>> 27)
    } else {
      this.right2[head] = this.right1[head]!
      this.right1[head] = child
      this.rightCount[head]! += 1
      this.rightSet[head]! |= 1 << (mark >>> 27)
    }
  }
}
