/**
 * In which charset a text is written. Mail and files share what tells one from another; they differ in what is to be done when
 * nothing does. A mail declares a charset, lies often, may be three characters long, and is shown whatever becomes of it: {@link
 * io.redress.charset.TextCharset} always decides. A file declares none, may be too long to hold, and its rows would become tickets
 * with wrong words: {@link io.redress.charset.FileCharset} says what it doubts, and the file goes back.
 */
@NullMarked
package io.redress.charset;

import org.jspecify.annotations.NullMarked;
