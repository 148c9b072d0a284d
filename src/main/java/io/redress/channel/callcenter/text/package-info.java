/** Rows of CSV and TSV files: delimiters, quotes, shifted rows. */
@NullMarked
package io.redress.channel.callcenter.text;

import org.jspecify.annotations.NullMarked;
