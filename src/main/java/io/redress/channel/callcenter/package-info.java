/** Call-centre files to complaints: a file on its way in, row by row, its report of bad rows and its summary. */
@NullMarked
package io.redress.channel.callcenter;

import org.jspecify.annotations.NullMarked;
