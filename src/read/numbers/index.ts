export { type Lexeme, lexemes } from './lexeme.ts'
export { findNumbers, type NumberExpression, readNumber } from './number.ts'
