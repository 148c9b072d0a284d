/** What is wrong with route files, found before they run: structure, names, values, and a trial build of each route. */
@NullMarked
package io.redress.routes.check;

import org.jspecify.annotations.NullMarked;
