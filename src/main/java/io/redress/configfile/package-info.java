/**
 * Files of {@code config/}: read with the line of each key, checked, reloaded after an edit. Every mistake is a
 * {@link io.redress.configfile.Finding} with a remedy.
 */
@NullMarked
package io.redress.configfile;

import org.jspecify.annotations.NullMarked;
