/** What Camel is given for folders and SFTP servers: when a file is taken, and what is told of one that is not. */
@NullMarked
package io.redress.camel.file;

import org.jspecify.annotations.NullMarked;
