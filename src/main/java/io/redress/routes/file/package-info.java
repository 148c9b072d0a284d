/** What stands in the files of {@code routes/}: routes, kamelets, endpoints, placeholders. */
@NullMarked
package io.redress.routes.file;

import org.jspecify.annotations.NullMarked;
