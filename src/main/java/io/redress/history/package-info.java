/** Histories that cannot be changed unnoticed: sealed events, signed heads, and the look whether all of it holds. */
package io.redress.history;
