/** Folders of {@code config/} in which each file is one thing, named by it. */
@NullMarked
package io.redress.configfile.folder;

import org.jspecify.annotations.NullMarked;
