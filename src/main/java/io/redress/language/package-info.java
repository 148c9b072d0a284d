/** The language that a text is written in, and the two scripts of Chinese. */
package io.redress.language;
