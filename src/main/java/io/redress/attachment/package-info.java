/** Files that came with a complaint: what they are by their content, what is suspicious in them, and whether a scanner found them clean. */
package io.redress.attachment;
