/** Messages to customers and staff: templates, languages, limits, and the mail itself. */
package io.redress.reply;
